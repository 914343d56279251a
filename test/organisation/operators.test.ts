import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isKept, type Placed, type Role } from '../../src/organisation/operator/operator.ts';
import { allOperators } from '../../src/organisation/operator/store.ts';
import { Office } from '../office.ts';
import { xishan } from '../plain-policy.ts';

const role = (code: string, ...may: Role['may']): Role => ({
  code,
  may,
  title: { en: code, zh: code },
});
const roles = [role('administrator', 'record', 'manage'), role('caseworker', 'record')];

describe('an office is kept', () => {
  const keeper: Placed = {
    ...{ role: 'administrator', from: '2026-01-01', to: null, topmost: true },
  };
  const day = '2026-10-08';

  test('by somebody at the top who may manage, from today on and for good', () => {
    expect(isKept([keeper], roles, day)).toBe(true);
    expect(isKept([keeper], roles, '2026-01-01')).toBe(true);
  });

  test.each([
    ['has an end', { to: '2099-12-31' }],
    ['begins tomorrow only', { from: '2026-10-09' }],
    ['works for one mine', { topmost: false }],
    ['may not manage', { role: 'caseworker' }],
    ['has a role that the policy does not name', { role: 'director' }],
  ])('not by one who %s', (_, otherwise) => {
    expect(isKept([{ ...keeper, ...otherwise }], roles, day)).toBe(false);
    expect(isKept([{ ...keeper, ...otherwise }, keeper], roles, day)).toBe(true);
  });
});

let office: Office;

beforeEach(async () => {
  office = await Office.open('2026-10-08');
  await office.import(
    'unit',
    'code,name,level,parent\nG,集团,group,\nM1,一矿,mine,G\nM1S,采煤队,section,M1\nM2,二矿,mine,G\n',
  );
});

afterEach(() => office.close());

const as = (name: string) => ['--as', name];
const register = (name: string, unit: string, code: string, ...more: string[]) =>
  office.relief('operator', 'add', '--name', name, '--unit', unit, '--role', code, ...more);

describe('registering', () => {
  test('the first is one who can register the others', async () => {
    for (const [unit, code, ...more] of [
      ['M1', 'administrator'],
      ['G', 'reviewer'],
      ['G', 'administrator', '--from', '2026-10-09'],
      ['G', 'administrator', '--to', '2099-12-31'],
    ] as const) {
      const { code: exit, err } = await register('陈秀英', unit, code, ...more);
      expect(err).toMatch(/the first operator registered must be able to register the others/);
      expect(exit).toBe(4);
    }
    expect(await office.json('operator', 'list')).toEqual([]);
    expect((await register('陈秀英', '集团', '基金管理员')).code).toBe(0);
    expect(await office.json('operator', 'show', '陈秀英', ...as('陈秀英'))).toEqual({
      ...{ name: '陈秀英', unit: 'G', unit_name: '集团', role: 'administrator' },
      ...{ from: '2026-10-08', to: null, may: ['record', 'review', 'approve', 'manage'] },
    });
  });

  test('a name stands once; cron needs none; an unknown role names the known ones', async () => {
    await register('陈秀英', 'G', 'administrator');
    const chen = as('陈秀英');
    expect((await register('陈秀英', 'M1', 'auditor', ...chen)).err).toMatch(/registered already/);
    expect((await register('cron', 'G', 'auditor', ...chen)).err).toMatch(/needs no registration/);
    expect((await register('王建国', 'G', 'boss', ...chen)).err).toMatch(/caseworker, reviewer/);
    expect((await register('王建国', 'M9', 'auditor', ...chen)).err).toMatch(/no unit "M9"/);
    const backwards = await register('王建国', 'M1', 'auditor', '--to', '2026-01-01', ...chen);
    expect(backwards).toMatchObject({ code: 3 });
  });

  test('an administrator of a mine registers for it and below', async () => {
    await register('陈秀英', 'G', 'administrator');
    await register('王建军', 'M1', 'administrator', ...as('陈秀英'));
    expect((await register('李强', 'M1S', 'caseworker', ...as('王建军'))).code).toBe(0);
    for (const unit of ['M2', 'G']) {
      const { code, err } = await register('赵敏', unit, 'caseworker', ...as('王建军'));
      expect(err).toMatch(/lies outside/);
      expect(code).toBe(4);
    }
    const moved = await office.relief('operator', 'edit', '李强', '--unit', 'M2', ...as('王建军'));
    expect(moved).toMatchObject({ code: 4 });
  });

  test('whoever has ended works no more, until taken back', async () => {
    await register('陈秀英', 'G', 'administrator');
    await register('王建国', 'M1', 'caseworker', ...as('陈秀英'));
    await office.done('operator', 'end', '王建国', ...as('陈秀英'));
    const list = (day: string) =>
      office.relief('person', 'list', '--today', day, ...as('王建国')).then(({ code }) => code);
    expect([await list('2026-10-07'), await list('2026-10-08'), await list('2026-10-09')]).toEqual([
      ...[4, 0, 4],
    ]);
    const again = await register(
      '王建国',
      'M1',
      'caseworker',
      '--today',
      '2026-10-09',
      ...as('陈秀英'),
    );
    expect(again.err).toMatch(/was registered until 2026-10-08; to have them back: .*--to ""/);
    await office.done('operator', 'edit', '王建国', '--to', '', ...as('陈秀英'));
    expect(await list('2026-10-09')).toBe(0);
    expect(await office.actions()).toEqual(
      expect.arrayContaining(['operator.add', 'operator.end', 'operator.edit']),
    );
  });
});

