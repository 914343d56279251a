import { type CivilDate, monthsLater, parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { type Choice, type Field, optional, parseChoice, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { parseText, parseYear } from '../../core/text.ts';
import { firstDayOfPair, parseYearPair, yearPairOf } from '../../core/year-pair.ts';
import type { StoredHousehold, StoredMember } from '../../people/hardship/store.ts';
import { personFields } from '../../people/person.ts';
import type { AidRules, InKind } from '../../policy/aid.ts';
import { words } from './words.ts';

/** A benefit in kind as it is stored, with whose it is (SPEC 12). */
export interface StoredBenefit {
  readonly id: number;
  readonly kind: string;
  readonly person_id: number;
  readonly employee_no: string;
  readonly name: string;
  /** The code of the person's unit. */
  readonly unit: string;
  readonly unit_name: string;
  /** A winter, a calendar year; empty where it is given once. */
  readonly period: string;
  readonly degree: string | null;
  readonly child: string | null;
  readonly detail: string;
  readonly on: CivilDate;
  readonly operator: string;
}

/** What a benefit is given once for. */
export type BenefitKey = Pick<StoredBenefit, 'kind' | 'period'>;

/** What of a benefit that is there another one of its kind and period is compared with. */
export type BenefitThere = Pick<
  StoredBenefit,
  'id' | 'person_id' | 'employee_no' | 'name' | 'degree' | 'child' | 'detail' | 'on'
>;

/** A benefit as it is entered, each value read by the rules of its kind. */
export interface BenefitRecord {
  readonly period: string;
  readonly degree: string | null;
  readonly child: string | null;
  readonly detail: string;
  readonly on: CivilDate;
}

/**
 * Reads a winter: `2026-2027`, `2026/27`, or the year with which it begins.
 * @returns `2026-2027`, or the fault
 */
export function parseWinter(text: string): string | Fault {
  const suffix = /年?(度|冬季?|采暖季|采暖期|winter)$/i;
  return parseYearPair(text, suffix) ?? new Fault(say(words.winterMalformed, { text }));
}

/** The winter that a day is about: the one it lies in, or the next from four months before it begins. */
export const winterAround = (day: CivilDate, { winter }: AidRules['calendar']): string =>
  yearPairOf(monthsLater(day, 4), winter);

/** Reads the period of a kind; one more than a year ahead is a slip of the pen. */
function periodParser(
  { per }: InKind,
  { winter }: AidRules['calendar'],
  today: CivilDate,
): (text: string) => string | Fault {
  return (text) => {
    const read = per === 'winter' ? parseWinter(text) : parseYear(text);
    if (read instanceof Fault) return read;
    const period = String(read);
    const begins = firstDayOfPair(period, per === 'winter' ? winter : 1);
    return begins > monthsLater(today, 12)
      ? new Fault(say(words.tooFarAhead, { period, begins }))
      : period;
  };
}

/** What is asked of any benefit: of which kind, and whose. @param kinds those of the policy */
export function whoseFields(kinds: readonly InKind[]) {
  return {
    kind: required({
      name: 'kind',
      title: words.kind,
      parse: parseChoice(words.kind, kinds),
      choices: kinds,
    }),
    employee_no: personFields.employee_no,
  };
}

/** What only some kinds are asked for, by the option that gives it. */
export const ofSomeKinds = ['winter', 'year', 'degree', 'child'] as const;

/** What is asked of a kind besides; what is not asked of it is not there. */
export function kindFields(
  kind: InKind,
  calendar: AidRules['calendar'],
  today: CivilDate,
): Readonly<Record<string, Field<string>>> {
  const { per, degrees, beneficiary } = kind;
  const parse = periodParser(kind, calendar, today);
  const degree = required({
    ...{ name: 'degree', title: words.degree, choices: degrees },
    parse: parseChoice(words.degree, degrees as readonly Choice[]),
  });
  // A benefit without a degree says nothing, unless it says what it is.
  const detail = degrees.length > 0 ? optional : required;
  return {
    ...(per === 'winter' && { winter: required({ name: 'winter', title: words.winter, parse }) }),
    ...(per === 'year' && { year: required({ name: 'year', title: words.year, parse }) }),
    ...(degrees.length > 0 && { degree }),
    ...(beneficiary === 'child' && {
      child: required({ name: 'child', title: words.child, parse: parseText }),
    }),
    detail: detail({ name: 'detail', title: words.detail, parse: parseText }),
    on: optional({
      name: 'on',
      title: words.onDefault,
      parse: parseCivilDate,
    }),
  };
}

/** The columns of a file of benefits; they are read further by the rules of the kind. */
export const benefitColumns = {
  kind: required({
    name: 'kind',
    title: words.kind,
    headings: ['种类', '类别', '帮扶项目', '帮扶种类'],
    parse: parseText,
  }),
  employee_no: personFields.employee_no,
  period: optional({
    name: 'period',
    title: words.period,
    headings: ['winter', 'year', '采暖季', '冬季', '年度'],
    parse: parseText,
  }),
  degree: optional({
    name: 'degree',
    title: words.degree,
    headings: ['减免方式', '减免', '程度'],
    parse: parseText,
  }),
  child: optional({
    name: 'child',
    title: words.child,
    headings: ['子女', '子女姓名'],
    parse: parseText,
  }),
  detail: optional({
    name: 'detail',
    title: words.detail,
    headings: ['说明', '岗位', '备注'],
    parse: parseText,
  }),
  on: optional({ name: 'on', title: words.on, headings: ['日期'], parse: parseCivilDate }),
};

/** Reads texts by the rules of a kind. @returns the record, or all that is wrong with it */
export function readBenefit(
  texts: Readonly<Record<'period' | 'degree' | 'child' | 'detail', string | null>> & {
    readonly on: CivilDate | null;
  },
  kind: InKind,
  calendar: AidRules['calendar'],
  today: CivilDate,
): BenefitRecord | readonly Fault[] {
  const fields = kindFields(kind, calendar, today);
  const faults: Fault[] = [];
  const read = (name: string, text: string | null): string | null => {
    const field = fields[name];
    if (text === null) {
      if (field?.required) faults.push(new Fault(say(words.isMissing, { field: field.title })));
      return null;
    }
    if (!field) {
      const title = words[name as (typeof ofSomeKinds)[number]];
      faults.push(new Fault(say(words.notAsked, { field: title, kind: kind.title })));
      return null;
    }
    const value = field.parse(text);
    if (!(value instanceof Fault)) return value;
    faults.push(value);
    return null;
  };
  const period = read(kind.per === 'year' ? 'year' : 'winter', texts.period);
  const [degree, child] = [read('degree', texts.degree), read('child', texts.child)];
  const detail = read('detail', texts.detail) ?? '';
  const on = texts.on ?? today;
  if (on > today) faults.push(new Fault(say(words.inFuture, { on })));
  return faults.length > 0 ? faults : { period: period ?? '', degree, child, detail, on };
}

/** A family that is to have a benefit, and what it has of this kind and period already. */
export interface Family {
  readonly person: { readonly id: number; readonly name: string; readonly employee_no: string };
  readonly household: Pick<StoredHousehold, 'id' | 'class' | 'opened_on' | 'closed_on'> | undefined;
  readonly members: readonly StoredMember[];
  readonly there: readonly BenefitThere[];
}

/** The members of a household that a kind is for. */
export function childrenFor({ relations }: InKind, members: readonly StoredMember[]) {
  const [head, ...others] = members;
  const all = head?.relation === 'self' ? others : members;
  return relations.length === 0 ? all : all.filter(({ relation }) => relations.includes(relation));
}

/** A benefit to be written: whose household, which member of it. */
export interface NewBenefit {
  readonly household_id: number;
  readonly member_id: number | null;
}

/**
 * Decides on a benefit (SPEC 12): for families with an open file of a class that has it, once for each period, for
 * the household whichever of the spouses asks, or for the child.
 * @param classTitle what a class of hardship is called
 */
export function planBenefit(
  kind: InKind,
  record: BenefitRecord,
  { person, household, members, there }: Family,
  classTitle: (code: string) => Choice['title'],
): NewBenefit | 'unchanged' | Fault {
  const { name, employee_no: no } = person;
  const facts = { name, no, kind: kind.title };
  const closed = household?.closed_on ?? null;
  if (!household || (closed !== null && closed < record.on))
    return new Fault(say(words.noOpenFile, facts));
  if (record.on < household.opened_on)
    return new Fault(say(words.openedLater, { ...facts, on: record.on, day: household.opened_on }));
  if (kind.classes.length > 0 && !kind.classes.includes(household.class)) {
    const has = classTitle(household.class);
    const classes = kind.classes.map(classTitle);
    return new Fault(say(words.otherClass, { ...facts, has, classes }));
  }
  const children = childrenFor(kind, members);
  const child = children.find((one) => one.name === record.child);
  if (record.child !== null && !child) {
    const known = children.map((one) => one.name);
    const said = { name, no, child: record.child };
    return new Fault(
      known.length > 0 ? say(words.unknownChild, { ...said, known }) : say(words.noChild, said),
    );
  }
  const before = there.find((one) => one.child === record.child);
  if (!before) return { household_id: household.id, member_id: child?.id ?? null };
  const same = before.person_id === person.id && before.degree === record.degree;
  if (same && before.detail === record.detail) return 'unchanged';
  const { id, on, name: of, employee_no: ofNo } = before;
  return new Fault(say(words.hadAlready, { kind: kind.title, id, on, name: of, no: ofNo }));
}
