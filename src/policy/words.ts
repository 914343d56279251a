import type { Phrase } from '../core/language.ts';

/** The words of the policy file: what may be wrong with it, and how its examples come out. */
export const words = {
  // What a name is a name of.
  key: { en: 'key', zh: '项目' },
  fund: { en: 'fund', zh: '基金' },
  benefit: { en: 'benefit', zh: '待遇' },
  receipt: { en: 'receipt type', zh: '单据类型' },
  formula: { en: 'formula', zh: '算法' },
  base: { en: 'base', zh: '计算基数' },
  period: { en: 'period', zh: '结算周期' },
  format: { en: 'file format', zh: '文件格式' },
  yesOrNo: { en: 'yes or no', zh: '是否' },
  none: { en: 'none', zh: '无' },
  wholeFile: { en: 'the file', zh: '整个文件' },

  // How a value is to be written.
  kindValue: { en: 'a single value', zh: '单个值' },
  kindList: { en: 'a list such as [a, b]', zh: '列表（如 [a, b]）' },
  kindGroup: { en: 'a group of "key: value" lines', zh: '由“项目: 值”组成的一组' },
  kindExpected: {
    en: '"{key}" is written in the wrong form; it takes: {kinds}',
    zh: '“{key}”的写法不对，应写成：{kinds}',
  },
  keyMissing: {
    en: '"{key}" is missing; add it here',
    zh: '缺少“{key}”，请在此处补上',
  },
  keyTwice: {
    en: '"{key}" stands twice in the same group; keep one',
    zh: '同一组里“{key}”重复出现，请只保留一个',
  },
  valueEmpty: {
    en: '"{key}" has no value; write one after the colon',
    zh: '“{key}”没有填写，请在冒号后写上内容',
  },
  valueWrong: {
    en: 'the value of "{key}" cannot be used',
    zh: '“{key}”的值无法使用',
  },
  listEmpty: {
    en: 'the list "{key}" is empty; it needs at least one entry',
    zh: '列表“{key}”是空的，至少要有一项',
  },
  nameUnknownNear: {
    en: 'there is no {what} "{name}"; did you mean "{nearest}"?',
    zh: '没有“{name}”这个{what}，是不是“{nearest}”？',
  },
  nameUnknown: {
    en: 'there is no {what} "{name}"; known here: {known}',
    zh: '没有“{name}”这个{what}；此处可用：{known}',
  },
  codeMalformed: {
    en: '"{text}" cannot be a code; use small letters a to z, digits and hyphens, beginning with a letter, such as mutual-aid',
    zh: '“{text}”不能用作代码；请用小写英文字母、数字和连字符，并以字母开头，例如 mutual-aid',
  },
  rateMalformed: {
    en: '"{text}" is not a rate; write a percentage with at most two decimals, such as 50% or 7.25%',
    zh: '“{text}”不是比例；请写成百分数，最多两位小数，例如 50% 或 7.25%',
  },
  rateTooHigh: {
    en: '"{text}" is more than 100%',
    zh: '“{text}”超过了 100%',
  },
  noRulesOn: {
    en: 'the policy in force says nothing of {day}: its first version begins later',
    zh: '现行政策没有 {day} 的规定：最早的版本在此之后才施行',
  },
  countZero: {
    en: '0 is too small here; write 1 or more',
    zh: '此处不能是 0，至少为 1',
  },
  receiptsMalformed: {
    en: '"{text}" cannot stand here; write all, or a list of receipt types such as [inpatient]',
    zh: '此处不能写“{text}”；请写 all（全部），或列出单据类型，例如 [inpatient]',
  },
  yearsMalformed: {
    en: '"{text}" is not a range of years; write the earlier year first, such as 2016-2026',
    zh: '“{text}”不是年份区间；请先写较早的年份，例如 2016-2026',
  },
  quarterRelative: {
    en: '"{text}" is not a fixed quarter; an example names its quarter, such as 2026Q3',
    zh: '“{text}”不是确定的季度；算例须写明季度，例如 2026Q3',
  },

  // YAML itself.
  yamlTab: {
    en: 'this line is indented with a tab; use spaces',
    zh: '此行用制表符缩进，请改用空格',
  },
  yamlTag: {
    en: 'a value may not begin with "!"; put it in quotes if it is text',
    zh: '值不能以“!”开头；如果是文字，请加引号',
  },
  yamlAlias: {
    en: 'references such as *name are not accepted; write the value out where it counts',
    zh: '不接受 *name 这样的引用；请在用到的地方直接写出内容',
  },
  yamlDocuments: {
    en: 'a second document begins here; a policy is one file, remove the line "---"',
    zh: '此处开始了另一份文档；一个文件只能有一份政策，请删去“---”这一行',
  },
  yamlIndent: {
    en: 'the indentation is wrong, or a bracket above was never closed; lines of one group begin in the same column',
    zh: '缩进不对，或者上文有括号没有闭合；同一组的各行应左对齐',
  },
  yamlUnclosed: {
    en: 'a bracket, a quote or a comma is missing here',
    zh: '此处缺少括号、引号或逗号',
  },
  yamlMalformed: {
    en: 'this cannot be read; check the colon with a space after it, quotes, brackets and indentation',
    zh: '此处无法识别；请检查冒号（后面要有空格）、引号、括号和缩进',
  },

  // What must hold between values.
  versionMidYear: {
    en: 'a version must be in force from a January 1, not from {date}: accounts run for calendar years',
    zh: '版本必须自 1 月 1 日起施行，不能是 {date}：账目按自然年结算',
  },
  versionsOrder: {
    en: 'versions stand oldest first, but {date} does not come after {before}',
    zh: '各版本应按施行日期从早到晚排列，而 {date} 不晚于前一版本的 {before}',
  },
  formulaMissing: {
    en: 'the formula is "{formula}", but there are no "{formula}"; add them',
    zh: '算法是“{formula}”，却没有“{formula}”这一项，请补上',
  },
  formulaOther: {
    en: '"{other}" has no effect where the formula is "{formula}"; remove one or the other',
    zh: '算法是“{formula}”时“{other}”不起作用，请删去其一',
  },
  overTwice: {
    en: 'two entries begin over the same {over} yuan, so they overlap; change one or join them',
    zh: '有两档都从 {over} 元起算，互相重叠；请修改其一，或合并为一档',
  },
  overDescending: {
    en: '"over" must rise from entry to entry, but {over} comes after {before}',
    zh: '各档的“over”应逐档升高，而 {over} 元排在 {before} 元之后',
  },
  continuityWithSteps: {
    en: '"continuity" raises a rate, and "steps" pay flat sums; remove it',
    zh: '“continuity”用于提高比例，而“steps”按定额支付，请删去',
  },
  continuityBelowRate: {
    en: '"at_most" is {most}, below the rate of {rate} that it starts from',
    zh: '“at_most”为 {most}，低于起始比例 {rate}',
  },
  benefitReserved: {
    en: '"{name}" is the name of special relief, which is granted case by case; name the benefit otherwise',
    zh: '“{name}”专指逐案批准的大病特殊救助，不能用作待遇名称；请换一个名称',
  },
  withinItself: {
    en: '"{name}" cannot be limited together with itself; name another benefit',
    zh: '“{name}”不能与自身合并限额，请写其他待遇',
  },
  withinOtherPer: {
    en: '"{name}" runs per {per} and "{other}" per {otherPer}; only benefits of the same period can share a limit',
    zh: '“{name}”按 {per} 结算，“{other}”按 {otherPer} 结算；结算周期相同的待遇才能合并限额',
  },
  withinCycle: {
    en: '"{name}" waits for "{other}", which in the end waits for "{name}"; remove one of the two',
    zh: '“{name}”要等“{other}”先算，而“{other}”最终又要等“{name}”；请删去其一',
  },
  noExamples: {
    en: 'there are no examples; a policy must prove its numbers with at least one under "examples"',
    zh: '没有算例；政策须在“examples”下至少附一个算例，以验证各项数字',
  },

  // Examples worked out.
  exampleDue: {
    en: '{benefit}: {expected} yuan expected, {actual} yuan came out',
    zh: '{benefit}：应为 {expected} 元，实际算得 {actual} 元',
  },
  exampleReasons: {
    en: 'reasons why claims do not count: {expected} expected, {actual} came out',
    zh: '单据不能报销的原因：应为 {expected}，实际为 {actual}',
  },

  // The commands.
  noneInForce: {
    en: 'no policy is in force; put one in force with: relief policy use FILE',
    zh: '还没有施行的政策；请先运行：relief policy use 文件',
  },
  initSummary: { en: 'make a new database', zh: '新建数据库' },
  showSummary: {
    en: 'show the policy in force: its numbers and where they stand',
    zh: '查看现行政策：各项数字及出处',
  },
  checkSummary: {
    en: 'check a policy file and work out its examples',
    zh: '检查政策文件并验算其中的算例',
  },
  useSummary: { en: 'put a policy file in force', zh: '施行一份政策文件' },
  diffSummary: { en: 'what a policy file would change', zh: '与现行政策比较' },
  policyOption: {
    en: 'the policy file (default: the Xishan scheme)',
    zh: '政策文件（默认为西山办法）',
  },
  sourceOption: { en: 'print the file as it was put in force', zh: '原样输出施行时的文件' },
  fileArgument: { en: 'the policy file (YAML)', zh: '政策文件（YAML）' },
  fileUnreadable: { en: 'the policy file {path} cannot be read', zh: '无法读取政策文件 {path}' },
  fileNotUtf8: {
    en: 'the policy file {path} is not UTF-8; save it again as UTF-8',
    zh: '政策文件 {path} 不是 UTF-8 编码；请另存为 UTF-8',
  },
  faultAt: { en: '{path}, line {line}: {fault}', zh: '{path} 第 {line} 行：{fault}' },
  exampleFails: {
    en: '{path}, line {line}: example "{name}": {failures}',
    zh: '{path} 第 {line} 行：算例“{name}”：{failures}',
  },
  cannotBeUsed: {
    en: '{path} cannot be put in force: {n} {n:thing|things} to mend (above)',
    zh: '{path} 不能施行：有 {n} 处需要修改（见上）',
  },
  holds: {
    en: '{path} holds: {examples} {examples:example|examples} worked out as expected.',
    zh: '{path} 检查无误：{examples} 个算例全部符合。',
  },
  initDone: {
    en: 'Made {path} with the policy {scheme}. Next: import units, people, enrolments, recognitions and hospitals (relief unit import FILE …), then claims; all commands: relief --help',
    zh: '已建立 {path}，施行政策 {scheme}。接下来依次导入单位、人员、参加互助名单、认定、医院（如 relief unit import 文件），再导入单据；全部命令见 relief --help',
  },
  inForce: { en: 'The policy {scheme} ({sha}) is in force.', zh: '政策 {scheme}（{sha}）已施行。' },
  locksOut: {
    en: 'under this policy nobody could register operators from {day} on, and the office would be locked out of its database: give one of the roles of those at the topmost unit ({roles}) the right to manage',
    zh: '按这份政策，自 {day} 起没有人能登记操作人，今后谁也无法管理这个数据库；请给最高一级单位操作人的角色（{roles}）之一加上管理权限（manage）',
  },
  inForceAlready: {
    en: 'This very policy is in force already.',
    zh: '现行政策就是这一份，未作改动。',
  },
  useConfirm: {
    en: 'Put it in force? The next settlement works out every open year by it.',
    zh: '确定施行？下次结算时，所有未截止的年度都按它计算。',
  },
  noDifference: { en: 'No difference from the policy in force.', zh: '与现行政策没有差别。' },
  path: { en: 'where', zh: '位置' },
  before: { en: 'in force', zh: '现行' },
  after: { en: 'in the file', zh: '文件中' },
  policyTitle: { en: 'policy', zh: '政策' },
  identity: { en: 'SHA-256', zh: 'SHA-256' },
  version: { en: 'In force from {date}', zh: '自 {date} 起施行' },
  announcement: { en: 'announcement', zh: '公示' },
  announcedDays: {
    en: '{days} {days:day|days} before a batch can be approved',
    zh: '结算批次公示 {days} 天后方可批准',
  },
  notAnnounced: { en: 'none', zh: '不公示' },
  shortfall: { en: 'when the fund falls short', zh: '基金余额不足时' },
  shortfallRefuse: { en: 'approval is refused', zh: '不予批准' },
  shortfallAllow: { en: 'approval is allowed', zh: '允许透支' },
  lookBack: { en: 'late receipts', zh: '受理期限' },
  lookBackYears: {
    en: 'up to {years} {years:year|years} after the service year',
    zh: '发生年度之后 {years} 年内',
  },
  duesMember: { en: 'dues of the member', zh: '个人缴纳' },
  duesUnit: { en: 'dues of the unit', zh: '单位缴纳' },
  duesGroup: { en: 'dues of the group', zh: '集团缴纳' },
  aYear: { en: '{amount} yuan a year', zh: '每年 {amount} 元' },
  needsAll: { en: 'needs {needs}', zh: '须{needs}' },
  needsNone: { en: 'no further condition', zh: '无其他条件' },
  designatedHospital: { en: 'a designated hospital', zh: '在定点医院' },
  recognised: { en: '{kind} recognised', zh: '有{kind}认定' },

  baseOver: { en: '{base}, {period}', zh: '{base}，{period}' },
  poolSelfPay: { en: 'pooled-segment self-pay', zh: '统筹段自付' },
  poolPaid: { en: 'pooled-fund paid', zh: '统筹支付' },
  perYear: { en: 'added up over the year', zh: '按年累计' },
  perQuarter: { en: 'added up over the quarter', zh: '按季度累计' },
  perReceipt: { en: 'receipt by receipt', zh: '按单据逐张计算' },
  receipts: { en: 'receipts', zh: '计入单据' },
  listed: { en: '{names}', zh: '{names}' },
  above: { en: 'above {over}', zh: '超过 {over} 元' },
  yuan: { en: '{amount} yuan', zh: '{amount} 元' },
  continuity: { en: 'years without a gap', zh: '连续参加' },
  continuityAdds: {
    en: '{points} points more for each {every} years, at most {most}',
    zh: '每满 {every} 年提高 {points} 个百分点，最高 {most}',
  },
  needs: { en: 'recognitions needed', zh: '所需认定' },
  cap: { en: 'at most', zh: '最高' },
  within: { en: 'limit', zh: '合计上限' },
  withinBase: {
    en: 'together with {others} never more than the {base}',
    zh: '与{others}合计不超过{base}',
  },
  source: { en: 'source', zh: '出处' },
  assumption: { en: 'assumption', zh: '补充约定' },
} as const satisfies Record<string, Phrase>;
