import type { Phrase } from '../../core/language.ts';

/** The words of relief posts, and of where they are missing. */
export const words = {
  centre: { en: 'relief centre', zh: '帮扶中心' },
  station: { en: 'relief station', zh: '帮扶站' },
  point: { en: 'relief point', zh: '帮扶点' },
  unit: { en: 'unit', zh: '单位编码' },
  unitDrawn: { en: 'unit', zh: '单位' },
  unitName: { en: 'unit name', zh: '单位名称' },
  post: { en: 'relief post', zh: '帮扶站点' },
  premises: { en: 'premises', zh: '站点地址' },
  phone: { en: 'phone', zh: '联系电话' },
  openedOn: { en: 'opened on', zh: '成立日期' },
  closedOn: { en: 'closed on', zh: '撤销日期' },
  people: { en: 'staff', zh: '工作人员' },
  memberName: { en: 'name', zh: '姓名' },
  duty: { en: 'duty', zh: '职务' },
  memberPhone: { en: 'own phone', zh: '本人电话' },
  from: { en: 'from', zh: '到岗日期' },
  to: { en: 'last day', zh: '离岗日期' },
  addSummary: {
    en: 'record the relief post of a unit: its centre, station or point',
    zh: '登记单位的帮扶中心、帮扶站或帮扶点',
  },
  editSummary: {
    en: 'correct the premises, the phone or the opening day of a post',
    zh: '更正站点的地址、电话或成立日期',
  },
  closeSummary: {
    en: 'close a post; its people leave with it',
    zh: '撤销站点，其工作人员同时离岗',
  },
  joinSummary: { en: 'take somebody on at a post', zh: '登记站点的工作人员' },
  leaveSummary: { en: 'end the work of somebody at a post', zh: '登记工作人员离岗' },
  listSummary: { en: 'list the relief posts', zh: '列出帮扶站点' },
  showSummary: { en: 'show a post and its people', zh: '查看站点及其工作人员' },
  importSummary: {
    en: 'import posts and their people from a CSV file, a row for each of the people',
    zh: '从 CSV 文件导入站点及其工作人员，每人一行',
  },
  unitArgument: { en: 'the code of its unit', zh: '所在单位的编码' },
  unitOption: { en: 'only those of this unit and all below it', zh: '只列该单位及其下属单位的' },
  levelOption: {
    en: 'only of this level: group, mine or section',
    zh: '只列该级别的：group、mine 或 section',
  },
  closeOnOption: {
    en: 'its last day (default: today)',
    zh: '撤销日期，即最后一天（默认今天）',
  },
  leaveOnOption: { en: 'the last day (default: today)', zh: '离岗日期（默认今天）' },
  whoLeaves: { en: 'who leaves', zh: '离岗人员姓名' },
  added: {
    en: 'Recorded the {kind} of {unit} {name}: {premises}.',
    zh: '已登记 {unit} {name} 的{kind}：{premises}。',
  },
  addedNext: {
    en: 'Nobody works there yet: relief post join {unit} --name NAME --duty DUTY',
    zh: '目前还没有工作人员，请登记：relief post join {unit} --name 姓名 --duty 职务',
  },
  unchanged: {
    en: 'The {kind} of {unit} {name} is there already, the same.',
    zh: '{unit} {name} 的{kind}已登记，内容相同。',
  },
  edited: {
    en: 'The {kind} of {unit} {name} is now: {premises}.',
    zh: '{unit} {name} 的{kind}已更正：{premises}。',
  },
  editedNothing: {
    en: 'The {kind} of {unit} {name} was like that already.',
    zh: '{unit} {name} 的{kind}本来就是这样，未作改动。',
  },
  closed: {
    en: 'The {kind} of {unit} {name} is closed; its last day is {on}, also that of {n} {n:person|people} who worked there.',
    zh: '{unit} {name} 的{kind}已撤销，最后一天为 {on}；{n} 名工作人员同日离岗。',
  },
  joined: {
    en: '{member} ({duty}) works at the {kind} of {unit} {name} from {from} on.',
    zh: '{member}（{duty}）自 {from} 起在 {unit} {name} 的{kind}工作。',
  },
  joinedAlready: {
    en: '{member} works at the {kind} of {unit} {name} already.',
    zh: '{member}已在 {unit} {name} 的{kind}工作，未作改动。',
  },
  left: {
    en: '{member} works at the {kind} of {unit} {name} until {to}.',
    zh: '{member}在 {unit} {name} 的{kind}工作至 {to}。',
  },
  nothingToEdit: {
    en: 'say what to change: --premises, --phone or --opened-on',
    zh: '请写明要改什么：--premises、--phone 或 --opened-on',
  },
  noPost: {
    en: 'unit {unit} has no {kind}; record it first: relief post add --unit {unit}',
    zh: '单位 {unit} 没有{kind}；请先登记：relief post add --unit {unit}',
  },
  postClosed: {
    en: 'the {kind} of {unit} was closed on {on}; open it again first: relief post add --unit {unit}',
    zh: '单位 {unit} 的{kind}已于 {on} 撤销；请先重新登记：relief post add --unit {unit}',
  },
  conflict: {
    en: 'unit {unit} has a relief post already ({premises}), with other facts; to correct them: relief post edit {unit}',
    zh: '单位 {unit} 已有帮扶站点（{premises}），内容不同；要更正请用：relief post edit {unit}',
  },
  reopenedBeforeClosed: {
    en: 'the relief post of unit {unit} was closed on {on}; it can be opened again from that day on',
    zh: '单位 {unit} 的帮扶站点已于 {on} 撤销；重新成立的日期不能早于这一天',
  },
  premisesMissing: {
    en: 'unit {unit} has no open relief post; say where it is (premises)',
    zh: '单位 {unit} 没有在用的帮扶站点；请写明站点地址（premises）',
  },
  dutyMissing: {
    en: 'say what {name} does there (duty)',
    zh: '请写明{name}的职务（duty）',
  },
  memberMissing: {
    en: 'say whose duty, phone and day these are (member)',
    zh: '写了职务、本人电话或到岗日期，请同时写明姓名（member）',
  },
  memberThere: {
    en: '{name} works there already, as {duty}; to change that, first: relief post leave',
    zh: '{name}已在该站点工作（{duty}）；要更改请先登记离岗（relief post leave）',
  },
  memberUntil: {
    en: '{name} worked there until {to}; the new first day must be later',
    zh: '{name}在该站点工作至 {to}；再次到岗的日期须晚于这一天',
  },
  memberNone: {
    en: 'nobody called "{member}" works at the {kind} of {unit}; see: relief post show {unit}',
    zh: '单位 {unit} 的{kind}没有名叫“{member}”的在岗人员；请看：relief post show {unit}',
  },
  leftBeforeCame: {
    en: '{member} came on {from}; the last day cannot be {to}',
    zh: '{member}于 {from} 到岗，离岗日期不能是 {to}',
  },
  inFuture: {
    en: '{on} is still to come (today is {today})',
    zh: '{on} 还没有到（今天是 {today}）',
  },
  beforeOpened: {
    en: '{on} lies before {opened_on}, on which the post was opened',
    zh: '{on} 早于站点的成立日期 {opened_on}',
  },
  openedAfterClosed: {
    en: '{on} lies after {closed_on}, on which the post was closed',
    zh: '{on} 晚于站点的撤销日期 {closed_on}',
  },
  openedAfterCame: {
    en: '{on} lies after {from}, on which {member} came to work there',
    zh: '{on} 晚于{member}的到岗日期 {from}',
  },
  closedAlready: {
    en: 'it is closed already; its last day was {on}',
    zh: '该站点已于 {on} 撤销',
  },
  level: { en: 'level', zh: '级别' },
  persons: { en: 'people', zh: '人数' },
  personsInAll: { en: 'with those below', zh: '含下级' },
  noneOpen: { en: 'none', zh: '无' },
  reason: { en: 'what is missing', zh: '缺口' },
  treeSummary: {
    en: 'show the organisation as a tree, with its relief posts, their people and the persons',
    zh: '以树形显示各级单位及其帮扶站点、工作人员和人数',
  },
  coverageSummary: {
    en: 'list the units without an open relief post, or with nobody at it; exit 3 where there is one',
    zh: '列出没有帮扶站点或站点无人的单位；有这样的单位时退出码为 3',
  },
  gapNone: { en: 'it has no {kind}', zh: '没有{kind}' },
  gapNotYet: { en: 'its {kind} opens on {since} only', zh: '{kind}到 {since} 才成立' },
  gapClosed: { en: 'its {kind} was closed on {since}', zh: '{kind}已于 {since} 撤销' },
  gapNobody: { en: 'nobody ever worked at its {kind}', zh: '{kind}一直没有工作人员' },
  gapNobodySince: {
    en: 'nobody works at its {kind}; the last one left on {since}',
    zh: '{kind}没有工作人员，最后一人于 {since} 离岗',
  },
  gaps: {
    en: '{gaps} of {units} units {gaps:has|have} nobody to turn to. Record a post: relief post add; its people: relief post join',
    zh: '{units} 个单位中有 {gaps} 个没有可求助的站点。登记站点：relief post add；登记工作人员：relief post join',
  },
  covered: {
    en: '{units} {units:unit has|units have} an open relief post each, with somebody at it.',
    zh: '{units} 个单位都有帮扶站点，且有人在岗。',
  },
} as const satisfies Record<string, Phrase>;
