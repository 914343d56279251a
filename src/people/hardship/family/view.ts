import { maskIdNumber } from '../../../core/mask.ts';
import { formatYuan } from '../../../core/money.ts';
import { type Column, choiceInWords, yuanColumn } from '../../../core/report.ts';
import type { HardshipRules } from '../rules.ts';
import type { ShownMember } from '../store.ts';
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

/** How much of members is shown to the operator at work. */
export interface Sight {
  /** Whether ID numbers are shown whole. */
  readonly reveal: boolean;
  /** The units that are seen; undefined: all. */
  readonly units: readonly number[] | undefined;
}

/**
 * A member as a row: the income in yuan, the ID number masked unless it is to be revealed. Families cross mines: of a
 * person whose own unit is not seen, the family shows the name and the employee number, and no ID number.
 */
export function memberRow(
  member: ShownMember & { readonly household: string },
  { reveal, units }: Sight,
) {
  const { income, own_unit_id: own } = member;
  const id_no = own === null || !units || units.includes(own) ? member.id_no : null;
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
