import { maskIdNumber } from '../../../core/mask.ts';
import { formatYuan } from '../../../core/money.ts';
import { type Column, choiceInWords, yuanColumn } from '../../../core/report.ts';
import type { HardshipRules } from '../rules.ts';
import type { StoredMember } from '../store.ts';
import { words } from './words.ts';

/** Columns of a list of members that carry nothing to import. */
export const derivedColumns = ['member', words.number.zh];

/** The columns of a list of members. */
export const memberColumns = ({ relations, stages }: HardshipRules): readonly Column[] => [
  { key: 'member', title: words.number, align: 'right' },
  { key: 'household', title: words.household },
  { key: 'name', title: words.name },
  { key: 'relation', title: words.relation, show: choiceInWords(relations) },
  { key: 'id_no', title: words.idNo },
  { key: 'employee_no', title: words.employeeNo, fileOnly: true },
  yuanColumn('income', words.income),
  {
    key: 'stage',
    title: words.stage,
    show: (cell, lang) => (cell === null ? '' : choiceInWords(stages)(cell, lang)),
  },
  { key: 'school', title: words.school },
  { key: 'health', title: words.health },
  { key: 'from', title: words.from, fileOnly: true },
  { key: 'to', title: words.to, fileOnly: true },
];

/** A member as a row: the income in yuan, the ID number masked unless it is to be revealed. */
export function memberRow(member: StoredMember & { readonly household: string }, reveal: boolean) {
  const { id_no, income } = member;
  return {
    member: member.id,
    household: member.household,
    name: member.name,
    relation: member.relation,
    id_no: id_no === null || reveal ? id_no : maskIdNumber(id_no),
    employee_no: member.employee_no,
    income: income === null ? null : formatYuan(income),
    stage: member.stage,
    school: member.school,
    health: member.health,
    from: member.from,
    to: member.to,
  };
}

/** A row of a list of members. */
export type MemberRow = ReturnType<typeof memberRow>;
