import type { Choice } from '../core/field.ts';
import { formatYuan } from '../core/money.ts';
import { formatRate } from '../core/rate.ts';
import type { Policy, PolicyVersion } from './policy.ts';

/** One figure or word that two policies have otherwise; null where one has it not. */
export interface PolicyChange {
  /** Such as `2006-01-01 benefits.subsidy.bands[0].rate`. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is otherwise in a second policy, amounts in yuan and rates in percent (SPEC 8, `policy diff`). */
export function diffPolicies(a: Policy, b: Policy): readonly PolicyChange[] {
  const [before, after] = [entriesOf(a), entriesOf(b)];
  const changes: PolicyChange[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const change = { path, before: before.get(path) ?? null, after: after.get(path) ?? null };
    if (change.before !== change.after) changes.push(change);
  }
  return changes;
}

function entriesOf(policy: Policy): ReadonlyMap<string, string> {
  const { scheme, title } = policy;
  return new Map([
    ...entries({ scheme, title }, '', ''),
    ...policy.versions.flatMap((version) => entriesOfVersion(version)),
  ]);
}

// By name and code, as the file has them: what has moved within the file is no change.
function entriesOfVersion(version: PolicyVersion): readonly Entry[] {
  const { hardship, pairing, requests } = version;
  const inFile = {
    ...version,
    benefits: Object.fromEntries(version.benefits.map(({ name, ...rest }) => [name, rest])),
    funds: byCode(version.funds.map(({ categories, ...fund }) => ({ ...fund, for: categories }))),
    hardship: hardship && {
      ...hardship,
      classes: byCode(hardship.classes),
      causes: byCode(hardship.causes),
      relations: byCode(hardship.relations),
      stages: byCode(hardship.stages),
    },
    in_kind: byCode(version.in_kind.map((kind) => ({ ...kind, degrees: byCode(kind.degrees) }))),
    pairing: pairing && { ...pairing, ranks: byCode(pairing.ranks) },
    requests: requests && { ...requests, kinds: byCode(requests.kinds) },
    roles: byCode(version.roles),
  };
  return entries(inFile, `${version.in_force_from} `, '');
}

function byCode<T extends Pick<Choice, 'code'>>(
  list: readonly T[],
): Readonly<Record<string, Omit<T, 'code'>>> {
  return Object.fromEntries(list.map(({ code, ...rest }) => [code, rest]));
}

type Entry = readonly [path: string, value: string];

const inYuan = new Set(['over', 'pay', 'cap', 'per_grant', 'per_year', 'income_per_head']);
const inPercent = new Set(['rate', 'add', 'at_most', 'under_threshold']);
/** Dues bear the names of those who pay them, which are levels elsewhere. */
const dues = /^\S+ dues\./;
/** Lists that are one statement, which names and not which stands where; and what an empty one says. */
const nameLists: Readonly<Record<string, string>> = {
  ...{ needs: 'none', receipts: 'none', together_with: 'none', same_cost_as: 'none' },
  ...{
    for: 'all',
    stages: 'all',
    classes: 'all',
    relations: 'all',
    also: 'none',
    may: 'none',
    overdue_days: 'none',
  },
};

/** Every value below a node, as people write it; what is null is left out. */
function entries(node: unknown, path: string, key: string): readonly Entry[] {
  if (node === null) return [];
  if (typeof node === 'number') return [[path, numberText(node, path, key)]];
  if (typeof node === 'boolean') return [[path, node ? 'yes' : 'no']];
  if (typeof node !== 'object') return [[path, String(node)]];
  if (Array.isArray(node)) {
    const empty = nameLists[key];
    if (empty !== undefined) return [[path, node.join(', ') || empty]];
    return node.flatMap((item, at) => entries(item, `${path}[${at}]`, key));
  }
  const joint = path === '' || path.endsWith(' ') ? '' : '.';
  return Object.entries(node).flatMap(([name, value]) =>
    entries(value, `${path}${joint}${name}`, name),
  );
}

function numberText(number: number, path: string, key: string): string {
  if (inYuan.has(key) || dues.test(path)) return formatYuan(number);
  return inPercent.has(key) ? formatRate(number) : String(number);
}
