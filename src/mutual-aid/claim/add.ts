import { change } from '../../audit/change.ts';
import { Failure, Fault } from '../../core/failure.ts';
import { required } from '../../core/field.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { parseText } from '../../core/text.ts';
import { verb } from '../../core/verb.ts';
import { words as coreWords } from '../../core/words.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { askPerson } from '../../people/ask.ts';
import { findPersonSeen } from '../../people/seen.ts';
import { personIds, type StoredPerson, unknownEmployee } from '../../people/store.ts';
import { policyInForce } from '../../policy/store.ts';
import { askHospital } from '../hospital/ask.ts';
import { unknownHospital } from '../hospital/hospital.ts';
import { allHospitals } from '../hospital/store.ts';
import { enterClaims, likenessOf } from './apply.ts';
import { appraise, factsOf } from './appraise.ts';
import { type ClaimRecord, checkClaim, claimFields } from './claim.ts';
import { type GrantsOfCosts, grantThatPaid, type Lookalike, likenessSaid } from './duplicate.ts';
import { planReceipt, type ReceiptPlan } from './import.ts';
import { hiddenAmong } from './seen.ts';
import { claimsByReceipt, findClaim, type StoredClaim } from './store.ts';
import { claimBlock, claimRow, estimateJson, estimateSaid, otherSaid } from './view.ts';
import { words } from './words.ts';

type Given = Readonly<Record<string, unknown>>;
type Next = 'same' | 'another' | 'done';

/** What is to be done with a receipt that may be there already; with a reason it is another one. */
type Decision = 'hold' | 'leave' | { readonly another: string };

/** A receipt that may be there already, and what was said of it. */
interface Doubt {
  readonly likeness: Lookalike;
  readonly decision: Decision;
}

const whyAnother = required({
  name: 'not_duplicate',
  title: words.whyAnother,
  parse: (text) =>
    text === ''
      ? new Fault(say(coreWords.valueMissing, { field: words.whyAnother }))
      : parseText(text),
});

/** `relief claim add`: with options without a question, at a terminal receipt after receipt. */
export const addVerb = (grantsOfCosts: GrantsOfCosts) =>
  verb({
    name: 'add',
    summary: words.addSummary,
    options: {
      ...fieldOptions(claimFields),
      not_duplicate: {
        ...fieldOptions({ not_duplicate: whyAnother }).not_duplicate,
        about: words.notDuplicateOption,
      },
    },
    examples: [
      'relief claim add',
      'relief claim add --employee-no 011045 --receipt-type inpatient --receipt-no ZY-001 --service-date 2026-07-15 --hospital 晋岭煤业总医院 --total-amount 9000 --pool-paid 5000 --pool-self-pay 3000',
    ],
    async run(session: Session, _args, options) {
      const asked = Object.values(claimFields).some(
        (field) => field.required && options[field.name as keyof typeof options] === undefined,
      );
      if (asked && session.interactive)
        await session.prompter.inTurn(() => addMany(session, options, grantsOfCosts));
      else await addOne(session, options, asked, grantsOfCosts);
    },
  });

async function addMany(
  session: Session,
  first: Given,
  grantsOfCosts: GrantsOfCosts,
): Promise<void> {
  let given = first;
  for (let next: Next = 'another'; next !== 'done'; ) {
    const person = await addOne(session, given, true, grantsOfCosts);
    next = await askNext(session, person);
    given = next === 'same' ? { employee_no: person.employee_no } : {};
  }
}

/** Enters one receipt. @returns whose it is */
async function addOne(
  session: Session,
  options: Given,
  asked: boolean,
  grantsOfCosts: GrantsOfCosts,
): Promise<StoredPerson> {
  const { not_duplicate: said, ...given } = options as Given & { not_duplicate?: string };
  const ask = {
    employee_no: async () => (await askPerson(session)).employee_no,
    hospital: async () => (await askHospital(session)).name,
  };
  const compared: { plan?: ReceiptPlan } = {};
  const record = await session.record(claimFields, given, ask, async (one) => {
    compared.plan = await planOf(session, one);
    return faultsOf(session, one, compared.plan);
  });
  const person = await findPersonSeen(session, record.employee_no);
  const isNew = compared.plan === 'new';
  if (asked && isNew) await preview(session, record, person);
  const likeness = isNew ? await likenessOf(session, record, grantsOfCosts) : undefined;
  const doubt = likeness && (await doubtOf(session, { record, likeness }, said, asked));
  if (doubt?.decision === 'leave') {
    session.terminal.note(words.notEntered);
    return person;
  }
  const asksAnyway = doubt === undefined || said !== undefined;
  if (asked && isNew && asksAnyway) await session.confirm(words.saveConfirm);
  await tellEntered(session, await save(session, record, doubt, grantsOfCosts), asked);
  return person;
}

/** Says that a receipt may be there already, and asks which it is where a person can be asked. */
async function doubtOf(
  session: Session,
  { record, likeness }: { readonly record: ClaimRecord; readonly likeness: Lookalike },
  said: string | undefined,
  asked: boolean,
): Promise<Doubt> {
  if (said !== undefined) return { likeness, decision: { another: said } };
  session.terminal.warn(await lookalikeSaid(session, likeness, record.employee_no));
  if (!asked || session.surroundings.yes) return { likeness, decision: 'hold' };
  const text = (phrase: Phrase) => session.terminal.words(phrase);
  const decision = await session.prompter.choose<Exclude<Decision, object> | 'another'>(
    words.whichIsIt,
    [
      { name: text(words.enterHeld), value: 'hold' },
      { name: text(words.enterOpen), value: 'another' },
      { name: text(words.doNotEnter), value: 'leave' },
    ],
  );
  if (decision !== 'another') return { likeness, decision };
  return { likeness, decision: { another: await session.prompter.field(whyAnother) } };
}

