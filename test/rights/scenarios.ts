/*
 * The office in which every command is tried by those who may not run it, and how each is tried there.
 *
 * To add a command: put what it needs into `facts` (commands that the administrator at the top runs, in order), and
 * a scenario under `noun verb`. Its kind follows from the reach in src/rights.ts:
 * - `open`: something that anybody may run.
 * - `whole`: something that only the top may run.
 * - `list`: reach `units`, lists: run by the administrator of M1, it must show `own` and not `other`, which is of M2.
 *   Of a report of sums, `own` ends the sum of M1 and `other` that of the whole.
 * - `act`: reach `units`, one thing: on something of M2 it must be refused to the administrator of M1.
 * - `rows`: reach `units`, an import: rows about M2, all of which must be rejected for the administrator of M1.
 * test/rights.test.ts does the rest: each is also run without being registered, as cron, and by every role that
 * lacks the right, and nothing may be written by any of them.
 */

/** How a command is tried; `argv` is what is typed after the noun and verb. */
export type Scenario =
  | { readonly open: readonly string[] }
  | { readonly whole: readonly string[] }
  | { readonly list: readonly string[]; readonly own: string; readonly other: string }
  | { readonly act: readonly string[] }
  | { readonly rows: string };

/** Who works in the office, by their roles: all but the administrator of M1 at the top. */
export const staff = {
  administrator: '陈秀英',
  caseworker: '周敏',
  reviewer: '吴静',
  auditor: '郑凯',
} as const;

/** The administrator of M1: may do everything, but there alone. */
export const ofMine = '王建军';

/** One of M1 and one of M2, in that order. */
const [own, other] = ['00011', '00021'];

const atOf = (no: string) => (no === own ? 'M1S1' : 'M2S1');

/** Files that facts read, by name. */
export const files: Readonly<Record<string, string>> = {
  units: `code,name,level,parent
G,晋岭集团,group,
M1,青石沟矿,mine,G
M1S1,综采一队,section,M1
M2,白马山矿,mine,G
M2S1,掘进一队,section,M2
`,
  people: `employee_no,name,id_no,category,unit
${own},王建国,140105198001010011,active,M1S1
${other},刘洋,140105199006150042,active,M2S1
`,
  enrolments: `employee_no,from_year,to_year\n${own},2024,2026\n${other},2024,2026\n`,
  recognitions: `employee_no,kind,detail,from,to
${own},hardship,低保家庭,2025-01-01,
${other},hardship,低保边缘家庭,2025-01-01,
`,
  hospitals: 'name,designated\n晋岭总医院,yes\n',
  claims: `employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on
${own},inpatient,ZY-11,2026-07-10,晋岭总医院,9000,5000,3000,2026-07-20
${other},inpatient,ZY-21,2026-07-11,晋岭总医院,8000,5000,2000,2026-07-20
${other},inpatient,ZY-22,2026-09-11,晋岭总医院,7000,5000,1500,2026-10-02
`,
  posts: `unit,premises,opened_on,member,duty
M1,矿工会二楼,2026-01-01,赵敏,站长
M2,矿工会一楼,2026-01-01,孙丽,站长
`,
};

const asReviewer = ['--as', staff.reviewer];

/** Before an employee number: their hardship file is there, however it was opened. */
export const hardshipFile = 'hardship file';

const heating = ['--kind', 'heating', '--winter', '2025-2026', '--degree', 'waived'];

