import type { Phrase } from '../../core/language.ts';

/** The words of writing a loan off: asked for, decided on. */
export const words = {
  writeOffSummary: {
    en: 'ask that what is left of a loan be written off',
    zh: '申请核销一笔借款的未归还部分',
  },
  approveWriteOffSummary: {
    en: 'write off what is left of a loan, as another operator asked',
    zh: '批准他人提出的核销申请',
  },
  refuseWriteOffSummary: { en: 'refuse that a loan be written off', zh: '对核销申请不予批准' },
  asked: {
    en: 'Asked that {left} yuan of loan {id}, {name} ({no}), be written off. Another operator decides: relief loan approve-write-off {id}',
    zh: '已申请核销{name}（工号 {no}）借款 {id} 的未归还部分 {left} 元。须由另一位操作人审批：relief loan approve-write-off {id}',
  },
  approveConfirm: {
    en: 'Write off {left} yuan of loan {id}, {name} ({no}), for good? Reason: {reason}',
    zh: '核销{name}（工号 {no}）借款 {id} 的未归还部分 {left} 元？核销原因：{reason}',
  },
  approved: {
    en: 'Entry {entry}: {amount} yuan of loan {id}, {name} ({no}), written off by {operator}.',
    zh: '分录号 {entry}：{operator}已批准核销{name}（工号 {no}）借款 {id} 的未归还部分 {amount} 元。',
  },
  refused: {
    en: 'Loan {id} of {name} ({no}) is not written off; {left} yuan are left of it.',
    zh: '{name}（工号 {no}）的借款 {id} 不予核销，尚欠 {left} 元。',
  },
  askedAlready: {
    en: 'that loan {id} be written off was asked for already, by {by} on {on}; another operator decides: relief loan approve-write-off {id}',
    zh: '{by}已于 {on} 申请核销借款 {id}，须由另一位操作人审批：relief loan approve-write-off {id}',
  },
  notAsked: {
    en: 'nobody has asked that loan {id} be written off; first: relief loan write-off {id} --reason …',
    zh: '借款 {id} 没有待审批的核销申请；请先申请：relief loan write-off {id} --reason 原因',
  },
  cronCannotDecide: {
    en: '"cron" decides nothing; a person must decide on loan {id} (--as NAME)',
    zh: '“cron”不能审批；借款 {id} 的核销须由人审批（--as 姓名）',
  },
  askedByYou: {
    en: '{operator} asked that loan {id} be written off, and therefore cannot decide on it; ask another operator (--as NAME)',
    zh: '借款 {id} 的核销由{operator}申请，不能由同一人审批；请由另一位操作人审批（--as 姓名）',
  },
  decidedAbove: {
    en: 'loan {id} is of a fund kept at the level {level}; {operator} works below it and cannot decide that it be written off',
    zh: '借款 {id} 所属基金由{level}一级管理，{operator}所在单位的级别不够，不能审批核销',
  },
  decidedBeforeAsked: {
    en: 'it was asked on {asked_on} that loan {id} be written off, and {today} lies before that; check the date of this computer, or --today',
    zh: '借款 {id} 于 {asked_on} 申请核销，{today} 早于该日期；请检查本机日期或 --today',
  },
  repaidMeanwhile: {
    en: 'loan {id} was repaid in full meanwhile: there is nothing to write off; relief loan refuse-write-off {id} --reason …',
    zh: '借款 {id} 在此期间已全部还清，无须核销；请用：relief loan refuse-write-off {id} --reason 原因',
  },
} as const satisfies Record<string, Phrase>;
