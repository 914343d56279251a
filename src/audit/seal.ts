import { hash } from 'node:crypto';

/** A value as SQLite keeps it. */
export type Stored = string | number | null;

/** Sums of seals are kept modulo 2^48, so that they stay exact integers. */
const modulus = 2 ** 48;

/**
 * The seal of a row: the first 48 bits of the SHA-256 of its values, in the order of its sealed columns.
 * A row that was changed behind the program's back no longer matches its seal.
 */
export function sealOf(values: readonly Stored[]): number {
  return Number.parseInt(hash('sha256', JSON.stringify(values)).slice(0, 12), 16);
}

/** The running sum of the seals of a table, after one more row (or, with `sign` -1, one less). */
export function addSeal(sum: number, seal: number, sign: 1 | -1 = 1): number {
  return (sum + sign * seal + modulus) % modulus;
}

/** An entry of the audit chain, before its hash. */
export interface ChainEntry {
  readonly at: string;
  readonly operator: string;
  readonly action: string;
  readonly entity: string;
  readonly key: string;
  readonly detail: string;
}

/** The hash before the first entry. */
export const genesis = '0'.repeat(64);

/** The hash of an entry: over the hash before it and everything it says. */
export function chainHash(previous: string, entry: ChainEntry): string {
  const { at, operator, action, entity, key, detail } = entry;
  return hash('sha256', JSON.stringify([previous, at, operator, action, entity, key, detail]));
}

/** The head of the chain as the tally of the audit keeps it: the first 48 bits of its last hash. */
export function headOf(hash: string): number {
  return Number.parseInt(hash.slice(0, 12), 16);
}