/** What the administrator at the top does before anything is tried; `@name` is a file of the above. */
export const facts: readonly (readonly string[])[] = [
  ['unit', 'import', '@units'],
  ['operator', 'add', '--name', staff.administrator, '--unit', 'G', '--role', 'administrator'],
  ['operator', 'add', '--name', staff.caseworker, '--unit', 'G', '--role', 'caseworker'],
  ['operator', 'add', '--name', staff.reviewer, '--unit', 'G', '--role', 'reviewer'],
  ['operator', 'add', '--name', staff.auditor, '--unit', 'G', '--role', 'auditor'],
  ['operator', 'add', '--name', ofMine, '--unit', 'M1', '--role', 'administrator'],
  ['operator', 'add', '--name', '孙丽', '--unit', 'M2', '--role', 'caseworker'],
  ['post', 'import', '@posts'],
  ['person', 'import', '@people'],
  ['enrolment', 'import', '@enrolments'],
  ['recognition', 'import', '@recognitions'],
  ['hospital', 'import', '@hospitals'],
  ['claim', 'import', '@claims'],
  ...[own, other].flatMap((no, at) => [
    [
      ...['special-relief', 'grant', '--employee-no', no, '--situation', 'urgent', '--amount'],
      ...['500', '--evidence', '病危通知书', '--pay', 'now'],
    ],
    ['special-relief', 'approve', String(at + 1), ...asReviewer],
  ]),
  [
    ...['special-relief', 'grant', '--employee-no', other, '--situation', 'ongoing', '--amount'],
    ...['300', '--evidence', '诊断书', '--pay', 'batch'],
  ],
  ...[own, other].map((no) => [
    ...['grant', 'apply', '--fund', 'living-active', '--employee-no', no, '--amount', '800'],
    ...['--purpose', '家中失火', '--evidence', '申请书', '--urgent'],
  ]),
  ['settle', '--quarter', '2026Q3'],
  [hardshipFile, own],
  [hardshipFile, other],
  ...[own, other].map((no) => [
    ...['family', 'add', no, '--relation', 'child', '--name', '小明', '--income', '0'],
    ...['--stage', 'primary', '--school', '矿区小学'],
  ]),
  ['official', 'add', '--name', '何志', '--rank', 'division', '--unit', 'M1'],
  ['official', 'add', '--name', '高峰', '--rank', 'section', '--unit', 'M2'],
  // Pairings that have ended, each with a visit too late, of families who have nobody now.
  ...[own, other].flatMap((no, at) => [
    ['pairing', 'add', '--official', '何志', '--employee-no', no, '--from', '2026-01-01'],
    ['visit', 'add', String(at + 1), '--on', '2026-02-01', '--done', '走访'],
    ['pairing', 'end', String(at + 1), '--to', '2026-09-30', '--outcome', '子女就业'],
    [
      'request',
      'add',
      '--employee-no',
      no,
      '--kind',
      'living',
      '--matter',
      '住院',
      '--at',
      atOf(no),
    ],
  ]),
  ['in-kind', 'add', ...heating, '--employee-no', own],
  ['in-kind', 'add', ...heating, '--employee-no', other],
];

/** What test/rights.test.ts lends below the command line, before anything is tried: a loan of each, long overdue. */
export const loans = [
  { id: 901, employee_no: own },
  { id: 902, employee_no: other },
] as const;

const loanOfOther = '902';
const batch = '2026Q3-1';
const because = ['--reason', '票据存疑'];
const another = [
  '--receipt-type',
  'inpatient',
  '--receipt-no',
  'ZY-23',
  '--hospital',
  '晋岭总医院',
];
const cost = ['--total-amount', '900', '--pool-paid', '500', '--pool-self-pay', '100'];
const policy = 'data/policies/xishan.yaml';

