import type { Kysely } from 'kysely';
import type { Writer } from '../audit/change.ts';
import type { CivilDate } from '../core/civil-date.ts';
import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import type { Tables } from '../io/tables.ts';
import type { Fund } from './aid.ts';
import { fundsOn, noAid } from './funds.ts';
import { type Policy, type PolicyVersion, versionOn } from './policy.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** A policy as it was put in force. */
export interface StoredPolicy {
  readonly id: number;
  /** The identity that batches name (SPEC 6). */
  readonly sha256: string;
  readonly source: string;
  readonly policy: Policy;
}

const columns = ['id', 'sha256', 'source', 'compiled'] as const;

function stored(row: {
  id: number;
  sha256: string;
  source: string;
  compiled: string;
}): StoredPolicy {
  const { id, sha256, source, compiled } = row;
  const policy = JSON.parse(compiled) as Policy;
  // A policy put in force before there were such rules says nothing of them.
  const versions = policy.versions.map((version) => ({ ...noAid, ...version }));
  return { id, sha256, source, policy: { ...policy, versions } };
}

/** The policy in force: the one put in force last. @throws refused where there is none */
export async function policyInForce(query: Query): Promise<StoredPolicy> {
  const row = await query
    .selectFrom('policy')
    .select(columns)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Failure('refused', say(words.noneInForce));
  return stored(row);
}

/** The rules that the policy in force has for a day. @throws refused where there is no policy, or none for the day */
export async function rulesOn(query: Query, day: CivilDate): Promise<PolicyVersion> {
  const version = versionOn((await policyInForce(query)).policy, day);
  if (!version) throw new Failure('refused', say(words.noRulesOn, { day }));
  return version;
}

/** The funds that the policy in force knows, as it has them on a day. @throws refused where there is no policy */
export async function fundsInForce(query: Query, day: CivilDate): Promise<readonly Fund[]> {
  return fundsOn((await policyInForce(query)).policy, day);
}

/** A policy that was in force when a batch was computed. */
export async function policyById(query: Query, id: number): Promise<StoredPolicy> {
  const row = await query
    .selectFrom('policy')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return stored(row);
}

/** Puts a checked policy in force. */
export async function insertPolicy(
  writer: Writer,
  { sha256, source, policy }: Omit<StoredPolicy, 'id'>,
  at: string,
): Promise<void> {
  const id = await writer.nextId('policy');
  const compiled = JSON.stringify(policy);
  await writer.insert('policy', [{ id, sha256, source, compiled, put_in_force_at: at }]);
}
