import type { Phrase } from './core/language.ts';

/** The words of the program as a whole: its help, its global options, its nouns. */
export const words = {
  about: {
    en: "A union's help for its people: mutual aid, ten relief funds, families and officials, every fen explained.",
    zh: '工会帮扶工作：医疗互助、十项救助金、困难家庭与结对干部，每一分钱都说得清。',
  },
  usage: { en: 'Usage:', zh: '用法：' },
  commandsTitle: { en: 'Commands:', zh: '命令：' },
  optionsTitle: { en: 'Options:', zh: '选项：' },
  globalOptionsTitle: { en: 'Global options:', zh: '通用选项：' },
  argumentsTitle: { en: 'Arguments:', zh: '参数：' },
  example: { en: 'Example:', zh: '示例：' },
  optionsUsage: { en: '[options]', zh: '[选项]' },
  commandUsage: { en: '[command]', zh: '[命令]' },
  help: { en: 'show help', zh: '显示帮助' },
  version: { en: 'print the version', zh: '显示版本' },
  db: {
    en: 'the database (or RELIEF_DB; else in the data folder of your account)',
    zh: '数据库文件（或 RELIEF_DB；默认在本账户的数据文件夹）',
  },
  json: { en: 'print the result as JSON', zh: '以 JSON 输出结果' },
  csv: { en: 'print the result as CSV', zh: '以 CSV 输出结果' },
  lang: {
    en: 'language: zh or en (or RELIEF_LANG; else the locale)',
    zh: '语言：zh 或 en（或 RELIEF_LANG；默认随系统）',
  },
  as: {
    en: 'who is at work (or RELIEF_OPERATOR; else your account name)',
    zh: '操作人（或 RELIEF_OPERATOR；默认为系统账户）',
  },
  today: {
    en: 'the day to go by (or RELIEF_TODAY; else today)',
    zh: '以哪一天为今天（或 RELIEF_TODAY；默认今天）',
  },
  yes: { en: 'answer yes to every confirmation', zh: '所有确认一律答“是”' },
  quiet: { en: 'no messages but the result and warnings', zh: '除结果和警告外不输出其他信息' },
  init: { en: 'make a new database', zh: '新建数据库' },
  demo: {
    en: "a sample office's year: mutual aid, a family after an accident, every kind of help",
    zh: '演示：样例单位的一年，从医疗互助的结算付款，到一户意外致困家庭的各项帮扶',
  },
  settle: { en: 'settle a quarter', zh: '结算一个季度' },
  unit: { en: 'units of the organisation', zh: '单位' },
  post: { en: 'relief posts: premises and people', zh: '帮扶站点及其工作人员' },
  operator: { en: 'operators: who may do what', zh: '操作人与权限' },
  person: { en: 'people', zh: '人员' },
  enrolment: { en: 'enrolments in mutual aid', zh: '参加互助' },
  recognition: {
    en: 'recognitions: hardship, illness, disability',
    zh: '认定：困难职工、大病、慢性病、残疾等',
  },
  hardship: { en: 'hardship files of families', zh: '困难职工档案' },
  family: { en: 'members of families in hardship', zh: '困难职工家庭成员' },
  hospital: { en: 'hospitals', zh: '医院' },
  claim: { en: 'claims: the medical receipts', zh: '报销单据' },
  specialRelief: { en: 'special relief, granted case by case', zh: '大病特殊救助（逐例审批）' },
  grant: {
    en: 'grants and loans: applied for, passed up, decided, paid',
    zh: '救助和借款申请：受理、上报、审批、付款',
  },
  batch: { en: 'batches: settled quarters', zh: '结算批次' },
  explain: { en: 'how each fen came about', zh: '每一分钱的来历' },
  official: { en: 'officials who help families', zh: '结对干部' },
  pairing: {
    en: 'one helps one: officials paired with families',
    zh: '一助一：干部与困难职工家庭结对帮扶',
  },
  visit: { en: 'visits to paired families', zh: '走访结对家庭' },
  request: { en: 'requests: answered, or passed up', zh: '职工诉求：答复或逐级上报' },
  loan: {
    en: 'loans of the revolving fund: repayments, overdue, written off',
    zh: '创业周转金借款：还款、逾期、核销',
  },
  inKind: {
    en: 'help without money: winter heating, job placement',
    zh: '非现金帮扶：取暖费减免、优先安排就业',
  },
  fund: { en: 'the relief funds: money in, balances, budgets', zh: '基金：经费、余额、预算' },
  ledger: { en: 'the books: entries by double entry', zh: '账簿：借贷分录' },
  aid: { en: 'who could be helped and has not asked', zh: '主动帮扶：查找应帮未帮的人' },
  daily: { en: 'what the day asks for; for cron too', zh: '每日提醒（可由定时任务运行）' },
  report: { en: 'help given and money spent, counted', zh: '帮扶统计和经费统计' },
  policy: {
    en: 'the policy: every number and list of the rules',
    zh: '政策文件：各项办法的标准和名目',
  },
  audit: { en: 'who did what', zh: '操作记录与核验' },
  unknownOption: {
    en: 'unknown option {option}; see: {command} --help',
    zh: '没有选项 {option}；请看：{command} --help',
  },
  unknownOptionNear: {
    en: 'unknown option {option}; did you mean {nearest}? See: {command} --help',
    zh: '没有选项 {option}，是不是 {nearest}？请看：{command} --help',
  },
  unknownCommand: {
    en: 'there is no command "{text}"; did you mean "{nearest}"? See: {command} --help',
    zh: '没有命令“{text}”，是不是“{nearest}”？请看：{command} --help',
  },
  commandMissing: {
    en: 'say what to do; see: {command} --help',
    zh: '请写明要做什么；请看：{command} --help',
  },
  argumentMissing: {
    en: 'missing: {missing}; see: {command} --help',
    zh: '缺少参数 {missing}；请看：{command} --help',
  },
  nothingToChoose: {
    en: '{command}: there is nothing to choose from now',
    zh: '{command}：现在没有可选的记录',
  },
  argument: { en: '<{name}>, {about}', zh: '<{name}>（{about}）' },
  valueMissing: { en: 'option {option} needs a value', zh: '选项 {option} 后面要有值' },
  tooMany: {
    en: 'too many arguments; see: {command} --help',
    zh: '参数太多；请看：{command} --help',
  },
  optionFault: { en: '--{option}: {reason}', zh: '--{option}：{reason}' },
  unexpected: {
    en: 'Something went wrong that should not have: {message}. Nothing half-done was kept. Please report it, with what RELIEF_DEBUG=1 prints.',
    zh: '出现了不该出现的错误：{message}。没有留下只做了一半的改动。请反馈给我们，并附上设置 RELIEF_DEBUG=1 后的输出。',
  },
  unwritable: {
    en: 'the output cannot be written: {message}. Make room, or have it written elsewhere. Before you run a command that records something again, look whether it is recorded',
    zh: '输出无法写入：{message}。请腾出空间，或改为写到别处。登记、录入一类的命令，重新运行之前请先查看是否已经记下',
  },
  error: { en: 'error: {reason}', zh: '错误：{reason}' },
} as const satisfies Record<string, Phrase>;
