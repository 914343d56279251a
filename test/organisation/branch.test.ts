import { expect, test } from 'vitest';
import { branchesOf, rightBelow } from '../../src/organisation/branch.ts';
import type { Level } from '../../src/organisation/unit.ts';

test('units are counted under the one below the topmost that is seen', () => {
  const unit = (id: number, code: string, parent: string | null) =>
    [code, { id, code, name: code, level: 'mine' as Level, parent }] as const;
  const units = new Map([
    ...[unit(1, 'G', null), unit(2, 'M1', 'G'), unit(3, 'M2', 'G'), unit(4, 'S1', 'M1')],
    unit(5, 'T1', 'S1'),
  ]);
  const under = (seen: number[] | undefined) =>
    Object.fromEntries([...branchesOf(units, seen)].map(([id, { code }]) => [id, code]));
  expect(under(undefined)).toEqual({ 1: 'G', 2: 'M1', 3: 'M2', 4: 'M1', 5: 'M1' });
  expect(under([2, 4, 5])).toEqual({ 2: 'M1', 4: 'S1', 5: 'S1' });
  expect(under([5])).toEqual({ 5: 'T1' });
  expect(rightBelow(units, 'G').map(({ code }) => code)).toEqual(['M1', 'M2']);
  expect(rightBelow(units, null).map(({ code }) => code)).toEqual(['G']);
});