test('whatever is done to the operators, somebody can still register others', async () => {
  const name = fc.constantFrom('陈秀英', '刘洋', '孙丽');
  const unit = fc.constantFrom('G', 'M1');
  const code = fc.constantFrom('administrator', 'caseworker');
  const step = fc.oneof(
    fc.tuple(name, unit, code).map(([n, u, c]) => ['add', '--name', n, '--unit', u, '--role', c]),
    fc.tuple(name, unit, code).map(([n, u, c]) => ['edit', n, '--unit', u, '--role', c]),
    fc.tuple(name, fc.constantFrom('', '2026-12-31')).map(([n, to]) => ['edit', n, '--to', to]),
    name.map((n) => ['edit', n, '--from', '2026-11-01']),
    name.map((n) => ['end', n]),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const own = await Office.open('2026-10-08');
      await own.import('unit', 'code,name,level,parent\nG,集团,group,\nM1,一矿,mine,G\n');
      await own.done(
        'operator',
        'add',
        '--name',
        '王管理',
        '--unit',
        'G',
        '--role',
        'administrator',
      );
      for (const typed of steps) {
        for (const operator of ['王管理', '陈秀英']) {
          await own.relief('operator', ...typed, '--as', operator);
          await own.relief('operator', 'end', '王管理', '--as', operator);
        }
        const all = await own.look(allOperators);
        expect(isKept(all, roles, '2026-10-08')).toBe(true);
      }
      own.close();
    }),
    { numRuns: 12 },
  );
});

describe('a policy', () => {
  const withRoles = (change: (text: string) => string) => {
    const path = join(office.folder, 'policy.yaml');
    writeFileSync(path, change(readFileSync(xishan, 'utf8')));
    return path;
  };

  test('under which nobody could register operators is refused', async () => {
    await register('陈秀英', 'G', 'administrator');
    const path = withRoles((text) => text.replace('approve, manage]', 'approve]'));
    const { code, err } = await office.relief('policy', 'use', path, '--yes', ...as('陈秀英'));
    expect(err).toMatch(/nobody could register operators from 2026-10-08 on.*administrator/);
    expect(code).toBe(4);
    const other = withRoles((text) => text.replace('approve, manage]', 'manage]'));
    await office.done('policy', 'use', other, '--yes', ...as('陈秀英'));
    const shown = await office.json('operator', 'show', '陈秀英', ...as('陈秀英'));
    expect(shown['may']).toEqual(['record', 'review', 'manage']);
  });

  test('without roles registers nobody', async () => {
    await office.done(
      'policy',
      'use',
      withRoles((text) => text.replace(/^ {4}roles:\n( {6}.*\n)+/m, '')),
    );
    const { code, err } = await register('陈秀英', 'G', 'administrator');
    expect(err).toMatch(/names no roles/);
    expect(code).toBe(4);
  });

  test('is what a role may do by: a role of its own needs no code', async () => {
    const role = '      visitor: {title: {en: visitor, zh: 走访员}, may: [record]}\n';
    await office.done(
      'policy',
      'use',
      withRoles((text) => text.replace(/^ {4}roles:\n/m, (head) => head + role)),
    );
    await register('陈秀英', 'G', 'administrator');
    await register('王建国', 'M1', '走访员', ...as('陈秀英'));
    const unit = ['unit', 'add', '--code', 'M1T', '--name', '机电队', '--level', 'section'];
    await office.done(...unit, '--parent', 'M1', ...as('王建国'));
    const { err } = await office.relief('claim', 'hold', '1', '--reason', '存疑', ...as('王建国'));
    expect(err).toMatch(/registered as visitor and may not review/);
  });
});
