import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '../../src/core/failure.ts';
import {
  type Member,
  type Post,
  planMember,
  planPost,
  postState,
} from '../../src/organisation/post/post.ts';
import { allBranches, gapOf, growTree } from '../../src/organisation/post/structure.ts';
import { Office } from '../office.ts';

const today = '2026-10-08';
const post: Post = {
  ...{ premises: '工会楼', phone: '0351-6100001', opened_on: '2026-01-01', closed_on: null },
};
const closed: Post = { ...post, closed_on: '2026-06-30' };
const said = { unit: 'M1', premises: '工会楼', phone: null, opened_on: null };

describe('a post', () => {
  test('is opened, left as it is, or contradicted', () => {
    expect(planPost(said, undefined, today)).toEqual({
      open: { premises: '工会楼', phone: null, opened_on: today, closed_on: null },
    });
    expect(planPost(said, post, today)).toBe('unchanged');
    expect(planPost({ ...said, premises: null }, post, today)).toBe('unchanged');
    expect(planPost({ ...said, premises: '新楼' }, post, today)).toBeInstanceOf(Fault);
    expect(planPost({ ...said, premises: null }, undefined, today)).toBeInstanceOf(Fault);
    expect(planPost({ ...said, opened_on: '2026-10-09' }, undefined, today)).toBeInstanceOf(Fault);
  });

  test('that was closed is opened again from its last day on', () => {
    const again = { ...said, premises: '新楼' };
    expect(planPost({ ...again, opened_on: '2026-06-29' }, closed, today)).toBeInstanceOf(Fault);
    expect(planPost({ ...again, opened_on: '2026-06-30' }, closed, today)).toEqual({
      open: { premises: '新楼', phone: null, opened_on: '2026-06-30', closed_on: null },
    });
    // The list that it once came from can be imported again.
    expect(planPost({ ...said, opened_on: '2026-01-01' }, closed, today)).toBe('unchanged');
  });

  test.each([
    [undefined, 'none'],
    [post, 'open'],
    [{ ...post, opened_on: today }, 'open'],
    [{ ...post, opened_on: '2026-10-09' }, 'not-yet-open'],
    [closed, 'closed'],
    [{ ...post, closed_on: '2026-10-07' }, 'closed'],
    [{ ...post, closed_on: today }, 'open'],
    [{ ...post, closed_on: '2026-10-09' }, 'open'],
  ] as const)('%o stands as %s', (one, state) => {
    expect(postState(one, today)).toBe(state);
  });
});

describe('somebody at a post', () => {
  const zhao: Member = { name: '赵敏', duty: '站长', phone: null, from: '2026-03-01', to: null };
  const gone = { ...zhao, to: '2026-08-31' };
  const row = { name: '赵敏', duty: '站长', phone: null, from: null };

  test('joins, is there, or cannot join', () => {
    expect(planMember(row, [], post, today)).toEqual({ join: { ...row, from: today, to: null } });
    expect(planMember(row, [zhao], post, today)).toBe('unchanged');
    expect(planMember({ ...row, from: '2026-03-01' }, [gone], post, today)).toBe('unchanged');
    expect(planMember(row, [gone], post, today)).toMatchObject({ join: { from: today } });
    for (const wrong of [
      planMember({ ...row, duty: '干事' }, [zhao], post, today),
      planMember({ ...row, from: '2026-08-31' }, [gone], post, today),
      planMember({ ...row, from: '2026-10-09' }, [], post, today),
      planMember({ ...row, from: '2025-12-31' }, [], post, today),
      planMember({ ...row, duty: null }, [], post, today),
    ]) {
      expect(wrong).toBeInstanceOf(Fault);
    }
  });
});

