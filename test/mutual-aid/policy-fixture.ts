import type { CivilDate } from '../../src/core/civil-date.ts';
import type { Fen } from '../../src/core/money.ts';
import type { Quarter } from '../../src/core/quarter.ts';
import type { ClaimFacts, PersonFacts, RecognitionFacts } from '../../src/mutual-aid/facts.ts';
import { accountKey } from '../../src/mutual-aid/facts.ts';
import {
  type Account,
  type PersonSettlement,
  settlePerson,
} from '../../src/mutual-aid/settlement.ts';
import { noAid } from '../../src/policy/funds.ts';
import type { Benefit, Policy, PolicyVersion } from '../../src/policy/policy.ts';

/** Yuan as the tests write them, in fen. */
export const yuan = (amount: number): Fen => Math.round(amount * 100);

const named = (text: string) => ({ en: text, zh: text });

/** A benefit with nothing but its name and its fund; the tests say the rest. */
export function benefit(given: Partial<Benefit> & Pick<Benefit, 'name'>): Benefit {
  return {
    ...{ title: named(given.name), fund: 'mutual-aid', formula: 'bands', base: 'pool_self_pay' },
    ...{ receipts: 'all', per: 'year', needs: [], bands: [], steps: [], continuity: null },
    ...{ cap: null, within: null, source: null, assumption: null },
    ...given,
  };
}

/** The subsidy of SPEC 5: half of what lies above 1,000, 5 points more each 5 years. */
export const subsidy = benefit({
  name: 'subsidy',
  bands: [{ over: yuan(1_000), rate: 5_000 }],
  continuity: { every_years: 5, add: 500, at_most: 10_000 },
});

/** The rehabilitation allowance of SPEC 5, in three steps. */
export const rehabilitation = benefit({
  name: 'rehabilitation',
  formula: 'steps',
  base: 'pool_paid',
  steps: [
    { over: yuan(120_000), pay: yuan(5_000) },
    { over: yuan(160_000), pay: yuan(7_500) },
    { over: yuan(200_000), pay: yuan(10_000) },
  ],
});

/** The serious-illness aid of SPEC 5: never more than S together with the subsidy. */
export const seriousIllness = benefit({
  name: 'serious-illness',
  fund: 'serious-illness',
  needs: ['hardship', 'serious-illness'],
  bands: [{ over: yuan(5_000), rate: 8_000 }],
  cap: yuan(10_000),
  within: { of: 'pool_self_pay', together_with: ['subsidy'] },
});

/** A policy of one version with these benefits, or with other changes to the Xishan one. */
export function policyOf(
  benefits: readonly Benefit[],
  changes: Partial<PolicyVersion> = {},
): Policy {
  const version: PolicyVersion = {
    in_force_from: '2006-01-01',
    look_back_years: 1,
    dues: { member: yuan(20), unit: yuan(5), group: yuan(10) },
    receipts: {
      'special-exam': { needs: [] },
      'chronic-outpatient': { needs: ['chronic-disease'] },
      inpatient: { needs: ['designated-hospital'] },
      'insurance-settlement': { needs: [] },
    },
    benefits,
    ...noAid,
    announcement: null,
    shortfall: 'allow',
    basis: {},
    ...changes,
  };
  return { scheme: 'test', title: named('test'), versions: [version] };
}

/** The numbers of SPEC 5, as data/policies/xishan.yaml has them. */
export const xishan = policyOf([subsidy, rehabilitation, seriousIllness]);

