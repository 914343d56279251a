import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exitCodes, Failure, Fault, mustBe } from '../../src/core/failure.ts';
import { hasUnprintable, type Phrase, printable, render, say } from '../../src/core/language.ts';
import { parseCount, parseText, parseYear, plainForm } from '../../src/core/text.ts';
import { expectFault } from './said.ts';

const found = {
  en: '{count} {count:receipt|receipts} of {name}',
  zh: '{name}的 {count} 张单据',
} as const;
const list = { en: 'known: {names}', zh: '可用：{names}' } as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out
const steering = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const outer = { en: 'refused: {why}', zh: '不可：{why}' } as const;

describe('render', () => {
  test('fills the slots in both languages', () => {
    const said = say(found, { count: 3, name: '王小明' });
    expect(render(said, 'en')).toBe('3 receipts of 王小明');
    expect(render(said, 'zh')).toBe('王小明的 3 张单据');
  });

  test.each([
    [0, '0 receipts of A'],
    [1, '1 receipt of A'],
    [2, '2 receipts of A'],
    [21, '21 receipts of A'],
  ])('picks the form for %i', (count, en) => {
    expect(render(say(found, { count, name: 'A' }), 'en')).toBe(en);
  });

  test('renders words in words in the same language', () => {
    const said = say(outer, { why: say(list, { names: ['a', { en: 'yes', zh: '是' }] }) });
    expect(render(said, 'en')).toBe('refused: known: a, yes');
    expect(render(said, 'zh')).toBe('不可：可用：a、是');
    expect(render(say(outer, { why: say(outer, { why: { en: 'no', zh: '否' } }) }), 'zh')).toBe(
      '不可：不可：否',
    );
  });

  test('renders a phrase without slots, and one that is not said of anything', () => {
    const plain = { en: 'done', zh: '完成' } as const;
    expect(render(say(plain), 'zh')).toBe('完成');
    expect(render(plain, 'en')).toBe('done');
  });

  test('never fills a slot from a fact: what users type stays as it is', () => {
    expect(render(say(outer, { why: '{why} {name:a|b} $& $1' }), 'en')).toBe(
      'refused: {why} {name:a|b} $& $1',
    );
  });

  test('makes every fact printable, at any depth', () => {
    const evil = '\u001b]0;owned\u0007';
    const said = say(outer, { why: say(list, { names: [evil, evil] }) });
    for (const lang of ['en', 'zh'] as const)
      expect(hasUnprintable(render(said, lang))).toBe(false);
  });
});

