import { Fault } from '../../core/failure.ts';
import { type Choice, optional, parseChoice, type RecordOf, required } from '../../core/field.ts';
import { type Phrase, say } from '../../core/language.ts';
import { nearest } from '../../core/nearest.ts';
import { parsePhone } from '../../core/phone.ts';
import { parseText, plainForm } from '../../core/text.ts';
import { words } from './words.ts';

/** The facts of an official, as options, questions and columns (SPEC 13). The rank is one of the policy's. */
export const officialFields = {
  name: required({
    name: 'name',
    title: words.name,
    headings: ['干部姓名', '姓名', '帮扶干部', '帮扶责任人'],
    parse: parseText,
  }),
  rank: required({
    name: 'rank',
    title: words.rank,
    headings: ['级别', '职务/级别', '干部级别'],
    parse: parseText,
  }),
  unit: required({
    name: 'unit',
    title: words.unit,
    headings: ['单位编码', '所在单位', '工作单位'],
    parse: parseText,
  }),
  duty: optional({ name: 'duty', title: words.duty, headings: ['行政职务'], parse: parseText }),
  phone: optional({
    name: 'phone',
    title: words.phone,
    headings: ['电话', '手机', '手机号', '电话号码'],
    parse: parsePhone,
  }),
};

/** The same where the ranks that there are can be chosen from. */
export function officialFieldsOf(ranks: readonly Choice[]) {
  const parse = parseChoice(words.rank, ranks);
  return { ...officialFields, rank: { ...officialFields.rank, parse, choices: ranks } };
}

/** An official as entered; `unit` is a code, or a name that only one unit bears. */
export type Official = RecordOf<typeof officialFields>;

/** An official as stored; `unit` is the code. */
export interface StoredOfficial extends Official {
  readonly id: number;
  readonly unit_id: number;
  readonly unit_name: string;
}

/**
 * Reads a rank as ledgers write it: alone, or after the duty: `矿长/处级`.
 * @returns the rank's code, and the duty where one stands before it; or the fault
 */
export function readRank(
  text: string,
  ranks: readonly Choice[],
): { readonly rank: string; readonly duty: string | null } | Fault {
  const parts = plainForm(text).split('/');
  const rank = parseChoice(words.rank, ranks)((parts.at(-1) ?? '').trim());
  if (rank instanceof Fault) return rank;
  return { rank, duty: parts.slice(0, -1).join('/').trim() || null };
}

/** The facts of an official by which two records are compared; name and unit are what they share. */
const comparedFields = ['rank', 'duty', 'phone'] as const;

/** The titles of the facts in which a record differs from what is there. What is empty contradicts nothing. */
export function differences(
  there: Official,
  said: Pick<Official, (typeof comparedFields)[number]>,
): readonly Phrase[] {
  return comparedFields
    .filter((name) => said[name] !== null && said[name] !== there[name])
    .map((name) => officialFields[name].title);
}

/** Decides on an official against who bears the name in the same unit (SPEC 7). */
export function planOfficial(
  official: Official,
  there: StoredOfficial | undefined,
): 'imported' | 'unchanged' | Fault {
  if (!there) return 'imported';
  const fields = differences(there, official);
  if (fields.length === 0) return 'unchanged';
  return new Fault(say(words.conflict, { name: there.name, unit: there.unit_name, fields }));
}

/** The officials by name. */
export type Officials = ReadonlyMap<string, readonly StoredOfficial[]>;

/**
 * Finds an official by name, and by unit where two bear the name.
 * @param unit the unit's code; null where none is named
 * @param option how the unit is said, for the message
 * @returns the official, or the fault: none, with the nearest name; or several, with their units
 */
export function findOfficial(
  officials: Officials,
  name: string,
  unit: string | null,
  option: string | Phrase,
): StoredOfficial | Fault {
  const bearers = officials.get(name.trim()) ?? [];
  const found = unit === null ? bearers : bearers.filter((one) => one.unit === unit);
  const [only, second] = found;
  if (only && !second) return only;
  const units = bearers.map((one) => `${one.unit} ${one.unit_name}`);
  if (only) return new Fault(say(words.several, { name, option, units }));
  if (unit !== null && bearers.length > 0)
    return new Fault(say(words.notInUnit, { name, unit, units }));
  const near = nearest(name, officials.keys());
  return new Fault(
    near === undefined
      ? say(words.unknownAlone, { name })
      : say(words.unknown, { name, nearest: near }),
  );
}