/** What a receipt may be, in words: the other claim with its facts, or the grant. */
async function lookalikeSaid(
  session: Session,
  likeness: Lookalike,
  employeeNo: string,
): Promise<Said> {
  if ('grant' in likeness) return likenessSaid(likeness);
  const { query } = await session.database();
  return otherSaid(await findClaim(query, `#${likeness.claim}`), likeness.alike, employeeNo);
}

/** What became of the receipt, and what it will pay. */
async function tellEntered(
  session: Session,
  { claim, isNew }: { readonly claim: StoredClaim; readonly isNew: boolean },
  asked: boolean,
): Promise<void> {
  const { query } = await session.database();
  const { policy } = await policyInForce(query);
  const estimate = await appraise(query, policy, claim.person_id, factsOf(claim));
  const open = claim.state === 'open';
  const held = isNew && !open;
  const good = say(held ? words.addedHeld : isNew ? words.added : words.unchanged, {
    claim: claim.id,
  });
  const lines = open ? estimateSaid(estimate, policy).map((line) => ({ line })) : [];
  await session.terminal.print({
    blocks: [{ good }, ...(held ? [{ line: howToSay(claim) }] : []), ...(asked ? [] : lines)],
    json: {
      ...claimRow(claim, open ? estimate.reasons : undefined),
      estimate: estimateJson(estimate),
    },
  });
}

/** What would be refused on saving: said before the summary, not after it. */
async function faultsOf(
  session: Session,
  record: ClaimRecord,
  plan: ReceiptPlan,
): Promise<readonly Said[]> {
  const { query } = await session.database();
  const faults: Said[] = checkClaim(record, session.today).map((fault) => fault.said);
  const hospitals = await allHospitals(query);
  if (!hospitals.has(record.hospital)) faults.push(unknownHospital(record.hospital, hospitals));
  if (!(await personIds(query, [record.employee_no])).has(record.employee_no)) {
    faults.push(await unknownEmployee(query, record.employee_no));
  }
  return plan === 'new' || 'sameAs' in plan ? faults : [...faults, plan];
}

/** Compares the receipt with those that are there. */
async function planOf(session: Session, record: ClaimRecord): Promise<ReceiptPlan> {
  const { query } = await session.database();
  const there = (await claimsByReceipt(query, [record.receipt_no])).get(record.receipt_no) ?? [];
  const ofType = there.filter(({ receipt_type }) => receipt_type === record.receipt_type);
  return planReceipt(record, ofType, true, await hiddenAmong(session, there));
}

/** How to say what a held claim is. */
const howToSay = (claim: StoredClaim): Said =>
  say(grantThatPaid(claim) === undefined ? words.sayWhich : words.sayWhichCost, {
    claim: claim.id,
  });

/** The summary and the estimate, before the receipt is saved. */
async function preview(session: Session, record: ClaimRecord, person: StoredPerson): Promise<void> {
  const { query } = await session.database();
  const { policy } = await policyInForce(query);
  const hospital = (await allHospitals(query)).get(record.hospital);
  const draft: StoredClaim = {
    ...record,
    id: 0,
    person_id: person.id,
    name: person.name,
    unit_id: 0,
    hospital_id: hospital?.id ?? 0,
    designated: hospital?.designated ? 1 : 0,
    received_on: record.received_on ?? session.today,
    state: 'open',
    state_reason: null,
    batch: null,
  };
  const estimate = await appraise(query, policy, person.id, factsOf(draft));
  const lines = estimateSaid(estimate, policy).map((line) => ({ line }));
  await session.terminal.print({
    blocks: [claimBlock(draft), { heading: words.estimateHeading }, ...lines],
    json: null,
  });
}

/** Writes the receipt, and into the audit what was said where it may be another. */
async function save(
  session: Session,
  record: ClaimRecord,
  doubt: Doubt | undefined,
  grantsOfCosts: GrantsOfCosts,
) {
  const { query } = await session.database();
  const another = typeof doubt?.decision === 'object' ? doubt.decision.another : undefined;
  const { id, isNew } = await change(session, async (writer) => {
    const word = { again: true, another: another !== undefined };
    const [outcome] = await enterClaims(writer, session, [record], word, grantsOfCosts);
    if (outcome && 'entered' in outcome) {
      const detail = {
        ...record,
        ...(outcome.mayBe && keyed(outcome.mayBe, 'may_be', 'paid_by_grant')),
        ...(doubt &&
          another !== undefined && {
            ...keyed(doubt.likeness, 'not_duplicate_of', 'not_paid_by_grant'),
            reason: another,
          }),
      };
      const entry = { action: 'claim.add', entity: 'claim', key: String(outcome.entered), detail };
      return { result: { id: outcome.entered, isNew: true }, entry };
    }
    if (outcome && 'sameAs' in outcome) {
      return { result: { id: outcome.sameAs, isNew: false }, entry: undefined };
    }
    throw new Failure('rejected', outcome?.[0] ?? say(words.unknown, { text: record.receipt_no }));
  });
  return { claim: await findClaim(query, `#${id}`), isNew };
}

/** A claim or a grant as the audit has it, under the key for what it is. */
const keyed = (one: Lookalike, claim: string, grant: string) =>
  'grant' in one ? { [grant]: one.grant } : { [claim]: one.claim };

async function askNext(session: Session, { name }: StoredPerson): Promise<Next> {
  const text = (said: Said) => session.terminal.words(said);
  return session.prompter.choose<Next>(words.whatNext, [
    { name: text(say(words.anotherSame, { name })), value: 'same' },
    { name: text(say(words.another)), value: 'another' },
    { name: text(say(words.done)), value: 'done' },
  ]);
}