describe('the organisation', () => {
  const unit = fc.record({
    post: fc.option(fc.record({ opened_on: day(), closed_on: fc.option(day()) }), {
      nil: undefined,
    }),
    post_people: fc.nat(2),
    people: fc.nat(50),
    above: fc.nat(),
  });
  /** Units in one tree: each stands below one before it, as far as three levels go. */
  const units = fc.array(unit, { minLength: 1, maxLength: 25 }).map((all) =>
    all.map(({ above, ...one }, at) => ({
      ...one,
      code: `U${String(at).padStart(2, '0')}`,
      name: `单位${at}`,
      level: 'section' as const,
      parent: at === 0 ? null : `U${String(above % at).padStart(2, '0')}`,
      last_left: null,
    })),
  );

  function day() {
    return fc.constantFrom('2026-01-01', '2026-10-07', today, '2026-10-09');
  }

  test('is drawn with each unit once, below its parent, and every person counted once', () => {
    fc.assert(
      fc.property(units, (all) => {
        const tree = growTree(all);
        const branches = allBranches(tree);
        expect(branches.map((one) => one.unit.code).sort()).toEqual(all.map(({ code }) => code));
        for (const { unit: above, below, trunk } of branches) {
          for (const child of below) {
            expect(child.unit.parent).toBe(above.code);
            expect(child.trunk).toHaveLength(trunk.length + 3);
          }
        }
        const people = all.reduce((sum, one) => sum + one.people, 0);
        expect(tree.reduce((sum, one) => sum + one.people_in_all, 0)).toBe(people);
      }),
    );
  });

  test('has a gap exactly where no post is open or nobody is at it', () => {
    fc.assert(
      fc.property(units, (all) => {
        for (const one of all) {
          const served = postState(one.post, today) === 'open' && one.post_people > 0;
          expect(gapOf(one, today) === undefined).toBe(served);
        }
      }),
    );
  });
});

