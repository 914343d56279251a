import type { Kysely } from 'kysely';
import { localTime } from '../core/civil-date.ts';
import { type Said, say } from '../core/language.ts';
import type { Tables } from '../io/tables.ts';
import { actionTitle } from './action-words.ts';
import { addSeal, chainHash, genesis, headOf, sealOf } from './seal.ts';
import { chainAfter, personNamed, sealedRows, sealedTables } from './store.ts';
import { tableTitle } from './table-words.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** What a verification looked at, and everything it found wrong. */
export interface AuditResult {
  readonly entries: number;
  readonly rows: number;
  readonly findings: readonly Said[];
}

/** A check of an area's own, beyond its sealed rows. */
export type AreaCheck = (
  query: Query,
) => Promise<{ readonly rows: number; readonly findings: readonly Said[] }>;

const piece = 2_000;
type Tallies = Map<string, readonly [number, number]>;

/**
 * Verifies the whole file (SPEC 8, audit verify): the chain of entries, every sealed row against its seal,
 * each table against what the chain last said of it, and what the areas check of their own.
 */
export async function verifyAudit(
  query: Query,
  checks: readonly AreaCheck[],
): Promise<AuditResult> {
  const findings: Said[] = [];
  const { entries, tallies, head } = await verifyChain(query, findings);
  let rows = 0;
  for (const table of await sealedTables(query)) {
    if (table.entity === 'audit') {
      const whole = table.rows === entries && table.sum === headOf(head);
      if (!whole) findings.push(say(words.chainCut, { entries, written: table.rows }));
      continue;
    }
    rows += await verifyTable(query, table, tallies, findings);
  }
  for (const check of checks) {
    const checked = await check(query);
    rows += checked.rows;
    findings.push(...checked.findings);
  }
  return { entries, rows, findings };
}

async function verifyChain(query: Query, findings: Said[]) {
  const tallies: Tallies = new Map();
  let [previous, after, entries] = [genesis, 0, 0];
  for (;;) {
    const chain = await chainAfter(query, after, piece);
    for (const entry of chain) {
      const { id, at, operator, action } = entry;
      const holds = entry.previous === previous && chainHash(entry.previous, entry) === entry.hash;
      if (!holds) {
        const what = { action: actionTitle(action), at: localTime(at) };
        findings.push(say(words.chainBroken, { id, operator, ...what }));
      }
      previous = entry.hash;
      after = id;
      entries += 1;
      const { sealed } = parsed(entry.detail);
      for (const [entity, tally] of Object.entries(sealed)) tallies.set(entity, tally);
    }
    if (chain.length < piece) return { entries, tallies, head: previous };
  }
}

function parsed(detail: string): { sealed: Record<string, readonly [number, number]> } {
  try {
    return { sealed: {}, ...JSON.parse(detail) };
  } catch {
    // A detail that is no JSON any more is found by its hash.
    return { sealed: {} };
  }
}

async function verifyTable(
  query: Query,
  table: Awaited<ReturnType<typeof sealedTables>>[number],
  tallies: Tallies,
  findings: Said[],
): Promise<number> {
  const { entity, columns } = table;
  const named = { entity, title: tableTitle(entity) };
  let [rows, sum] = [0, 0];
  let after: (string | number | null)[] | undefined;
  for (;;) {
    const found = await sealedRows(query, entity, columns, after, piece);
    for (const row of found) {
      const values = columns.map((column) => row[column] ?? null);
      if (sealOf(values) !== row['seal']) {
        findings.push(
          say(words.rowChanged, { ...named, row: await namedRow(query, columns, values) }),
        );
      }
      sum = addSeal(sum, row['seal'] as number);
      rows += 1;
      after = columns[0] === 'id' ? values.slice(0, 1) : values.slice(0, 2);
    }
    if (found.length < piece) break;
  }
  const [sealedCount, sealedSum] = tallies.get(entity) ?? [0, 0];
  if (rows !== sealedCount)
    findings.push(say(words.rowsMissing, { ...named, rows, sealed: sealedCount }));
  else if (sum !== sealedSum) findings.push(say(words.sumDiffers, named));
  else if (table.rows !== sealedCount || table.sum !== sealedSum) {
    findings.push(say(words.tallyDiffers, named));
  }
  return rows;
}

/** A row as people may know it: its first facts, a name that it has, whose it is. */
async function namedRow(
  query: Query,
  columns: readonly string[],
  values: readonly (string | number | null)[],
): Promise<string> {
  const of = (column: string) => values[columns.indexOf(column)];
  const person = of('person_id');
  const whose = typeof person === 'number' ? await personNamed(query, person) : '';
  const said = whose === '' ? [] : ['person_id', 'name'];
  const first = values.slice(0, 3).filter((_, at) => !said.includes(columns[at] ?? ''));
  const name = columns.indexOf('name') >= 3 ? of('name') : null;
  return [...first, whose || name].filter((one) => one !== null && one !== '').join(' ');
}
