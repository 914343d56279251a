import type { Phrase } from '../core/language.ts';

/** The words of the audit area: imports, the audit log, its verification. */
export const words = {
  importing: { en: 'Importing', zh: '正在导入' },
  imported: {
    en: '{read} {read:row|rows} read: {imported} imported, {unchanged} unchanged, {rejected} rejected.',
    zh: '共读取 {read} 行：导入 {imported} 行，未变 {unchanged} 行，退回 {rejected} 行。',
  },
  mend: {
    en: 'The rejected {n:row is|rows are} in {file}, each with its reason: mend {n:it|them} there and import that file.',
    zh: '退回的行连同原因在 {file} 中：改好后导入该文件即可。',
  },
  mendAll: {
    en: 'Nothing was imported. The rejected {n:row is|rows are} in {file}, each with its reason: mend {n:it|them} in your file and import it again.',
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
  ignoreUnknownOption: { en: 'pass over unknown columns', zh: '忽略不认识的列' },
} as const satisfies Record<string, Phrase>;