describe('in an office', () => {
  let office: Office;

  beforeEach(async () => {
    office = await Office.open(today);
    await office.import(
      'unit',
      'code,name,level,parent\nG,集团,group,\nM1,一矿,mine,G\nM1S,采煤队,section,M1\nM2,二矿,mine,G\n',
    );
  });

  afterEach(() => office.close());

  const header = '单位,站点地址,电话,成立日期,工作人员,职务,手机';

  test('a list as caseworkers keep it is imported once, and comes back as CSV', async () => {
    const rows = [
      'G,工会大楼一层,0351-6100000,2020/5/1,陈秀英,主任,13800000001',
      '集团,,,,刘洋,干事,',
      'M1,矿工会二楼,,2021年3月1日,,,',
    ];
    expect((await office.bring('post', [header, ...rows])).counts).toEqual({
      ...{ read: 3, imported: 3, unchanged: 0, rejected: 0 },
    });
    const again = await office.bring('post', [header, ...rows]);
    expect(again.counts).toMatchObject({ imported: 0, unchanged: 3 });
    const csv = await office.done('post', 'list', '--csv');
    expect((await office.bring('post', csv.trim().split('\n'))).counts).toMatchObject({
      ...{ read: 2, unchanged: 2 },
    });
    const { members } = await office.json<{ members: unknown[] }>('post', 'show', 'G');
    expect(members).toHaveLength(2);
  });

  test('a post without an opening day is as old as the first who works there', async () => {
    const { counts } = await office.bring('post', [
      'unit,premises,member,duty,from',
      'M1,矿工会二楼,赵敏,站长,2026-01-01',
      'M1,矿工会二楼,刘洋,干事,2026-03-01',
    ]);
    expect(counts).toMatchObject({ imported: 2 });
    expect(await office.json('post', 'show', 'M1')).toMatchObject({ opened_on: '2026-01-01' });
  });

  test('each row that cannot be is rejected with its reason', async () => {
    const { rejects, counts } = await office.bring('post', [
      header,
      'M9,工会楼,,2026-01-01,,,',
      'M1,,,,赵敏,站长,',
      'M2,工会楼,,2026-12-01,,,',
      'M2,工会楼,1.39E+10,2026-01-01,,,',
      'M2,工会楼,,2026-01-01,孙丽,,',
      'M2,工会楼,,2026-01-01,,站长,',
    ]);
    expect(counts).toMatchObject({ imported: 0, rejected: 6 });
    for (const reason of [
      /there is no unit "M9"/,
      /unit M1 has no open relief post; say where it is/,
      /2026-12-01 is still to come/,
      /was changed by Excel/,
      /say what 孙丽 does there/,
      /say whose duty, phone and day these are/,
    ]) {
      expect(rejects).toMatch(reason);
    }
    expect(await office.json('post', 'list')).toEqual([]);
  });

  test('coverage ends with 3 as long as there is a gap, and with 0 after it', async () => {
    const gaps = async () => {
      const { code, out } = await office.relief('unit', 'coverage', '--json');
      return [code, (JSON.parse(out) as { code: string }[]).map((gap) => gap.code)];
    };
    expect(await gaps()).toEqual([3, ['G', 'M1', 'M1S', 'M2']]);
    for (const unit of ['G', 'M1', 'M1S', 'M2']) {
      await office.done('post', 'add', '--unit', unit, '--premises', '工会楼');
      await office.done('post', 'join', unit, '--name', '赵敏', '--duty', '站长');
    }
    expect(await gaps()).toEqual([0, []]);
    await office.done('post', 'leave', 'M2', '--name', '赵敏');
    expect(await gaps()).toEqual([0, []]);
    expect(await office.json('post', 'close', 'M1')).toMatchObject({ people: 1 });
    // Its last day is that of those who work there.
    expect(await gaps()).toEqual([0, []]);
    const join = await office.relief('post', 'join', 'M1', '--name', '孙丽', '--duty', '站长');
    expect(join.err).toContain('was closed on 2026-10-08');
    const { out } = await office.relief('unit', 'coverage', '--csv', '--today', '2026-10-09');
    expect(out.trim().split('\n').slice(1)).toEqual([
      ...['M1,一矿,mine,closed,2026-10-08', 'M2,二矿,mine,nobody,2026-10-08'],
    ]);
  });

  test('the opening day is corrected, but not past who works there, nor past the closing', async () => {
    await office.done(...['post', 'add', '--unit', 'M1', '--premises', '工会楼']);
    await office.done(...['post', 'edit', 'M1', '--opened-on', '2026-01-01']);
    const join = ['post', 'join', 'M1', '--name', '赵敏', '--duty', '站长', '--from', '2026-03-01'];
    await office.done(...join);
    const edit = (day: string) => office.relief('post', 'edit', 'M1', '--opened-on', day);
    const late = await edit('2026-03-02');
    expect(late).toMatchObject({ code: 3 });
    expect(late.err).toContain(
      '2026-03-02 lies after 2026-03-01, on which 赵敏 came to work there',
    );
    expect(await edit('2026-03-01')).toMatchObject({ code: 0 });
    await office.done('post', 'close', 'M1', '--on', '2026-09-01');
    expect((await edit('2026-09-02')).err).toContain('on which the post was closed');
    expect((await edit('2026-12-01')).err).toContain('still to come');
  });

  test('an operator of a mine sees its part of the tree; anybody sees the whole of it', async () => {
    const operator = (name: string, unit: string) =>
      office.done(
        'operator',
        'add',
        '--name',
        name,
        '--unit',
        unit,
        '--role',
        'administrator',
        '--as',
        '陈秀英',
      );
    await operator('陈秀英', 'G');
    await operator('王建军', 'M1');
    const codes = async (...argv: string[]) => {
      const csv = await office.done('unit', 'tree', '--csv', ...argv);
      return csv
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]);
    };
    expect(await codes('--as', '王建军')).toEqual(['M1', 'M1S']);
    expect(await codes('--as', '李明')).toEqual(['G', 'M1', 'M1S', 'M2']);
    const { code } = await office.relief('unit', 'coverage', '--unit', 'M2', '--as', '王建军');
    expect(code).toBe(4);
  });
});