/** Whole years, from and to included. */
export function years(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** An inpatient claim of 2026, received the day it happened, in a designated hospital. */
export function claim(given: Partial<ClaimFacts> & Pick<ClaimFacts, 'id'>): ClaimFacts {
  const service_date = given.service_date ?? '2026-02-01';
  return {
    ...{ receipt_type: 'inpatient', service_date, received_on: service_date, designated: true },
    ...{ pool_paid: yuan(2_000), pool_self_pay: 0, settled: false },
    ...given,
  };
}

/** A recognition, open unless it is said to end. */
export function recognition(
  kind: string,
  from: CivilDate,
  to: CivilDate | null = null,
): RecognitionFacts {
  return { kind, from, to };
}

/** What the benefits of the poor and the seriously ill need, since the year began. */
export const poorAndIll = [
  recognition('hardship', '2026-01-01'),
  recognition('serious-illness', '2026-01-01'),
];

/** A person on a clean sheet, enrolled in 2026 alone. */
export function person(given: Partial<PersonFacts> = {}): PersonFacts {
  return {
    ...{ enrolled: [2026], recognitions: [], claims: [] },
    ...{ settledBefore: new Map(), outstanding: new Map() },
    ...given,
  };
}

/** The dues of a settlement by account, those that are zero left out. */
export function dues(settlement: PersonSettlement): Readonly<Record<string, Fen>> {
  return Object.fromEntries(
    settlement.accounts
      .filter(({ due }) => due !== 0)
      .map(({ benefit, period, due }) => [accountKey(benefit, period), due]),
  );
}

/** One account of a settlement. */
export function accountOf(settlement: PersonSettlement, benefit: string, period = '2026'): Account {
  const account = settlement.accounts.find(
    (one) => one.benefit === benefit && one.period === period,
  );
  if (!account) throw new Error(`no account ${accountKey(benefit, period)}`);
  return account;
}

/**
 * The facts after a batch was approved: its claims are settled, its dues are added to what was settled before,
 * and what it could not collect, or held back, moves what is outstanding (SPEC 5).
 */
export function approved(facts: PersonFacts, settlement: PersonSettlement): PersonFacts {
  const taken = new Set(settlement.taken);
  const settledBefore = new Map(facts.settledBefore);
  for (const { benefit, period, due } of settlement.accounts) {
    const key = accountKey(benefit, period);
    if (due !== 0) settledBefore.set(key, (settledBefore.get(key) ?? 0) + due);
  }
  const outstanding = new Map(facts.outstanding);
  for (const { fund, due, offset } of settlement.payments) {
    outstanding.set(fund, (outstanding.get(fund) ?? 0) - offset + Math.max(0, -due));
  }
  const gone = new Set(settlement.returned.map(({ claim }) => claim));
  const claims = facts.claims.map(({ returned: _, ...one }) => ({
    ...one,
    settled: one.settled || taken.has(one.id),
    ...(gone.has(one.id) ? { returned: true as const } : {}),
  }));
  const grants = facts.grants?.map((grant) => {
    const of = (one: Account) =>
      one.benefit === 'special-relief' && one.period.endsWith(`#${grant.id}`);
    const due = settlement.accounts.find(of)?.due ?? 0;
    return { ...grant, settled: grant.settled + due };
  });
  return { ...facts, claims, settledBefore, outstanding, ...(grants && { grants }) };
}

/** What a history of approved batches came to. */
export interface History {
  readonly facts: PersonFacts;
  readonly batches: readonly PersonSettlement[];
}

/** Settles one quarter after another, each batch approved; `change` may correct the facts before a quarter. */
export function settleQuarters(
  start: PersonFacts,
  policy: Policy,
  quarters: readonly Quarter[],
  change: (facts: PersonFacts, at: number) => PersonFacts = (facts) => facts,
): History {
  let facts = start;
  const batches: PersonSettlement[] = [];
  for (const [at, quarter] of quarters.entries()) {
    facts = change(facts, at);
    const batch = settlePerson(facts, policy, quarter);
    batches.push(batch);
    facts = approved(facts, batch);
  }
  return { facts, batches };
}

/** Quarters in a row, from and to included. */
export function quartersFrom(first: Quarter, last: Quarter): readonly Quarter[] {
  const quarters: Quarter[] = [];
  for (const year of years(Number(first.slice(0, 4)), Number(last.slice(0, 4)))) {
    for (const number of [1, 2, 3, 4]) quarters.push(`${year}Q${number}`);
  }
  return quarters.filter((quarter) => quarter >= first && quarter <= last);
}
