import type { Writer } from '../../audit/change.ts';
import { Failure, Fault } from '../../core/failure.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { formatYuan } from '../../core/money.ts';
import type { Database } from '../../io/database.ts';
import type { Session } from '../../io/session.ts';
import { mustSeeOneOf } from '../../organisation/operator/reach.ts';
import { allUnits, type StoredUnit } from '../../organisation/store.ts';
import type { Fund } from '../../policy/aid.ts';
import { findFund, fundWithBooksAlone } from '../../policy/funds.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import { rulesOn } from '../../policy/store.ts';
import type { Case } from './case.ts';
import { casesOf, pathOf } from './case-store.ts';
import { commandWords } from './command-words.ts';
import { type Asked, parseAmount } from './grant.ts';
import { allSaid } from './judge.ts';
import {
  type Action,
  type Living,
  objectionToStep,
  papersToCome,
  standsAt,
  wayTo,
} from './life.ts';
import { unitsWithoutOpinion } from './opinion-store.ts';
import { findGrant, insertSteps, livingOf, type StoredGrant } from './store.ts';
import { grantRow } from './view.ts';
import { howHelped } from './way-of-help.ts';
import { words } from './words.ts';

/** The argument that names an application. */
export const grantArgument = [{ name: 'number', about: commandWords.grantArgument }];
const entity = 'grant';
/** What cannot be done in the present state. */
export const refused = (said: Said) => new Failure('refused', said);
/** An option of an amount. */
export const yuanOption = (about: Phrase) => {
  return { about, placeholder: 'YUAN', parse: parseAmount, datum: true } as const;
};

/** An application with what its life goes by. */
export interface Found {
  readonly grant: StoredGrant & Living;
  readonly fund: Fund;
  readonly rules: PolicyVersion;
  /** The units that it passes, from the one that took it to the one that decides. */
  readonly way: readonly StoredUnit[];
  /** The units that an urgent one passed over whose opinion is still missing, from the lowest. */
  readonly missing: readonly StoredUnit[];
}

/**
 * The application of a number, with its steps, its way and the rules of its day.
 * @throws rejected where there is none; refused where the operator sees neither the unit where it stands nor the one
 * that took it nor the applicant's
 */
export async function foundGrant(session: Session, text: string): Promise<Found> {
  const { query } = await session.database();
  const grant = await livingOf(query, await findGrant(query, text));
  const units = await allUnits(query);
  const taken = [...units.values()].find(({ id }) => id === grant.unit_id)?.code ?? '';
  await mustSeeOneOf(session, [grant.at, taken, grant.unit]);
  const rules = await rulesOn(query, grant.applied_on);
  const known = findFund(rules.funds, grant.fund);
  // A grant outlives the rule that it was made by.
  const fund = known instanceof Fault ? fundWithBooksAlone(grant.fund) : known;
  const way = wayTo(pathOf(units, taken), fund.kept_at);
  const passedOver = await unitsWithoutOpinion(query, grant.id);
  const missing = way.filter(({ id }) => passedOver.includes(id));
  const at = isUnderWay(grant) ? standsAt(grant, way) : undefined;
  const place = at && { at_unit_id: at.id, at: at.code, at_name: at.name };
  return { grant: { ...grant, ...place }, fund, rules, way, missing };
}

/** The application of a number, where a step can be taken with it today. @throws refused where it cannot, with the reason */
export async function readyFor(session: Session, text: string, action: Action): Promise<Found> {
  const found = await foundGrant(session, text);
  const last = found.grant.steps.at(-1)?.on ?? null;
  const objection = objectionToStep(found.grant, action, session.today, last, found.missing);
  if (objection) throw refused(objection);
  return found;
}

/** What an application says, as it would be entered again. */
function askedOf(grant: StoredGrant, { per }: Fund): Asked {
  const byMonth = per === 'month';
  return {
    ...{ fund: grant.fund, employee_no: grant.employee_no, amount: grant.amount },
    ...{ beneficiary: grant.member_id === null ? null : `#${grant.member_id}` },
    ...{ school_year: byMonth ? null : grant.from_period },
    ...{ from_month: byMonth ? grant.from_period : null, to_month: grant.to_period },
    ...{ instalments: grant.instalments, first_due_on: grant.first_due_on, urgent: null },
    ...{ purpose: grant.purpose, evidence: grant.evidence, payee: grant.payee },
    ...{ receipt_no: grant.receipt_no, provider: grant.provider, cost_on: grant.cost_on },
    ...{ cost_amount: grant.cost_amount, applied_on: grant.applied_on },
  };
}

/** Judges an application again, as the facts are now. @throws refused with every reason why it cannot be granted */
export async function mustStillFit(
  query: Database['query'],
  { grant, fund, rules }: Found,
  amount: number,
  whyNot: (one: Case) => readonly Said[],
): Promise<void> {
  const how = howHelped(fund, rules);
  if (how) throw refused(how);
  const [one] = await casesOf(query, [{ ...askedOf(grant, fund), amount }], grant.id);
  if (!one || !('fund' in one)) throw refused(one ?? say(words.unknown, { text: `${grant.id}` }));
  const reasons = whyNot(one);
  if (reasons.length === 0) return;
  const { name, employee_no: no } = grant;
  throw refused(say(words.notGranted, { name, no, fund: fund.title, reasons: allSaid(reasons) }));
}

/** Writes a step and what it changes, and tells of it in the audit. */
export async function take(
  writer: Writer,
  session: Session,
  { grant }: Found,
  step: {
    readonly action: Action;
    readonly step: 'endorsed' | 'returned' | 'approved' | 'refused' | 'withdrawn';
    readonly unit: number;
    readonly opinion: string;
    readonly amount?: number | undefined;
    readonly changes: Parameters<typeof Writer.prototype.update<'aid_grant'>>[2];
  },
) {
  const { operator, today } = session;
  const { unit, opinion, amount = null, changes } = step;
  if (Object.keys(changes).length > 0) await writer.update('aid_grant', { id: grant.id }, changes);
  await insertSteps(writer, [
    { grant: grant.id, step: step.step, unit, opinion, amount, on: today, operator },
  ]);
  const { employee_no, fund, state: from } = grant;
  const { evidence } = changes;
  const said = {
    ...{ opinion, ...(amount !== null && { amount: formatYuan(amount) }) },
    ...(evidence !== undefined && { evidence }),
  };
  const detail = { employee_no, fund, from, ...said };
  return { action: `grant.${step.action}`, entity, key: String(grant.id), detail };
}

/** Prints an application as it is now. @param saidOf what is told of it, the first as what went well */
export async function tell(
  session: Session,
  text: number,
  saidOf: (found: Found) => readonly Said[],
) {
  const found = await foundGrant(session, String(text));
  const [good, ...lines] = saidOf(found);
  await session.terminal.print({
    blocks: [...(good ? [{ good }] : []), ...lines.map((line) => ({ line }))],
    json: grantRow(found.grant),
  });
}

/** What is to be done next with an application. */
export function nextSaid({ grant, fund, way }: Found): readonly Said[] {
  const { id, at_unit_id, state } = grant;
  if (state === 'approved') return [say(words.nextPay, { id })];
  if (state !== 'applied' && state !== 'returned') return [];
  const papers = papersToCome(grant, fund);
  return [
    say(at_unit_id === way.at(-1)?.id ? words.nextApprove : words.nextEndorse, { id }),
    ...(papers.length > 0 ? [say(words.papersToCome, { id, papers })] : []),
  ];
}

/** Whether an application is not decided yet. */
export const isUnderWay = ({ state }: StoredGrant) => state === 'applied' || state === 'returned';
