import { afterEach, beforeEach, expect, test } from 'vitest';
import { Office } from '../office.ts';

let office: Office;

beforeEach(async () => {
  office = await Office.open('2026-10-08');
  await office.import(
    'unit',
    'code,name,level,parent\nG,集团,group,\nM1,一矿,mine,G\nM1S,采煤队,section,M1\nM2,二矿,mine,G\n',
  );
});

afterEach(() => office.close());

const edit = (...options: string[]) => office.relief('unit', 'edit', ...options);

test('a unit does not lose its parent, and says so', async () => {
  const { code, err } = await edit('M1S', '--parent', '');
  expect([code, err]).toEqual([3, expect.stringContaining('needs a parent of level mine')]);
  expect((await edit('M1', '--parent', 'M2')).code).toBe(3);
});

test('a parent named in words is kept by its code', async () => {
  expect(await office.json('unit', 'edit', 'M1S', '--parent', '二矿')).toEqual({
    ...{ code: 'M1S', name: '采煤队', level: 'section', parent: 'M2' },
  });
});

test('an edit that changes nothing says so, and leaves no trace', async () => {
  const before = await office.actions();
  const { code, out } = await edit('M1S', '--name', '采煤队', '--parent', '一矿');
  expect([code, out]).toEqual([0, expect.stringContaining('was like that already')]);
  expect(await office.actions()).toEqual(before);
});
