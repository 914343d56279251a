import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/core/failure.ts';
import { render } from '../../src/core/language.ts';
import { findFund, fundsOn, fundTitle, standardFunds } from '../../src/policy/funds.ts';
import { changed, sample, sound } from './sample.ts';

const withFund = (text: string, code: string, zh: string) =>
  changed(
    text,
    'examples:',
    `    funds:\n      ${code}: {title: {en: ${code}, zh: ${zh}}, kept_at: mine, way: grant}\nexamples:`,
  );

/** The sample, with another version from 2027 on. */
function twoVersions(first: string, second: string) {
  const version = sample.slice(sample.indexOf('  - in_force'), sample.indexOf('examples:'));
  const later = changed(version, '2020-01-01', '2027-01-01');
  const head = sample.slice(0, sample.indexOf('  - in_force'));
  const examples = sample.slice(sample.indexOf('examples:'));
  const fund = (body: string, code: string) =>
    `${body}    funds:\n      ${code}: {title: ${code}, kept_at: mine, way: grant}\n`;
  return sound(head + fund(version, first) + fund(later, second) + examples).policy;
}

describe('a fund', () => {
  const { funds } = sound(withFund(sample, 'price-subsidy', '临时物价补贴')).policy.versions[0] as {
    funds: typeof standardFunds;
  };
  const found = (text: string) => {
    const fund = findFund(funds, text);
    return fund instanceof Fault ? render(fund.said, 'en') : fund.code;
  };

  it('is known by its code or its name, declared by the policy or one of the ten', () => {
    expect(found('mutual-aid')).toBe('mutual-aid');
    expect(found('职工医疗互助金')).toBe('mutual-aid');
    expect(found('Serious illness fund')).toBe('serious-illness');
    expect(found(' price-subsidy ')).toBe('price-subsidy');
    expect(found('临时物价补贴')).toBe('price-subsidy');
  });

  it('that does not exist is refused with the nearest', () => {
    expect(found('mutal-aid')).toContain('did you mean "mutual-aid"');
    expect(found('大病救济金')).toContain('大病救助金');
    expect(found('price-subsidies')).toContain('did you mean "price-subsidy"');
  });

  it('is called as the policy calls it, by its code where no policy does', () => {
    expect(fundTitle(funds, 'price-subsidy').zh).toBe('临时物价补贴');
    expect(fundTitle(standardFunds, 'price-subsidy')).toEqual({
      en: 'price-subsidy',
      zh: 'price-subsidy',
    });
  });
});

describe('the funds of a day', () => {
  const policy = twoVersions('clothing', 'heating-aid');
  const codes = (day: string) =>
    fundsOn(policy, day)
      .map(({ code }) => code)
      .slice(standardFunds.length);

  it('are those of its version, then those of the others: their books stay', () => {
    expect(codes('2026-12-31')).toEqual(['clothing', 'heating-aid']);
    expect(codes('2027-01-01')).toEqual(['heating-aid', 'clothing']);
    expect(codes('1999-01-01')).toEqual(['heating-aid', 'clothing']);
  });

  it('begin with the ten', () =>
    expect(fundsOn(policy, '2026-01-01').slice(0, 10)).toEqual(standardFunds));
});
