import type { Areas } from './areas.ts';
import type { Right } from './organisation/operator/operator.ts';

/**
 * What a command takes (SPEC 13), once operators are registered.
 * - `reach`: `units`: any registered operator; the command itself keeps to the operator's unit and those below
 *   (unitsSeen, findPersonSeen). `whole`: an operator of the topmost unit. `open`: anyone, as nothing in it is personal.
 * - `right`: `read`: any role; the others: a role that may do so.
 * - `cron`: scheduled runs do it too, without being registered.
 */
export interface Rule {
  readonly right: 'read' | Right;
  readonly reach: 'units' | 'whole' | 'open';
  readonly cron?: true;
}

const open: Rule = { right: 'read', reach: 'open' };
const read: Rule = { right: 'read', reach: 'units' };
const record: Rule = { right: 'record', reach: 'units' };
const review: Rule = { right: 'review', reach: 'units' };
const approve: Rule = { right: 'approve', reach: 'units' };
const manage: Rule = { right: 'manage', reach: 'units' };
const readWhole: Rule = { right: 'read', reach: 'whole' };
const recordWhole: Rule = { right: 'record', reach: 'whole' };
const reviewWhole: Rule = { right: 'review', reach: 'whole' };
const approveWhole: Rule = { right: 'approve', reach: 'whole' };
const manageWhole: Rule = { right: 'manage', reach: 'whole' };

/** The verbs of a noun, by name; a command without a verb stands under its own name. */
export type Rules = Readonly<Record<string, Rule>>;

/**
 * The rule of every command, by noun and verb: the one table that says who may do what. The compiler asks for every
 * noun, test/rights.test.ts for every verb; a verb without a rule is refused to everybody.
 */
export const rules: Readonly<Record<keyof Areas, Rules>> = {
  init: { init: open },
  demo: { demo: open },
  unit: {
    ...{ add: record, edit: record, import: record },
    ...{ list: open, show: open, tree: open, coverage: open },
  },
  post: {
    ...{ add: record, edit: record, close: record, join: record, leave: record, import: record },
    ...{ list: read, show: read },
  },
  operator: { add: manage, edit: manage, end: manage, list: read, show: read },
  person: { add: record, edit: record, import: record, list: read, show: read, history: read },
  recognition: {
    ...{ add: record, edit: record, end: record, remove: record, import: record },
    ...{ list: read, show: read },
  },
  hardship: {
    ...{ open: record, review: record, close: record, return: record, import: record },
    ...{ list: read, show: read },
  },
  family: { add: record, edit: record, leave: record, import: record, list: read },
  enrolment: { add: record, remove: record, import: record, list: read, show: read },
  // Whether a hospital is designated decides on the money of every unit's people.
  hospital: {
    ...{ add: recordWhole, edit: recordWhole, import: recordWhole },
    ...{ list: open, show: open },
  },
  claim: {
    ...{ add: record, import: record, withdraw: record, list: read, show: read },
    ...{ hold: review, release: review, reject: review, annul: review },
  },
  // The fund that pays it is kept at the top: there it is decided on.
  'special-relief': {
    ...{ grant: record, refuse: review, list: read, show: read },
    ...{ approve: approveWhole, revoke: approveWhole },
  },
  // What is imported may be decided already.
  grant: {
    ...{ apply: record, endorse: record, list: read, show: read, import: manage },
    ...{ return: review, refuse: review, withdraw: review, approve, pay: manage },
  },
  settle: { settle: { ...manageWhole, cron: true } },
  batch: {
    ...{ list: readWhole, show: readWhole, export: readWhole, print: readWhole, verify: readWhole },
    ...{ announce: manageWhole, pay: manageWhole, result: manageWhole, close: manageWhole },
    ...{ void: manageWhole, objection: reviewWhole, approve: approveWhole },
  },
  explain: { claim: read, person: read },
  // An official is named by the families of other units too: a name, a rank, a telephone in an office.
  official: { add: record, edit: record, import: record, list: open, show: read },
  pairing: {
    ...{ add: record, edit: record, end: record, import: record },
    ...{ list: read, show: read, figures: read, missing: read },
  },
  visit: { add: record, import: record, list: read, overdue: read },
  request: { add: record, 'pass-up': record, answer: record, list: read, show: read },
  loan: {
    ...{ list: read, show: read, overdue: read, fund: readWhole, 'write-off': record },
    ...{ repay: manage, import: manage, correct: manage },
    ...{ 'approve-write-off': approve, 'refuse-write-off': approve },
  },
  'in-kind': { add: record, import: record, remove: record, list: read, count: read },
  fund: {
    ...{ list: readWhole, show: readWhole, statement: readWhole, outstanding: read },
    ...{ deposit: manageWhole, opening: manageWhole, budget: manageWhole, repay: manage },
  },
  ledger: { list: readWhole, show: readWhole, export: readWhole, reverse: manageWhole },
  aid: { find: read },
  // Requests rise by the day, whoever begins it.
  daily: { daily: { ...record, cron: true } },
  report: { fund: read, unit: read, level: read, category: read, source: readWhole },
  policy: { show: open, check: open, diff: open, use: manageWhole },
  audit: { log: readWhole, verify: open },
};

/** The rule of a command; undefined where there is none. */
export function ruleOf(noun: string, verb: string): Rule | undefined {
  return (rules as Readonly<Record<string, Rules>>)[noun]?.[verb];
}
