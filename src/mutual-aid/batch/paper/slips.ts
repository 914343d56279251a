import type { Kysely } from 'kysely';
import { Failure } from '../../../core/failure.ts';
import { say } from '../../../core/language.ts';
import type { Tables } from '../../../io/tables.ts';
import { kindTitle } from '../../../people/recognition/recognition.ts';
import { explainAccount, explainedReceipts } from '../../explain/explain.ts';
import { explainGrant, grantOf, periodSaid } from '../../explain/granted.ts';
import { lostSince } from '../../explain/lost.ts';
import { keptOfPerson } from '../../explain/store.ts';
import { linesOf, settlePerson } from '../../settlement.ts';
import { grantsOfPerson } from '../../special-relief/store.ts';
import { restore } from '../kept.ts';
import type { Slip, SlipHead } from './slip-view.ts';
import { type SlipGround, type SlipPerson, slipGrounds } from './store.ts';
import { words } from './words.ts';

/** The batch whose slips are made. */
export interface SlipBatch extends SlipHead {
  readonly id: number;
  readonly number: number;
}

/**
 * The slips of some persons, explained from what the batch kept and not from today's facts: the settlement works
 * them out again as `batch verify` does.
 * @throws refused where what comes out is not what the batch paid
 */
export async function slipsOf(
  query: Kysely<Tables>,
  batch: SlipBatch,
  persons: readonly SlipPerson[],
  unit: string,
): Promise<readonly Slip[]> {
  const ids = persons.map(({ id }) => id);
  const grounds = await slipGrounds(query, batch.id, ids);
  const slips: Slip[] = [];
  for (const person of persons) {
    const slip = await slipOf(query, batch, person.id, grounds.get(person.id));
    if (!slip) {
      const facts = { batch: batch.batch, employee: person.employee_no };
      throw new Failure('refused', say(words.doesNotHold, facts));
    }
    slips.push({ person: { ...person, unit }, ...slip });
  }
  return slips;
}

/** A person's accounts and payments; undefined where the batch paid something else. */
async function slipOf(
  query: Kysely<Tables>,
  { policy, quarter, number }: SlipBatch,
  person: number,
  ground: SlipGround | undefined,
): Promise<Omit<Slip, 'person'> | undefined> {
  if (!ground) return undefined;
  const facts = restore(ground.kept, ground.claims);
  const settlement = settlePerson(facts, policy, quarter);
  const paid = (payments: SlipGround['payments']) =>
    payments
      .map(({ fund, due, offset, payable }) => [fund, due, offset, payable].join(' '))
      .sort()
      .join();
  if (paid(settlement.payments) !== paid(ground.payments)) return undefined;
  const lines = linesOf(settlement);
  const back = lines.some(({ due }) => due < 0);
  const before = back ? await keptOfPerson(query, person, { quarter, number }) : [];
  const lost = lostSince(
    before.map((one) => restore(one, [])),
    facts,
  );
  const receipts = explainedReceipts(ground.claims, settlement.returned);
  const grants = facts.grants ? await grantsOfPerson(query, person) : new Map();
  return {
    accounts: lines.map((account) => {
      const grant = grantOf(account, grants);
      const gone = account.due < 0 ? lost : undefined;
      return {
        ...{ benefit: account.benefit, period: periodSaid(account, grant) },
        lines: grant
          ? explainGrant(account, grant)
          : explainAccount(account, policy, receipts, kindTitle, gone),
      };
    }),
    payments: settlement.payments.map((payment) => ({
      ...payment,
      outstanding:
        (facts.outstanding.get(payment.fund) ?? 0) + Math.max(0, -payment.due) - payment.offset,
    })),
  };
}
