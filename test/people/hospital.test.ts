import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allHospitals } from '../../src/mutual-aid/hospital/store.ts';
import type { Office } from '../office.ts';
import { officeOfUnits } from './people.ts';

let office: Office;
beforeEach(async () => {
  office = await officeOfUnits();
});
afterEach(() => office.close());

const bring = (...lines: string[]) => office.bring('hospital', ['name,designated', ...lines]);

describe('an import of hospitals', () => {
  it('enters each once, with Chinese headings and codes too', async () => {
    expect((await bring('晋岭总医院,yes', '北京医院,no')).counts).toMatchObject({ imported: 2 });
    const again = await office.bring('hospital', [
      '医院名称,是否定点',
      '晋岭总医院,是',
      '北京医院,否',
    ]);
    expect(again.counts).toMatchObject({ imported: 0, unchanged: 2, rejected: 0 });
    const hospitals = await office.look(allHospitals);
    expect(hospitals.get('晋岭总医院')).toMatchObject({ designated: true });
    expect(hospitals.get('北京医院')).toMatchObject({ designated: false });
  });

  it.each([
    ['other content', '晋岭总医院,no', /relief hospital edit "晋岭总医院" --designated no/],
    ['what is neither yes nor no', '北京医院,maybe', /is not known/],
    ['a missing name', ',yes', /hospital is missing/],
  ])('rejects %s, keeping the others', async (_what, line, reason) => {
    const { code, counts, rejects } = await bring('晋岭总医院,yes', line);
    expect([code, counts]).toEqual([3, { read: 2, imported: 1, unchanged: 0, rejected: 1 }]);
    expect(rejects).toMatch(reason);
  });

  it('can be imported again from its own export', async () => {
    await bring('晋岭总医院,yes', '北京医院,no');
    const { out } = await office.relief('hospital', 'list', '--csv');
    const { counts } = await office.bring('hospital', out.trimEnd().split('\n'));
    expect(counts).toMatchObject({ unchanged: 2, rejected: 0 });
  });
});

describe('one hospital', () => {
  beforeEach(async () => {
    await bring('晋岭总医院,yes', '北京医院,no');
  });

  it('says yes or no in JSON', async () => {
    expect(await office.json('hospital', 'show', '北京医院')).toEqual({
      ...{ name: '北京医院', designated: 'no' },
    });
  });

  it('is corrected, but not given the name of another', async () => {
    const edit = ['hospital', 'edit', '北京医院'];
    expect((await office.relief(...edit, '--name', '晋岭总医院')).code).toBe(3);
    expect((await office.relief(...edit, '--designated', 'yes')).code).toBe(0);
    expect(await office.json('hospital', 'list', '--designated', 'yes')).toHaveLength(2);
  });

  it('is named when another was nearly meant', async () => {
    const { code, err } = await office.relief('hospital', 'show', '晋岭医院');
    expect([code, err]).toEqual([3, expect.stringContaining('晋岭总医院')]);
  });
});
