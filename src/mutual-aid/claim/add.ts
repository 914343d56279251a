import { change } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { type Said, say } from '../../core/language.ts';
import { verb } from '../../core/verb.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { askPerson } from '../../people/ask.ts';
import { findPerson, personIds, type StoredPerson, unknownEmployee } from '../../people/store.ts';
import { policyInForce } from '../../policy/store.ts';
import { askHospital } from '../hospital/ask.ts';
import { unknownHospital } from '../hospital/hospital.ts';
import { allHospitals } from '../hospital/store.ts';
import { enterClaims } from './apply.ts';
import { appraise, factsOf } from './appraise.ts';
import { type ClaimRecord, checkClaim, claimFields } from './claim.ts';
import { planReceipt, type ReceiptPlan } from './import.ts';
import { claimsByReceipt, findClaim, type StoredClaim } from './store.ts';
import { claimBlock, claimRow, estimateJson, estimateSaid } from './view.ts';
import { words } from './words.ts';

type Given = Readonly<Record<string, unknown>>;
type Next = 'same' | 'another' | 'done';

/** `relief claim add`: with options without a question, at a terminal receipt after receipt. */
export const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: fieldOptions(claimFields),
  examples: [
    'relief claim add',
    'relief claim add --employee-no 011045 --receipt-type inpatient --receipt-no ZY-001 --service-date 2026-07-15 --hospital 晋岭煤业总医院 --total-amount 9000 --pool-paid 5000 --pool-self-pay 3000',
  ],
  async run(session: Session, _args, options) {
    const asked = Object.values(claimFields).some(
      (field) => field.required && options[field.name as keyof typeof options] === undefined,
    );
    if (asked && session.interactive)
      await session.prompter.inTurn(() => addMany(session, options));
    else await addOne(session, options, asked);
  },
});

async function addMany(session: Session, first: Given): Promise<void> {
  let given = first;
  for (let next: Next = 'another'; next !== 'done'; ) {
    const claim = await addOne(session, given, true);
    next = await askNext(session, claim);
    given = next === 'same' ? { employee_no: claim.employee_no } : {};
  }
}

async function addOne(session: Session, given: Given, asked: boolean): Promise<StoredClaim> {
  const ask = {
    employee_no: async () => (await askPerson(session)).employee_no,
    hospital: async () => (await askHospital(session)).name,
  };
  const compared: { plan?: ReceiptPlan } = {};
  const record = await session.record(claimFields, given, ask, async (one) => {
    compared.plan = await planOf(session, one);
    return faultsOf(session, one, compared.plan);
  });
  const { query } = await session.database();
  const { policy } = await policyInForce(query);
  if (asked && compared.plan === 'new') {
    const person = await findPerson(query, record.employee_no);
    await preview(session, record, person);
    await session.confirm(words.saveConfirm);
  }
  const { claim, isNew } = await save(session, record);
  const estimate = await appraise(query, policy, claim.person_id, factsOf(claim));
  const good = say(isNew ? words.added : words.unchanged, { claim: claim.id });
  const lines =
    claim.state === 'open' ? estimateSaid(estimate, policy).map((line) => ({ line })) : [];
  await session.terminal.print({
    blocks: [{ good }, ...(asked ? [] : lines)],
    json: { ...claimRow(claim, estimate.reasons), estimate: estimateJson(estimate) },
  });
  return claim;
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
  return planReceipt(record, ofType, true);
}

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

async function save(session: Session, record: ClaimRecord) {
  const { query } = await session.database();
  const { id, isNew } = await change(session, async (writer) => {
    const [outcome] = await enterClaims(writer, [record], session.today, true);
    if (outcome && 'entered' in outcome) {
      const detail = { ...record };
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

async function askNext(session: Session, claim: StoredClaim): Promise<Next> {
  const text = (said: Said) => session.terminal.words(said);
  return session.prompter.choose<Next>(words.whatNext, [
    { name: text(say(words.anotherSame, { name: claim.name })), value: 'same' },
    { name: text(say(words.another)), value: 'another' },
    { name: text(say(words.done)), value: 'done' },
  ]);
}
