import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { type Choice, optional, parseChoice, type RecordOf, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { type Fen, parseYuan } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import { words as coreWords } from '../../core/words.ts';
import { personFields } from '../../people/person.ts';
import { words } from './words.ts';

/** The situations in which special relief is granted (SPEC 5). */
export type Situation = 'special-disease' | 'urgent' | 'ongoing';

/** The situations, with their names on paper. */
export const situations: readonly Choice<Situation>[] = [
  { code: 'special-disease', title: words.specialDisease, also: ['特殊病种'] },
  { code: 'urgent', title: words.urgent, also: ['急迫', '病情紧急'] },
  { code: 'ongoing', title: words.ongoing, also: ['治疗未完', '尚未结束治疗'] },
];

/** When special relief is paid: at once, as an advance, or with the next batch. */
export type Pay = 'now' | 'batch';

/** The ways of paying, with their names. */
export const pays: readonly Choice<Pay>[] = [
  { code: 'now', title: words.payNow, also: ['预付', '先行支付'] },
  { code: 'batch', title: words.payBatch, also: ['随批次', '随季度结算'] },
];

/** Where special relief stands; worked out from who approved and ended it and from the batches that took it. */
export type GrantState = 'granted' | 'approved' | 'settled' | 'advanced' | 'refused' | 'revoked';

/** The states, with their names. */
export const grantStates: readonly Choice<GrantState>[] = [
  { code: 'granted', title: words.granted },
  { code: 'approved', title: words.approved },
  { code: 'settled', title: words.settled },
  { code: 'advanced', title: words.advanced },
  { code: 'refused', title: words.refused },
  { code: 'revoked', title: words.revoked },
];

function parseAmount(text: string): Fen | Fault {
  const fen = parseYuan(text);
  return fen === 0 ? new Fault(say(words.amountZero)) : fen;
}

/** The facts of special relief, as options and questions (SPEC 5). The amount in fen. */
export const grantFields = {
  employee_no: personFields.employee_no,
  situation: required({
    name: 'situation',
    title: words.situation,
    parse: parseChoice(words.situation, situations),
    choices: situations,
  }),
  amount: required({ name: 'amount', title: words.amount, parse: parseAmount }),
  evidence: required({ name: 'evidence', title: words.evidence, parse: parseText }),
  pay: required({
    name: 'pay',
    title: words.pay,
    parse: parseChoice(words.pay, pays),
    choices: pays,
  }),
  granted_on: optional({
    name: 'granted_on',
    title: words.grantedOn,
    ifEmpty: coreWords.enterForToday,
    parse: parseCivilDate,
  }),
};

/** Special relief as it is entered. */
export type GrantRecord = RecordOf<typeof grantFields>;

/**
 * What is wrong with special relief across its fields: an advance in a situation that knows none, a day to come.
 * @param today the latest day it can have been granted on
 */
export function checkGrant(
  { situation, pay, granted_on }: GrantRecord,
  today: CivilDate,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (pay === 'now' && situation === 'special-disease')
    faults.push(new Fault(say(words.noAdvance)));
  if (granted_on !== null && granted_on > today) {
    faults.push(new Fault(say(words.grantedInFuture, { day: granted_on, today })));
  }
  return faults;
}
