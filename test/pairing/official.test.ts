import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../office.ts';
import { officeOfFamilies } from './families.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
});

afterEach(() => office.close());

const add = (name: string, rank: string, unit: string) =>
  office.relief('official', 'add', '--name', name, '--rank', rank, '--unit', unit);

describe('an official', () => {
  test('has a rank of the policy, in any of its spellings', async () => {
    expect(await add('高峰', '区队干部', 'M1S1')).toMatchObject({ code: 0 });
    expect(await office.json('official', 'show', '高峰')).toEqual({
      ...{ name: '高峰', rank: 'team', unit: 'M1S1', unit_name: '综采一队', duty: null },
      ...{ phone: null, pairings: [] },
    });
    expect(await add('高峰', '总监', 'M1S1')).toMatchObject({ code: 3 });
  });

  test('is one of the name in a unit; two are told apart by it', async () => {
    expect(await add('刘志强', 'division', 'M1')).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('there already, the same') },
    });
    expect(await add('刘志强', 'team', 'M1')).toMatchObject({ code: 3 });
    expect(await add('刘志强', 'team', 'M2S1')).toMatchObject({ code: 0 });
    expect(await office.relief('official', 'show', '刘志强')).toMatchObject({
      ...{ code: 3, err: expect.stringContaining('(--unit): M1 青石沟矿, M2S1 掘进一队') },
    });
    const move = ['official', 'edit', '刘志强', '--unit', 'M2S1', '--new-unit', 'M1'];
    expect(await office.relief(...move)).toMatchObject({ code: 3 });
    await office.done(...move, '--new-name', '刘志强（二）', '--rank', '科级', '--phone', '139');
    expect(await office.json('official', 'list', '--unit', 'M1')).toMatchObject([
      { name: '刘志强', rank: 'division' },
      { name: '刘志强（二）', rank: 'section', unit: 'M1', phone: '139' },
    ]);
  });

  test('is corrected only where something is said, and noted only where something changed', async () => {
    expect(await office.relief('official', 'edit', '周敏')).toMatchObject({ code: 2 });
    const before = await office.actions();
    await office.done('official', 'edit', '周敏', '--rank', 'section');
    expect(await office.actions()).toEqual(before);
    await office.done('official', 'edit', '周敏', '--duty', '工会主席');
    await office.done('official', 'edit', '刘志强', '--duty', '');
    expect(await office.json('official', 'list')).toMatchObject([
      { name: '刘志强', duty: null },
      { name: '周敏', duty: '工会主席' },
    ]);
  });

  test('is listed by unit, rank and text; an export is unchanged', async () => {
    const names = async (...options: string[]) =>
      (await office.json<{ name: string }[]>('official', 'list', ...options)).map(
        (one) => one.name,
      );
    expect(await names('--unit', 'M2')).toEqual(['周敏']);
    expect(await names('--rank', '处级')).toEqual(['刘志强']);
    expect(await names('--text', '矿长')).toEqual(['刘志强']);
    const exported = (await office.done('official', 'list', '--csv')).trim().split('\n');
    expect((await office.bring('official', exported)).counts).toMatchObject({ unchanged: 2 });
  });
});
