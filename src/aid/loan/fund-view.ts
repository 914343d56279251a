import type { CivilDate } from '../../core/civil-date.ts';
import { type Phrase, render, type Said, say } from '../../core/language.ts';
import { type Fen, formatYuan, readableYuan } from '../../core/money.ts';
import { type Block, type Column, type Fact, yuanColumn } from '../../core/report.ts';
import type { Fund } from '../../policy/aid.ts';
import { type Has, type Moved, turnoverOf } from './revolving.ts';
import type { Age, AgedSum } from './standing.ts';
import { words } from './words.ts';

/** A lending fund's figures, in all or of a year; amounts in fen. */
export interface Revolving {
  readonly fund: Fund;
  /** Undefined: from the beginning on. */
  readonly year: number | undefined;
  readonly as_of: CivilDate;
  readonly moved: Moved;
  readonly has: Has;
  /** Put in from the beginning until the day. */
  readonly put_in_until: Fen;
  readonly overdue: Fen;
}

/** A lending fund's figures as a page. */
export function revolvingPage(one: Revolving) {
  const { fund, year, as_of, moved, has, put_in_until, overdue } = one;
  const turnover = turnoverOf(moved.lent, put_in_until);
  const json = {
    ...{ fund: fund.code, year: year ?? null, as_of },
    ...{ put_in: formatYuan(moved.put_in), lent: formatYuan(moved.lent) },
    ...{ repaid: formatYuan(moved.repaid), written_off: formatYuan(moved.written_off) },
    ...{ out: formatYuan(has.out), overdue: formatYuan(overdue), free: formatYuan(has.free) },
    ...{ put_in_until: formatYuan(put_in_until), turnover },
  };
  const titles = titlesOf(year);
  const facts: readonly Fact[] = [
    [words.fund, fund.title],
    [words.asOf, as_of],
    [titles.putIn, readableYuan(moved.put_in)],
    ...(year === undefined ? [] : [[words.putInUntil, readableYuan(put_in_until)] as const]),
    [titles.lent, readableYuan(moved.lent)],
    [titles.repaid, readableYuan(moved.repaid)],
    [titles.writtenOff, readableYuan(moved.written_off)],
    [words.out, readableYuan(has.out)],
    [words.overdueOfIt, readableYuan(overdue)],
    [words.free, readableYuan(has.free)],
    [titles.turnover, turnover ?? words.none],
  ];
  return { blocks: [{ facts }], json, csv: { columns: figureColumns, rows: [json] } };
}

const figureColumns: readonly Column[] = [
  { key: 'fund', title: words.fund },
  { key: 'year', title: words.year },
  { key: 'as_of', title: words.asOf },
  yuanColumn('put_in', words.putIn),
  yuanColumn('lent', words.lent),
  yuanColumn('repaid', words.repaidInAll),
  yuanColumn('written_off', words.writtenOffInAll),
  yuanColumn('out', words.out),
  yuanColumn('overdue', words.overdueOfIt),
  yuanColumn('free', words.free),
  yuanColumn('put_in_until', words.putInUntil),
  { key: 'turnover', title: words.turnover },
];

function titlesOf(
  of: number | undefined,
): Readonly<Record<'putIn' | 'lent' | 'repaid' | 'writtenOff' | 'turnover', Phrase | Said>> {
  if (of === undefined) {
    const { putIn, lent, repaidInAll: repaid, writtenOffInAll: writtenOff, turnover } = words;
    return { putIn, lent, repaid, writtenOff, turnover };
  }
  const year = String(of);
  return {
    putIn: say(words.putInYear, { year }),
    lent: say(words.lentYear, { year }),
    repaid: say(words.repaidYear, { year }),
    writtenOff: say(words.writtenOffYear, { year }),
    turnover: say(words.turnoverYear, { year }),
  };
}

function ageSaid({ from, to }: Age): Said {
  return to === null ? say(words.ageAbove, { days: from - 1 }) : say(words.ageTo, { from, to });
}

/** What is overdue of a fund by age, as JSON has it. */
export function agesJson(fund: string, ages: readonly AgedSum[]) {
  return ages.map(({ from, to, instalments, amount }) => ({
    ...{ fund, from_days: from, to_days: to, instalments, amount: formatYuan(amount) },
  }));
}

/** What is overdue of a fund by age, on a screen. */
export function ageBlocks(fund: Fund, ages: readonly AgedSum[]): readonly Block[] {
  const shown = ages.map((age, at) => ({
    ...{ age: at, instalments: age.instalments, amount: formatYuan(age.amount) },
  }));
  const columns: readonly Column[] = [
    {
      key: 'age',
      title: words.age,
      show: (cell, lang) => render(ageSaid(ages[Number(cell)] as Age), lang),
    },
    { key: 'instalments', title: words.instalments, align: 'right' },
    yuanColumn('amount', words.overdue),
  ];
  const heading = say(words.overdueHeading, { fund: fund.title });
  return [{ heading }, { table: { columns, rows: shown } }];
}
