import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../io/tables.ts';
import type { GrantOfCost, ReceiptOfCost } from '../../mutual-aid/claim/duplicate.ts';
import { stands } from '../../mutual-aid/claim/duplicate.ts';
import { claimsByReceipt, claimsOfCost } from '../../mutual-aid/claim/store.ts';
import { allHospitals } from '../../mutual-aid/hospital/store.ts';
import { fundTitle } from '../../policy/funds.ts';
import { versionOn } from '../../policy/policy.ts';
import { policyInForce } from '../../policy/store.ts';
import type { ClaimOfCost, Cost } from './case.ts';
import { alikeCosts, mayShareWithClaims } from './cost.ts';
import { familiesOf } from './family-store.ts';

type Query = Kysely<Tables>;

const isNamed = ({ receipt_no, cost_on }: Cost) => receipt_no !== null || cost_on !== null;

/**
 * The standing claims of families for costs, in the order of the costs.
 * @param kin for each cost the persons of the family
 */
export async function claimsOfCosts(
  query: Query,
  costs: readonly Cost[],
  kin: readonly ReadonlySet<number>[],
): Promise<readonly (readonly ClaimOfCost[])[]> {
  if (!costs.some(isNamed)) return costs.map(() => []);
  const byNo = await claimsByReceipt(
    query,
    costs.flatMap(({ receipt_no }) => receipt_no ?? []),
  );
  const hospitals = await allHospitals(query);
  const wanted = costs.flatMap((cost, at) => {
    const { provider, cost_on: service_date, cost_amount: total_amount } = cost;
    const hospital = provider === null ? undefined : hospitals.get(provider);
    if (!hospital || service_date === null || total_amount === null) return [];
    const named = { hospital_id: hospital.id, service_date, total_amount, receipt_no: '' };
    return [...(kin[at] ?? [])].map((person_id) => ({ person_id, ...named }));
  });
  const ofCost = await claimsOfCost(query, wanted);
  const names = new Map([...hospitals].map(([name, { id }]) => [id, name]));
  return costs.map((cost, at) => {
    const found = new Map<number, ClaimOfCost>();
    const live = (byNo.get(cost.receipt_no ?? '') ?? []).filter(stands);
    for (const claim of [...live, ...ofCost]) {
      const { id, receipt_no, service_date: cost_on, total_amount: cost_amount } = claim;
      const provider = names.get(claim.hospital_id) ?? null;
      const alike = alikeCosts(cost, { receipt_no, provider, cost_on, cost_amount });
      if (alike.length === 0 || !kin[at]?.has(claim.person_id)) continue;
      found.set(id, { claim: id, receipt_no, alike });
    }
    return [...found.values()];
  });
}

/**
 * The grants that have paid for receipts, in the order of the receipts: approved or paid ones of the family, out of
 * a fund that the policy does not let pay together with mutual aid. One query, and as good as none where no grant
 * names its cost.
 */
export async function grantsOfCosts(
  query: Query,
  receipts: readonly ReceiptOfCost[],
): Promise<readonly (GrantOfCost | undefined)[]> {
  const costs = receipts.map(({ receipt_no, hospital, service_date, total_amount }) => [
    ...[receipt_no, hospital, service_date, total_amount],
  ]);
  const { rows } = await sql<{
    readonly at: number;
    readonly id: number;
    readonly fund: string;
    readonly person_id: number;
    readonly household_id: number | null;
    readonly applied_on: string;
    readonly number: number;
    readonly cost: number;
  }>`
    WITH asked(at, cost) AS (SELECT key, value FROM json_each(${JSON.stringify(costs)})
      WHERE EXISTS (SELECT 1 FROM aid_grant WHERE receipt_no IS NOT NULL)
        OR EXISTS (SELECT 1 FROM aid_grant WHERE cost_on IS NOT NULL)),
    found AS (
      SELECT at, id, 1 AS number, 0 AS cost FROM asked JOIN aid_grant ON receipt_no = asked.cost ->> 0
      UNION ALL SELECT at, id, 0, 1 FROM asked JOIN aid_grant
        ON cost_on = asked.cost ->> 2 AND cost_amount = asked.cost ->> 3 AND provider = asked.cost ->> 1)
    SELECT at, g.id, fund, person_id, household_id, applied_on, max(number) AS number, max(cost) AS cost
    FROM found JOIN aid_grant g ON g.id = found.id WHERE state IN ('approved', 'paid')
    GROUP BY at, g.id ORDER BY g.id`.execute(query);
  const paid: (GrantOfCost | undefined)[] = receipts.map(() => undefined);
  if (rows.length === 0) return paid;
  const { policy } = await policyInForce(query);
  const families = await familiesOf(query, [
    ...new Set(rows.flatMap(({ at }) => receipts[at]?.person_id ?? [])),
  ]);
  for (const { at, id, fund, person_id, household_id, applied_on, number, cost } of rows) {
    const { persons, households } = families.around(receipts[at]?.person_id ?? 0);
    const ofFamily = persons.has(person_id) || households.has(household_id ?? 0);
    const rules = versionOn(policy, applied_on);
    if (!ofFamily || !rules || mayShareWithClaims(rules, fund)) continue;
    const alike = [...(number ? (['number'] as const) : []), ...(cost ? (['cost'] as const) : [])];
    paid[at] ??= { grant: id, fund: fundTitle(rules.funds, fund), alike };
  }
  return paid;
}
