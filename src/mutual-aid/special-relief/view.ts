import { titleOf } from '../../core/field.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { type Block, type Column, choiceInWords, factsOf, yuanColumn } from '../../core/report.ts';
import { grantStates, pays, situations } from './special-relief.ts';
import type { StoredGrant } from './store.ts';
import { words } from './words.ts';

const more = { fileOnly: true } as const;

/** The columns of a list of special relief. */
export const grantColumns: readonly Column[] = [
  { key: 'grant', title: words.grant, align: 'right' },
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'unit', title: words.unit },
  { key: 'situation', title: words.situation, show: choiceInWords(situations) },
  yuanColumn('amount', words.amount),
  { key: 'evidence', title: words.evidence, ...more },
  { key: 'pay', title: words.pay, show: choiceInWords(pays) },
  { key: 'granted_on', title: words.grantedOn },
  { key: 'granted_by', title: words.grantedBy, ...more },
  { key: 'approved_on', title: words.approvedOn, ...more },
  { key: 'approved_by', title: words.approvedBy, ...more },
  { key: 'state', title: words.state, show: choiceInWords(grantStates) },
  { key: 'batch', title: words.batch, ...more },
  { key: 'ended_on', title: words.endedOn, ...more },
  { key: 'ended_by', title: words.endedBy, ...more },
  { key: 'reason', title: words.reason, ...more },
];

/** Special relief as a row; the amount in yuan. */
export function grantRow(grant: StoredGrant) {
  return {
    grant: grant.id,
    employee_no: grant.employee_no,
    name: grant.name,
    unit: grant.unit,
    situation: grant.situation,
    amount: formatYuan(grant.amount),
    evidence: grant.evidence,
    pay: grant.pay,
    granted_on: grant.granted_on,
    granted_by: grant.granted_by,
    approved_on: grant.approved_on,
    approved_by: grant.approved_by,
    state: grant.state,
    batch: grant.batch,
    ended_on: grant.ended_on,
    ended_by: grant.ended_by,
    reason: grant.reason,
  };
}

/** One special relief, a fact a line. */
export function grantBlock(grant: StoredGrant): Block {
  return { facts: factsOf(grantColumns, grantRow(grant)) };
}

/** What the messages about special relief name. */
export function grantFacts(grant: StoredGrant) {
  const { id, name, employee_no: no, evidence } = grant;
  const situation = titleOf(situations, grant.situation);
  return { id, name, no, evidence, situation, amount: readableYuan(grant.amount) };
}