/** How each command is tried. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'init init': { open: ['--policy', 'no-such-policy.yaml'] },
  'demo demo': { open: ['--help'] },

  'unit add': {
    act: ['--code', 'M2S2', '--name', '掘进二队', '--level', 'section', '--parent', 'M2'],
  },
  'unit edit': { act: ['M2S1', '--name', '掘进二队'] },
  'unit import': { rows: 'code,name,level,parent\nM2S2,掘进二队,section,M2\n' },
  'unit list': { open: [] },
  'unit show': { open: ['M2'] },
  'unit tree': { open: [] },
  'unit coverage': { open: [] },

  'post add': { act: ['--unit', 'M2S1', '--premises', '队部'] },
  'post edit': { act: ['M2', '--phone', '0351-6100002'] },
  'post close': { act: ['M2'] },
  'post join': { act: ['M2', '--name', '李强', '--duty', '干事'] },
  'post leave': { act: ['M2', '--name', '孙丽'] },
  'post import': { rows: 'unit,premises,opened_on\nM2S1,队部,2026-03-01\n' },
  'post list': { list: [], own: '矿工会二楼', other: '矿工会一楼' },
  'post show': { act: ['M2'] },

  'operator add': { act: ['--name', '李强', '--unit', 'M2', '--role', 'caseworker'] },
  'operator edit': { act: ['孙丽', '--role', 'reviewer'] },
  'operator end': { act: ['孙丽'] },
  'operator list': { list: [], own: ofMine, other: '孙丽' },
  'operator show': { act: ['孙丽'] },

  'person add': {
    act: [
      ...['--employee-no', '00022', '--name', '张伟', '--id-no', '14010519751112003X'],
      ...['--category', 'active', '--unit', 'M2S1'],
    ],
  },
  'person edit': { act: [other, '--phone', '13800000021'] },
  'person import': {
    rows: `employee_no,name,id_no,category,unit
00022,张伟,14010519751112003X,active,M2S1
${other},刘洋,140105199006150042,active,M2S1
${other},刘洋,140105199006150042,active,M1S1
00012,李秀英,140105199006150042,active,M1S1
`,
  },
  'person list': { list: [], own, other },
  'person show': { act: [other] },
  'person history': { act: [other] },

  'hardship open': {
    act: [
      ...['--employee-no', other, '--cause', 'illness', '--income', '9000'],
      ...['--rigid-expenses', '0'],
    ],
  },
  'hardship review': { act: [other, '--rigid-expenses', '0'] },
  'hardship close': { act: [other, '--outcome', 'lifted', '--reason', '子女就业'] },
  'hardship return': { act: [other, '--rigid-expenses', '0'] },
  'hardship import': {
    rows: `employee_no,cause,rigid_expenses,opened_on,members,income
${other},illness,0,2026-03-01,1,9000
`,
  },
  'hardship list': { list: [], own, other },
  'hardship show': { act: [other] },

  'family add': { act: [other, '--relation', 'child', '--name', '刘小明', '--income', '0'] },
  'family edit': { act: ['2', '--income', '100'] },
  'family leave': { act: ['2', '--reason', '参加工作'] },
  'family import': {
    rows: `household,relation,name,income
${other},child,刘小明,0
`,
  },
  'family list': { list: [], own, other },

  'aid find': { list: [], own, other },
  'daily daily': { list: [], own, other },
  'report fund': { list: ['--year', '2026'], own: '200.00', other: '400.00' },
  'report unit': { list: ['--year', '2026'], own: '青石沟矿', other: '白马山矿' },
  'report level': { list: ['--year', '2026'], own: '200.00', other: '400.00' },
  'report category': { list: ['--year', '2026'], own: '200.00', other: '400.00' },
  'report source': { whole: ['--year', '2026'] },

  'recognition add': {
    act: [
      '--employee-no',
      other,
      '--kind',
      'disability',
      '--detail',
      '三级',
      '--from',
      '2026-01-01',
    ],
  },
  'recognition edit': { act: [other, '--kind', 'hardship', '--to', '2026-12-31'] },
  'recognition end': { act: [other, '--kind', 'hardship', '--to', '2026-12-31'] },
  'recognition remove': { act: [other, '--kind', 'hardship', ...because] },
  'recognition import': {
    rows: `employee_no,kind,detail,from\n${other},disability,三级,2026-01-01\n`,
  },
  'recognition list': { list: [], own, other },
  'recognition show': { act: [other] },

  'enrolment add': { act: ['--employee-no', other, '--from-year', '2023'] },
  'enrolment remove': { act: [other, '--year', '2024', ...because] },
  'enrolment import': { rows: `employee_no,from_year\n${other},2023\n` },
  'enrolment list': { list: [], own, other },
  'enrolment show': { act: [other] },

  'hospital add': { whole: ['--name', '青石沟矿医院', '--designated', 'yes'] },
  'hospital edit': { whole: ['晋岭总医院', '--designated', 'no'] },
  'hospital import': { whole: ['-'] },
  'hospital list': { open: [] },
  'hospital show': { open: ['晋岭总医院'] },

  'claim add': {
    act: ['--employee-no', other, '--service-date', '2026-10-01', ...another, ...cost],
  },
  'claim import': {
    rows: `employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay
${other},inpatient,ZY-23,2026-10-01,晋岭总医院,900,500,100
${other},inpatient,ZY-21,2026-07-11,晋岭总医院,8000,5000,2000
`,
  },
  'claim list': { list: [], own: 'ZY-11', other: 'ZY-21' },
  'claim show': { act: ['ZY-21'] },
  'claim withdraw': { act: ['#3', ...because] },
  'claim hold': { act: ['ZY-22', ...because] },
  'claim release': { act: ['inpatient:ZY-21'] },
  'claim reject': { act: ['ZY-22', ...because] },
  'claim annul': { act: ['ZY-21', ...because] },

  'special-relief grant': {
    act: [
      ...['--employee-no', other, '--situation', 'urgent', '--amount', '100'],
      ...['--evidence', '诊断书', '--pay', 'batch'],
    ],
  },
  'special-relief refuse': { act: ['3', ...because] },
  'special-relief list': { list: [], own, other },
  'special-relief show': { act: ['3'] },
  'special-relief approve': { whole: ['3'] },
  'special-relief revoke': { whole: ['3', ...because] },

  'grant apply': {
    act: [
      ...['--fund', 'living-active', '--employee-no', other, '--amount', '500'],
      ...['--purpose', '家中失火', '--evidence', '申请书'],
    ],
  },
  'grant endorse': { act: ['2', '--opinion', '同意'] },
  'grant return': { act: ['2', ...because] },
  'grant approve': { act: ['2'] },
  'grant refuse': { act: ['2', ...because] },
  'grant pay': { act: ['2'] },
  'grant withdraw': { act: ['2', ...because] },
  'grant list': { list: [], own: '王建国', other: '刘洋' },
  'grant show': { act: ['2'] },
  'grant import': {
    rows: `fund,employee_no,amount,purpose,evidence\nliving-active,${other},500,房屋漏水,申请书\n`,
  },

  'settle settle': { whole: ['--quarter', '2026Q3'] },
  'batch list': { whole: [] },
  'batch show': { whole: [batch] },
  'batch export': { whole: [batch] },
  'batch print': { whole: [batch, 'slips'] },
  'batch verify': { whole: [batch] },
  'batch announce': { whole: [batch] },
  'batch objection': { whole: [batch, own, ...because] },
  'batch approve': { whole: [batch, '--yes'] },
  'batch void': { whole: [batch, '--yes'] },
  'batch pay': { whole: [batch, '--yes'] },
  'batch result': { whole: [batch, 'answer.csv'] },
  'batch close': { whole: [batch] },

  'explain claim': { act: ['ZY-21'] },
  'explain person': { act: [other] },

  'official add': { act: ['--name', '马超', '--rank', 'team', '--unit', 'M2S1'] },
  'official edit': { act: ['高峰', '--duty', '工会主席'] },
  'official import': { rows: 'name,rank,unit\n马超,team,M2S1\n' },
  'official list': { open: [] },
  'official show': { list: ['何志'], own, other },

  'pairing add': { act: ['--official', '何志', '--employee-no', other] },
  'pairing edit': { act: ['2', '--goal', '稳定就业'] },
  'pairing end': { act: ['2', '--outcome', '脱困'] },
  'pairing import': { rows: `official,employee_no,from\n何志,${other},2026-10-01\n` },
  'pairing list': { list: [], own, other },
  'pairing show': { act: ['2'] },
  'pairing figures': { list: [], own: 'M1', other: 'M2' },
  'pairing missing': { list: [], own, other },

  'visit add': { act: ['2', '--on', '2026-03-01', '--done', '走访'] },
  'visit import': { rows: `official,employee_no,on,done\n何志,${other},2026-03-01,走访\n` },
  'visit list': { list: [], own, other },
  'visit overdue': { list: [], own, other },

  'request add': { act: ['--employee-no', other, '--kind', 'living', '--matter', '住院'] },
  'request pass-up': { act: ['2', ...because] },
  'request answer': { act: ['2', '--answer', '已救助'] },
  'request list': { list: [], own, other },
  'request show': { act: ['2'] },

  'loan list': { list: [], own, other },
  'loan show': { act: [loanOfOther] },
  'loan overdue': { list: [], own, other },
  'loan repay': { act: [loanOfOther, '--amount', '100'] },
  'loan import': { rows: `employee_no,amount,on\n${other},100,2026-09-01\n` },
  'loan correct': { act: [loanOfOther, '--repayment', '1', ...because] },
  'loan write-off': { act: [loanOfOther, ...because] },
  'loan approve-write-off': { act: [loanOfOther, '--yes'] },
  'loan refuse-write-off': { act: [loanOfOther, ...because] },
  'loan fund': { whole: [] },

  'in-kind add': { act: ['--employee-no', other, ...heating] },
  'in-kind import': {
    rows: `kind,employee_no,winter,degree\nheating,${other},2025-2026,waived\n`,
  },
  'in-kind remove': { act: ['2', ...because] },
  'in-kind list': { list: [], own, other },
  'in-kind count': { list: [], own: '综采一队', other: '白马山矿' },

  'fund list': { whole: [] },
  'fund show': { whole: ['mutual-aid'] },
  'fund statement': { whole: ['mutual-aid'] },
  'fund outstanding': { list: [], own, other },
  'fund deposit': { whole: ['mutual-aid', '--source', 'union', '--amount', '100'] },
  'fund opening': { whole: ['school', '--amount', '100'] },
  'fund budget': { whole: ['mutual-aid', '--amount', '100'] },
  'fund repay': { act: ['mutual-aid', '--person', other, '--amount', '100'] },

  'ledger list': { whole: [] },
  'ledger show': { whole: ['1'] },
  'ledger export': { whole: [] },
  'ledger reverse': { whole: ['1', ...because] },

  'policy show': { open: [] },
  'policy check': { open: [policy] },
  'policy diff': { open: [policy] },
  'policy use': { whole: [policy, '--yes'] },

  'audit log': { whole: [] },
  'audit verify': { open: [] },
};
