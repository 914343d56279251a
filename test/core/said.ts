import { expect } from 'vitest';
import { Fault } from '../../src/core/failure.ts';
import { type Lang, render } from '../../src/core/language.ts';

/** What a fault tells the user; fails where the value was accepted. */
export function faultOf(value: unknown, lang: Lang = 'en'): string {
  expect(value).toBeInstanceOf(Fault);
  return render((value as Fault).said, lang);
}

/** Expects a fault that says this, in either language, and that both languages fill all their slots. */
export function expectFault(value: unknown, says: RegExp): void {
  const [en, zh] = [faultOf(value, 'en'), faultOf(value, 'zh')];
  expect(`${en}\n${zh}`).toMatch(says);
  for (const said of [en, zh]) {
    expect(said.length).toBeGreaterThan(5);
    expect(said).not.toMatch(/\{\w+\}|undefined|\[object/);
  }
}
