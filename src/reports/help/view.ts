import { type Choice, titleOf } from '../../core/field.ts';
import { type Phrase, say } from '../../core/language.ts';
import { formatYuan } from '../../core/money.ts';
import { type Column, inWords, type Page, type Row, yuanColumn } from '../../core/report.ts';
import type { Span } from '../span.ts';
import type { Help, HelpBy, HelpOf } from './help.ts';
import { words } from './words.ts';

const titles: Readonly<Record<HelpBy, Phrase>> = {
  fund: words.fund,
  unit: words.unit,
  level: words.level,
  category: words.category,
};

const headings = {
  fund: words.fundHeading,
  unit: words.unitHeading,
  level: words.levelHeading,
  category: words.categoryHeading,
};

const right = { align: 'right' } as const;

/** The columns of a report on help. @param choices what its rows are called */
function helpColumns(by: HelpBy, choices: readonly Choice[]): readonly Column[] {
  const named = inWords((code) => (code === total ? words.total : titleOf(choices, code)));
  return [
    {
      key: by,
      title: titles[by],
      show: (cell, lang) => (cell === null ? words.withoutMoney[lang] : named(cell, lang)),
    },
    { key: 'name', title: words.name, fileOnly: true },
    { key: 'helped', title: words.helped, ...right },
    { key: 'persons', title: words.persons, ...right },
    { key: 'families', title: words.families, ...right },
    yuanColumn('amount', words.amount),
    yuanColumn('lent', words.lent),
    yuanColumn('repaid', words.repaid),
    yuanColumn('written_off', words.writtenOff),
    { key: 'in_kind', title: words.inKind, ...right },
  ];
}

// No code of a fund, unit, level or category: those are text without spaces.
const total = ' total';

function helpCells({ helped, persons, families, amount, ...loans }: Help) {
  return {
    ...{ helped, persons, families, amount: formatYuan(amount), lent: formatYuan(loans.lent) },
    ...{ repaid: formatYuan(loans.repaid), written_off: formatYuan(loans.written_off) },
    in_kind: loans.in_kind,
  };
}

/**
 * A report on help: a row each and the total on a screen; rows and total apart in JSON; rows alone in CSV, so that
 * whoever sums them up counts nothing twice.
 * @param put puts a name into the words of the language asked for
 */
export function helpPage(
  by: HelpBy,
  { span, unit }: { readonly span: Span; readonly unit: string | null },
  help: { readonly rows: readonly HelpOf[]; readonly total: Help },
  choices: readonly Choice[],
  put: (name: Phrase) => string,
): Page {
  const columns = helpColumns(by, choices);
  const rows = help.rows.map(({ code, ...one }): Row => {
    const name = put(code === null ? words.withoutMoney : titleOf(choices, code));
    return { [by]: code, name, ...helpCells(one) };
  });
  const sum = helpCells(help.total);
  const { name: period, from, to } = span;
  return {
    blocks: [
      { line: say(headings[by], { from, to }) },
      { table: { columns, rows: [...rows, { [by]: total, ...sum }] } },
    ],
    json: { by, period, from, to, unit, rows, total: sum },
    csv: { columns, rows },
  };
}