describe('printable (SPEC 9)', () => {
  test.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\u0000b', 'a\\u0000b'],
    ['a\nb\r\tc', 'a\\u000ab\\u000d\\u0009c'],
    ['\u007f', '\\u007f'],
    ['\u009b31m', '\\u009b31m'],
    ['\u202eevil', '\\u202eevil'],
    ['\u2066x\u2069', '\\u2066x\\u2069'],
    ['\u200fx\u200e', '\\u200fx\\u200e'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['王小明 O’Brien 𠮷 é', '王小明 O’Brien 𠮷 é'],
  ])('%j becomes %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
    expect(hasUnprintable(text)).toBe(text !== shown);
    expect(hasUnprintable(shown)).toBe(false);
  });

  test('leaves nothing behind that could steer a terminal, and asks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(steering);
        expect(hasUnprintable(text)).toBe(hasUnprintable(text));
        expect(printable(printable(text))).toBe(printable(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('text', () => {
  test('plainForm brings full-width characters to their plain forms', () => {
    expect(plainForm(' １２３ＡＢＣ（）：， ')).toBe('123ABC():,');
    expect(plainForm('王小明')).toBe('王小明');
  });

  test.each([
    ['  王小明 ', '王小明'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['𠮷野', '𠮷野'],
    ["O'Brien", "O'Brien"],
    ['x'.repeat(200), 'x'.repeat(200)],
  ])('parseText takes %j', (text, name) => {
    expect(parseText(text)).toBe(name);
  });

  test.each([
    ['王\u001b[31m明', /control characters/],
    ['王\u0000明', /control characters/],
    ['王\u202e明', /control characters/],
    ['x'.repeat(201), /201 characters long; at most 200/],
    ['走访\n慰问', /"走访 慰问" runs over several lines/],
  ])('parseText rejects %j', (text, says) => {
    const fault = parseText(text);
    expectFault(fault, says);
    expect(hasUnprintable(render((fault as Fault).said, 'en'))).toBe(false);
  });

  test.each([
    ['0', 0],
    ['12', 12],
    ['１２', 12],
    [' 7 ', 7],
  ])('parseCount reads %j', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  test.each(['', '-1', '1.5', '1e3', '1,000', '9999999999', 'x'])(
    'parseCount rejects %j',
    (text) => {
      expectFault(parseCount(text), /not a whole number/);
    },
  );

  test.each([
    ['2026', 2026],
    ['2026年', 2026],
    ['２０２６', 2026],
    ['1950', 1950],
    ['2199', 2199],
  ])('parseYear reads %j', (text, year) => {
    expect(parseYear(text)).toBe(year);
  });

  test.each(['', '26', '1949', '2200', '2026-01', '20260', 'MMXXVI'])(
    'parseYear rejects %j',
    (text) => {
      expectFault(parseYear(text), /not a year/);
    },
  );
});

describe('failures', () => {
  test('have the exit codes of SPEC 8', () => {
    expect(exitCodes).toEqual({ unexpected: 1, usage: 2, rejected: 3, refused: 4, busy: 5 });
  });

  test('say the same in both languages', () => {
    const failure = new Failure('refused', say(outer, { why: { en: 'no', zh: '否' } }));
    expect(failure.in('en')).toBe('refused: no');
    expect(failure.in('zh')).toBe('不可：否');
    expect(failure.message).toBe('refused: no');
  });

  test('mustBe passes a value on and throws a fault as rejected', () => {
    expect(mustBe(7)).toBe(7);
    const plain = { en: 'no', zh: '否' } as const;
    expect(() => mustBe(new Fault(say(plain)))).toThrow(
      expect.objectContaining({ kind: 'rejected', message: 'no' }),
    );
  });
});

describe('the words of every area', () => {
  const source = join(import.meta.dirname, '../../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(^|[\\/])(\w+-)?words\.ts$/.test(path),
  );

  test('are found', () => {
    expect(files.length).toBeGreaterThanOrEqual(4);
  });

  test.each(files)(
    '%s: both languages have the same slots, and Chinese is no English',
    async (path) => {
      const module = (await import(join(source, path))) as Record<string, unknown>;
      const phrases = Object.values(module).flatMap((exported) => phrasesIn(exported));
      expect(phrases.length).toBeGreaterThan(0);
      for (const phrase of phrases) {
        expect(slotsOf(phrase.zh), phrase.en).toEqual(slotsOf(phrase.en));
        const english = /[a-z]{2}/.test(phrase.zh.replace(/\{[^}]*\}|--[\w-]+/g, ''));
        expect(!english || /\p{Script=Han}/u.test(phrase.zh), phrase.zh).toBe(true);
        expect(phrase.en.trim(), phrase.zh).not.toBe('');
        expect(phrase.zh.trim(), phrase.en).not.toBe('');
        expect(phrase.zh, 'no plural forms in Chinese').not.toMatch(/\{\w+:/);
      }
      expect(readFileSync(join(source, path), 'utf8')).not.toMatch(/TODO|FIXME/);
    },
  );
});

function phrasesIn(value: unknown): readonly Phrase[] {
  if (typeof value !== 'object' || value === null) return [];
  const { en, zh } = value as Partial<Phrase>;
  if (typeof en === 'string' && typeof zh === 'string') return [{ en, zh }];
  return Object.values(value).flatMap((inner) => phrasesIn(inner));
}

/** The slots that show a value; one that only picks an English plural is no business of Chinese. */
function slotsOf(text: string): readonly string[] {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}
