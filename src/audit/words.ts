import type { Phrase } from '../core/language.ts';

/** The words of the audit area: imports, the audit log, its verification. */
export const words = {
  importing: { en: 'Importing', zh: '正在导入' },
  imported: {
    en: '{read} {read:row|rows} read: {imported} imported, {unchanged} unchanged, {rejected} rejected.',
    zh: '共读取 {read} 行：导入 {imported} 行，未变 {unchanged} 行，退回 {rejected} 行。',
  },
  mend: {
    en: 'The rejected {n:row is|rows are} in {file}, with the {n:reason|reasons}: mend {n:it|them} there and import that file.',
    zh: '退回的行连同原因在 {file} 中：改好后导入该文件即可。',
  },
  mendAll: {
    en: 'Nothing was imported. The rejected {n:row is|rows are} in {file}, with the {n:reason|reasons}: mend {n:it|them} in your file and import it again.',
    zh: '一行也没有导入。退回的行连同原因在 {file} 中：请在原文件中改好后重新导入。',
  },
  rowRejected: { en: 'line {line}: {reason}', zh: '第 {line} 行：{reason}' },
  rowWarned: {
    en: 'line {line}, imported, but please check: {warning}',
    zh: '第 {line} 行已导入，请核对：{warning}',
  },
  moreRejected: { en: '… and {n} more rejected {n:row|rows}', zh: '……另有 {n} 行退回' },
  moreWarned: { en: '… and {n} more {n:row|rows} to check', zh: '……另有 {n} 行请核对' },
  rejectLine: { en: 'reject_line', zh: '原行号' },
  rejectReason: { en: 'reject_reason', zh: '退回原因' },
  importFile: {
    en: 'the CSV file, or - for standard input; columns:',
    zh: 'CSV 文件，- 表示标准输入；列：',
  },
  importNeedsFile: {
    en: 'name the file: relief {noun} import FILE, or pipe it in',
    zh: '请写明文件：relief {noun} import 文件，或用管道输入',
  },
  rejectsOption: {
    en: 'where rejected rows go (default: beside the file)',
    zh: '退回的行写到哪里（默认与原文件同一文件夹）',
  },
  allOrNothingOption: {
    en: 'import nothing when any row is rejected',
    zh: '有一行退回就全部不导入',
  },
  ignoreUnknownOption: { en: 'pass over unknown columns', zh: '忽略无法识别的列' },
  logSummary: { en: 'who did what, the latest first', zh: '谁做了什么，最近的在前' },
  verifySummary: {
    en: "find any row that was changed behind the program's back",
    zh: '查找绕过本程序改动的数据',
  },
  entityOption: {
    en: 'only this kind: person, claim, batch …',
    zh: '只看该类：person、claim、batch 等',
  },
  keyOption: { en: 'only this one: an employee number, a batch', zh: '只看这一个：工号、批次号等' },
  operatorOption: { en: 'only what this operator did', zh: '只看该操作人的' },
  sinceOption: { en: 'only from this day on', zh: '只看这一天起的' },
  untilOption: { en: 'only up to this day', zh: '只看到这一天为止的' },
  id: { en: 'no.', zh: '序号' },
  at: { en: 'when', zh: '时间' },
  operator: { en: 'operator', zh: '操作人' },
  action: { en: 'what', zh: '操作' },
  entity: { en: 'kind', zh: '类别' },
  key: { en: 'which', zh: '对象' },
  detail: { en: 'detail', zh: '详情' },
  holds: {
    en: 'All holds: {entries} {entries:entry|entries} in the chain, {rows} {rows:row|rows} as they were written.',
    zh: '核验无误：{entries} 条操作记录前后相连，{rows} 行数据均与写入时一致。',
  },
  broken: {
    en: "{n} {n:thing does|things do} not hold: the file was changed behind the program's back. Keep it as it is, restore a backup, and find out who",
    zh: '有 {n} 处不符：文件被绕过本程序改动。请原样保留该文件，恢复备份，并查明是谁改动的',
  },
  chainBroken: {
    en: 'audit entry {id} ({at}, {operator}, {action}) was changed, or one before it is missing',
    zh: '操作记录 {id}（{at}，{operator}，{action}）被改动，或它前面缺了记录',
  },
  chainCut: {
    en: 'the audit log has {entries} {entries:entry|entries}, {written} were written: its end was cut or replaced',
    zh: '操作记录现有 {entries} 条，写入的是 {written} 条：末尾被删去或替换',
  },
  rowChanged: {
    en: '{title}, {entity}: the row {row} was changed',
    zh: '{title}（{entity}）：{row} 这一行被改动',
  },
  rowsMissing: {
    en: '{title}, {entity}: {rows} {rows:row|rows} stand there, {sealed} {sealed:was|were} written: some were added or taken away',
    zh: '{title}（{entity}）：现有 {rows} 行，写入的是 {sealed} 行：有增加或删除',
  },
  sumDiffers: {
    en: '{title}, {entity}: rows were taken away and others put in their place',
    zh: '{title}（{entity}）：有的行被删除，换成了别的行',
  },
  tallyDiffers: {
    en: '{title}, {entity}: the count of its rows was changed after the last entry that wrote them',
    zh: '{title}（{entity}）：行数记录在最后一次写入之后被改动',
  },
} as const satisfies Record<string, Phrase>;
