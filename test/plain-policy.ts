import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The path of the Xishan policy. */
export const xishan = fileURLToPath(new URL('../data/policies/xishan.yaml', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'relief-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * The Xishan policy without announcement, and with funds that may fall short: for tests that are about neither.
 * @param rules what is to be otherwise: days of announcement, refusal where a fund falls short
 * @returns the path of a file
 */
export function plainPolicy(
  rules: { readonly announced?: number; readonly shortfall?: 'refuse' | 'allow' } = {},
): string {
  const path = join(mkdtempSync(join(folder, 'plain-')), 'plain.yaml');
  const announcement = rules.announced ? `{days: ${rules.announced}}` : 'none';
  const text = readFileSync(xishan, 'utf8');
  const plain = text
    .replace('announcement: {days: 5}', `announcement: ${announcement}`)
    .replace('shortfall: refuse', `shortfall: ${rules.shortfall ?? 'allow'}`);
  writeFileSync(path, plain);
  return path;
}
