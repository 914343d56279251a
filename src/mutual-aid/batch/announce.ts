import { type Applied, change, type Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Session } from '../../io/session.ts';
import type { StoredPerson } from '../../people/store.ts';
import { policyById } from '../../policy/store.ts';
import { batchFor, mustBeCurrent } from './approve.ts';
import { announcementFor, approvableFrom } from './life.ts';
import { compute, type Settled } from './settle.ts';
import { recordStep, takenOfPerson } from './store.ts';
import { words } from './words.ts';

/**
 * Announces a batch: from now on it stands open to objections for the policy's days (SPEC 11).
 * @returns the first day on which it can be approved
 * @throws refused where the policy has no announcement, or facts were changed since the batch was computed
 */
export async function announceBatch(
  writer: Writer,
  session: Session,
  name: string,
): Promise<Applied<CivilDate>> {
  const batch = await batchFor(writer, session, name, 'announce');
  const { policy } = await policyById(writer.database.query, batch.policy_id);
  const announcement = announcementFor(policy, batch.quarter);
  if (!announcement) {
    throw new Failure('refused', say(words.announcementOff, { batch: batch.name }));
  }
  await mustBeCurrent(writer, batch);
  await writer.update('batch', { id: batch.id }, { status: 'announced' });
  await recordStep(writer, session, batch.id, 'announced');
  const result = approvableFrom(session.today, announcement.days);
  const detail = { content: batch.content, approvable_from: result };
  return { result, entry: { action: 'batch.announce', entity: 'batch', key: batch.name, detail } };
}

/** What an objection did: the claims that are held now, and the batch without them. */
export interface Objection {
  readonly held: readonly number[];
  /** `computed` where more has changed since the announcement: it has to be announced again. */
  readonly status: 'announced' | 'computed';
  readonly settled: Settled;
}

/**
 * Takes an objection against a person's payment: the person's claims are held with the reason, and the batch is
 * brought up to date without them. It stays announced, unless it would pay others what was not announced (SPEC 11).
 * @throws refused where the batch took no claim of the person
 */
export async function objectTo(
  session: Session,
  name: string,
  person: StoredPerson,
  reason: string,
): Promise<Objection> {
  return change(session, async (writer) => {
    const batch = await batchFor(writer, session, name, 'objection');
    // What else has changed since was not announced: brought up to date first, to see whether anything has.
    const before = (await compute(writer, session, batch.quarter, 'computed')).settled;
    const held = await takenOfPerson(writer.database.query, batch.id, person.id);
    const { employee_no: no } = person;
    if (held.length === 0) {
      const facts = { batch: batch.name, name: person.name, no };
      throw new Failure('refused', say(words.nothingToObject, facts));
    }
    for (const id of held) {
      await writer.update('claim', { id }, { state: 'held', state_reason: reason });
    }
    const { status } = before;
    const { settled, detail } = await compute(writer, session, batch.quarter, status);
    const announcement = status === 'computed' ? 'again' : undefined;
    await recordStep(writer, session, batch.id, 'objection');
    const entry = { action: 'batch.objection', entity: 'batch', key: batch.name };
    const said = { employee_no: no, reason, held, ...detail };
    return {
      result: { held, status, settled: { ...settled, announcement } },
      entry: { ...entry, detail: said },
    };
  });
}
