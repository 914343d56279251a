import type { Choice } from '../../core/field.ts';
import type { Phrase } from '../../core/language.ts';
import { type Column, inWords } from '../../core/report.ts';
import type { Unit } from '../../organisation/unit.ts';
import type { InKind } from '../../policy/aid.ts';
import type { StoredBenefit } from './benefit.ts';
import { words } from './words.ts';

/** What a kind is called; its code where the policy no longer names it. */
export function kindTitle(kinds: readonly InKind[], kind: string): Phrase {
  return kinds.find(({ code }) => code === kind)?.title ?? { en: kind, zh: kind };
}

/** What a degree is called; degrees of several kinds that share a code share its name. */
export function degreeTitle(kinds: readonly InKind[], degree: string): Phrase {
  const all: readonly Choice[] = kinds.flatMap(({ degrees }) => degrees);
  return all.find(({ code }) => code === degree)?.title ?? { en: degree, zh: degree };
}

const kindColumn = (kinds: readonly InKind[]): Column => ({
  ...{ key: 'kind', title: words.kind },
  show: inWords((code) => kindTitle(kinds, code)),
});

const degreeColumn = (kinds: readonly InKind[]): Column => ({
  ...{ key: 'degree', title: words.degree },
  show: (cell, lang) => (cell === null ? '' : degreeTitle(kinds, String(cell))[lang]),
});

/** The columns of a list of benefits in kind. @param kinds those of the policy */
export function benefitColumnsOf(kinds: readonly InKind[]): readonly Column[] {
  return [
    { key: 'benefit', title: words.benefit, align: 'right' },
    kindColumn(kinds),
    { key: 'employee_no', title: words.employeeNo },
    { key: 'name', title: words.personName },
    { key: 'unit', title: words.unitCode, fileOnly: true },
    { key: 'unit_name', title: words.unit },
    { key: 'period', title: words.period },
    degreeColumn(kinds),
    { key: 'child', title: words.child },
    { key: 'detail', title: words.detail },
    { key: 'on', title: words.on },
    { key: 'operator', title: words.operator, fileOnly: true },
  ];
}

/** A benefit in kind as a row. */
export function benefitRow(benefit: StoredBenefit) {
  const { id, kind, employee_no, name, unit, unit_name, degree, child, on, operator } = benefit;
  const [period, detail] = [benefit.period || null, benefit.detail || null];
  return {
    ...{ benefit: id, kind, employee_no, name, unit, unit_name, period, degree, child, detail },
    ...{ on, operator },
  };
}

/** A row of the counts. */
export type CountRow = {
  readonly kind: string;
  readonly period: string | null;
  readonly degree: string | null;
  readonly unit: string;
  readonly unit_name: string;
  readonly count: number;
};

/** The columns of the counts. */
export function countColumnsOf(kinds: readonly InKind[]): readonly Column[] {
  return [
    kindColumn(kinds),
    { key: 'period', title: words.period },
    degreeColumn(kinds),
    { key: 'unit', title: words.unitCode },
    { key: 'unit_name', title: words.unit },
    { key: 'count', title: words.count, align: 'right' },
  ];
}

/**
 * The counts by the units below, in the order of the policy's kinds and degrees, the latest period first.
 * @param branches the unit that each is counted under
 */
export function countRows(
  counts: readonly {
    readonly kind: string;
    readonly period: string;
    readonly degree: string | null;
    readonly unit_id: number;
    readonly count: number;
  }[],
  branches: ReadonlyMap<number, Unit>,
  kinds: readonly InKind[],
): readonly CountRow[] {
  const rows = new Map<string, CountRow>();
  for (const { kind, period, degree, unit_id, count } of counts) {
    const { code = '', name = '' } = branches.get(unit_id) ?? {};
    const key = JSON.stringify([kind, period, degree, code]);
    const before = rows.get(key)?.count ?? 0;
    const counted = { kind, period: period || null, degree, unit: code, unit_name: name };
    rows.set(key, { ...counted, count: before + count });
  }
  const place = ({ kind, degree }: CountRow) => {
    const at = kinds.findIndex(({ code }) => code === kind);
    const degrees = kinds[at]?.degrees ?? [];
    return [at, degrees.findIndex(({ code }) => code === degree)] as const;
  };
  return [...rows.values()].sort((a, b) => {
    const [[kindA, degreeA], [kindB, degreeB]] = [place(a), place(b)];
    const later = (b.period ?? '').localeCompare(a.period ?? '');
    return kindA - kindB || later || degreeA - degreeB || (a.unit < b.unit ? -1 : 1);
  });
}
