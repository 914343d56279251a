import { Fault } from '../../core/failure.ts';
import { parseChoice, type RecordOf, required, yesOrNo } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { nearest } from '../../core/nearest.ts';
import { parseText } from '../../core/text.ts';
import { words } from './words.ts';

/** The facts of a hospital, as options, questions and columns (SPEC 3, 7). */
export const hospitalFields = {
  name: required({
    name: 'name',
    title: words.name,
    headings: ['医疗机构', '医院名称', '医疗机构名称', '名称'],
    parse: parseText,
  }),
  designated: required({
    name: 'designated',
    title: words.designated,
    headings: ['是否定点', '定点医院', '定点医疗机构'],
    parse: parseChoice(words.designated, yesOrNo),
    choices: yesOrNo,
  }),
};

/** A hospital as it is entered. */
export type HospitalRecord = RecordOf<typeof hospitalFields>;

/** A hospital as it is stored. */
export interface Hospital {
  readonly id: number;
  readonly name: string;
  readonly designated: boolean;
}

/** Decides on a hospital against the one of its name that is there (SPEC 7). */
export function planHospital(
  { name, designated: here }: HospitalRecord,
  there: Hospital | undefined,
): 'imported' | 'unchanged' | Fault {
  if (!there) return 'imported';
  if (there.designated === (here === 'yes')) return 'unchanged';
  return new Fault(say(words.conflict, { name, here, there: there.designated ? 'yes' : 'no' }));
}

/** That there is no such hospital, with the nearest name. */
export function unknownHospital(text: string, hospitals: ReadonlyMap<string, Hospital>): Said {
  const near = nearest(text, hospitals.keys());
  return near ? say(words.unknown, { text, nearest: near }) : say(words.unknownAlone, { text });
}
