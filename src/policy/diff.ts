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

function entriesOfVersion(version: PolicyVersion): readonly Entry[] {
  // By name, so that a benefit that has moved within the file is no change.
  const benefits = Object.fromEntries(version.benefits.map(({ name, ...rest }) => [name, rest]));
  return entries({ ...version, benefits }, `${version.in_force_from} `, '');
}

type Entry = readonly [path: string, value: string];

const inYuan = new Set(['member', 'unit', 'group', 'over', 'pay', 'cap']);
const inPercent = new Set(['rate', 'add', 'at_most']);
/** Lists that are one statement: which names, not which stands where. */
const nameLists = new Set(['needs', 'receipts', 'together_with']);

/** Every value below a node, as people write it; what is null is left out. */
function entries(node: unknown, path: string, key: string): readonly Entry[] {
  if (node === null) return [];
  if (typeof node === 'number') return [[path, numberText(node, key)]];
  if (typeof node !== 'object') return [[path, String(node)]];
  if (Array.isArray(node)) {
    if (nameLists.has(key)) return [[path, node.length > 0 ? node.join(', ') : 'none']];
    return node.flatMap((item, at) => entries(item, `${path}[${at}]`, key));
  }
  const joint = path === '' || path.endsWith(' ') ? '' : '.';
  return Object.entries(node).flatMap(([name, value]) =>
    entries(value, `${path}${joint}${name}`, name),
  );
}

function numberText(number: number, key: string): string {
  if (inYuan.has(key)) return formatYuan(number);
  return inPercent.has(key) ? formatRate(number) : String(number);
}
