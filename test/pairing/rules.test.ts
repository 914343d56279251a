import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLater } from '../../src/core/civil-date.ts';
import { Fault } from '../../src/core/failure.ts';
import { findOfficial, planOfficial, readRank } from '../../src/pairing/official/official.ts';
import { checkEnd, checkPairing, type Pairing, planPairing } from '../../src/pairing/pairing.ts';
import { pairingOn } from '../../src/pairing/visit/visit.ts';
import { faultOf } from '../core/said.ts';

const title = (en: string, zh: string) => ({ en, zh });
const ranks = [
  { code: 'division', title: title('division head', '处级') },
  { code: 'section', title: title('section head', '科级'), also: ['副科级'] },
];

describe('a rank', () => {
  test.each([
    ['处级', { rank: 'division', duty: null }],
    ['矿长/处级', { rank: 'division', duty: '矿长' }],
    ['工会主席／副科级', { rank: 'section', duty: '工会主席' }],
  ])('is read alone or after the duty: %s', (text, read) => {
    expect(readRank(text, ranks)).toEqual(read);
  });

  test('that the policy does not know is a fault', () => {
    expect(faultOf(readRank('矿长', ranks))).toContain('"矿长" is not known');
  });
});

const official = {
  ...{ id: 1, name: '王伟', rank: 'division', unit: 'M1', unit_id: 1, unit_name: '一矿' },
  ...{ duty: '矿长', phone: null },
};
const namesake = { ...official, id: 2, unit: 'M2', unit_id: 2, unit_name: '二矿' };

describe('an official', () => {
  test('who is there, said with less, is the same; with another rank in conflict', () => {
    expect(planOfficial(official, undefined)).toBe('imported');
    expect(planOfficial({ ...official, duty: null }, official)).toBe('unchanged');
    expect(faultOf(planOfficial({ ...official, rank: 'section' }, official))).toContain('rank');
  });

  test('is named by the name, and by the unit where two bear it', () => {
    const all = new Map([['王伟', [official, namesake]]]);
    expect(findOfficial(all, '王伟', 'M2', '--official-unit')).toBe(namesake);
    const doubtful = findOfficial(all, '王伟', null, '--official-unit');
    expect(faultOf(doubtful)).toContain('(--official-unit): M1 一矿, M2 二矿');
    expect(faultOf(findOfficial(all, '王伟', 'G0', '-'))).toContain('no official 王伟 in G0');
    expect(faultOf(findOfficial(all, '王玮', null, '-'))).toContain('did you mean 王伟?');
    expect(faultOf(findOfficial(all, '赵大海', null, '-'))).toContain('no official "赵大海"; add');
  });
});

const pairing = (told: Partial<Pairing>): Pairing => ({
  ...{ id: 1, official_id: 1, household_id: 1, responsibility: null, way: null, measures: null },
  ...{ goal: null, from: '2026-01-01', to: null, outcome: null },
  ...told,
});

const names = { official: '王伟', no: '000101' };

describe('a pairing', () => {
  test.each([
    ['begins in the future', { from: '2026-08-01' }, 'still to come'],
    ['ends in the future', { to: '2026-08-01', outcome: '脱困' }, 'still to come'],
    ['ends before it begins', { to: '2025-12-31', outcome: '脱困' }, 'before it begins'],
    ['ends without an outcome', { to: '2026-06-01' }, 'with what outcome'],
  ])('%s: a fault', (_, told, words) => {
    const faults = checkPairing(pairing(told), '2026-07-20');
    expect(faults.map((fault) => faultOf(fault))).toEqual([expect.stringContaining(words)]);
  });

  test('does not end before its last visit', () => {
    const end = (to: string) => checkEnd(pairing({}), to, '2026-03-01', '2026-07-20');
    expect(end('2026-03-01')).toBe(undefined);
    expect(faultOf(end('2026-02-28'))).toContain('a visit was made on 2026-03-01');
  });

  test('that is there, said with less, is the same; with another goal in conflict', () => {
    const there = pairing({ goal: '脱困', way: '一对一' });
    expect(planPairing(pairing({ goal: '脱困' }), [there], names)).toEqual({ same: there });
    expect(faultOf(planPairing(pairing({ goal: '就业' }), [there], names))).toContain(
      'another goal',
    );
  });

  const span = fc.tuple(fc.nat(300), fc.option(fc.nat(100), { nil: null })).map(([from, days]) => ({
    from: daysLater('2025-01-01', from),
    to: days === null ? null : daysLater('2025-01-01', from + days),
    outcome: '脱困',
  }));

  test('never overlaps another of the same two, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const there: Pairing[] = [];
        for (const one of spans) {
          const record = pairing({ id: there.length + 1, ...one });
          if (planPairing(record, there, names) === 'imported') there.push(record);
        }
        for (const a of there) {
          for (const b of there) {
            const apart = a === b || (a.to !== null && a.to < b.from) || (b.to ?? '9') < a.from;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});

describe('a visit', () => {
  const ended = pairing({ id: 1, from: '2025-01-01', to: '2025-12-31' });
  const running = pairing({ id: 2, from: '2026-03-01' });
  const on = (day: string) => pairingOn([ended, running], day, '2026-07-20', names);

  test('belongs to the pairing that ran on its day, also when that has ended', () => {
    expect([on('2025-12-31'), on('2026-07-20')]).toEqual([ended, running]);
  });

  test('of a day between two, or to come, or of nobody paired is a fault', () => {
    expect(faultOf(on('2026-02-01'))).toContain('runs from 2026-03-01 to now');
    expect(faultOf(on('2026-07-21'))).toContain('still to come');
    expect(pairingOn([], '2026-07-20', '2026-07-20', names)).toBeInstanceOf(Fault);
  });
});
