import { change } from '../../audit/change.ts';
import { mustBe } from '../../core/failure.ts';
import { optional, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { type Fen, formatYuan } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { operatorAtWork, unitsSeen } from '../../organisation/operator/reach.ts';
import { allUnits, findUnit, type StoredUnit } from '../../organisation/store.ts';
import { commandWords } from './command-words.ts';
import {
  type Found,
  grantArgument,
  isUnderWay,
  mustStillFit,
  nextSaid,
  readyFor,
  refused,
  take,
  tell,
  yuanOption,
} from './found.ts';
import { grantFields, papersField } from './grant.ts';
import { papersToCome, passedTo } from './life.ts';
import { words as lifeWords } from './life-words.ts';
import { limitsPassed } from './limits.ts';
import type { StoredGrant } from './store.ts';
import { grantFacts } from './view.ts';
import { words } from './words.ts';

const opinionField = required({ name: 'opinion', title: words.opinion, parse: parseText });

/** What is said with an opinion. The amount in fen, where it is corrected. */
interface Opinion {
  readonly opinion: string;
  readonly amount?: Fen | undefined;
  readonly evidence?: string | undefined;
}

/** The opinion; asked for with the papers that are still to come, and of what was returned with its amount. */
async function askOpinion(
  session: Session,
  { grant, fund }: Found,
  given: Partial<Opinion> | { readonly opinion: undefined },
): Promise<Opinion> {
  const amount = optional({ ...grantFields.amount });
  const fields = { amount, evidence: papersField(fund), opinion: opinionField };
  const ask = {
    amount: async () => {
      if (grant.state !== 'returned') return null;
      const text = await session.prompter.field(grantFields.amount, formatYuan(grant.amount));
      const corrected = amount.parse(text);
      return corrected === grant.amount ? null : corrected;
    },
    ...(papersToCome(grant, fund).length === 0 && { evidence: async () => null }),
  };
  const { opinion, ...said } = await session.record(fields, given, ask);
  return { opinion, amount: said.amount ?? undefined, evidence: said.evidence ?? undefined };
}

/** `relief grant endorse`. */
export const endorseVerb = verb({
  name: 'endorse',
  summary: commandWords.endorseSummary,
  arguments: grantArgument,
  options: {
    opinion: textOption(commandWords.opinionOption),
    unit: textOption(commandWords.opinionOfOption, 'UNIT'),
    amount: yuanOption(commandWords.correctedAmountOption),
    evidence: textOption(commandWords.evidenceOption),
  },
  examples: [
    'relief grant endorse 7 --opinion 情况属实，同意上报',
    'relief grant endorse 7 --opinion 已更正 --amount 800',
    'relief grant endorse 9 --unit M1S1 --opinion 情况属实',
  ],
  async run(session: Session, [text = ''], { unit: named, ...given }) {
    const seen = await readyFor(session, text, 'endorse');
    const unit = await endorsingUnit(session, seen, named);
    mayCorrect(seen.grant, given.amount);
    const { opinion, amount, evidence } = await askOpinion(session, seen, given);
    const moves = await change(session, async (writer) => {
      const found = await readyFor(session, String(seen.grant.id), 'endorse');
      const { grant, way } = found;
      const { id } = await endorsingUnit(session, found, unit.code);
      mayCorrect(grant, amount);
      if (amount !== undefined)
        await mustStillFit(writer.database.query, found, amount, limitsPassed);
      const result = isUnderWay(grant) && id === grant.at_unit_id;
      const changes = {
        ...(result && { at_unit_id: passedTo(grant, way), state: 'applied' as const }),
        ...(amount !== undefined && { amount }),
        ...(evidence !== undefined && { evidence }),
      };
      const step = { action: 'endorse', step: 'endorsed', unit: id, opinion, amount } as const;
      const entry = await take(writer, session, found, { ...step, changes });
      return { result, entry };
    });
    await tell(session, seen.grant.id, (found) => {
      const facts = grantFacts(found.grant, found.rules.funds);
      return moves
        ? [say(words.endorsed, facts), ...nextSaid(found)]
        : [say(words.opinionAdded, { ...facts, unit: unit.name })];
    });
  },
});

function mayCorrect({ id, state }: StoredGrant, amount: number | undefined): void {
  if (amount !== undefined && state !== 'returned')
    throw refused(say(lifeWords.onlyReturned, { id }));
}

/**
 * The unit whose opinion is given: the operator's own where it is awaited; else where it stands, but of an urgent one
 * that was not returned first the levels that it passed over.
 * @throws refused where that unit has given its opinion, or the operator does not see it
 */
async function endorsingUnit(
  session: Session,
  { grant, way, missing }: Found,
  named: string | undefined,
): Promise<StoredUnit> {
  const { query } = await session.database();
  const at = way.find(({ id }) => id === grant.at_unit_id);
  const open = [...missing, ...(at && isUnderWay(grant) ? [at] : [])];
  const registered = await operatorAtWork(session);
  const wanted =
    named === undefined ? undefined : mustBe(findUnit(await allUnits(query), named)).id;
  const own = open.find(({ id }) => id === (wanted ?? registered?.unit_id));
  const next = grant.state === 'returned' ? at : open[0];
  const unit = own ?? (wanted === undefined ? next : undefined);
  if (!unit) {
    const codes = open.map(({ code, name }) => `${code} ${name}`);
    throw refused(say(lifeWords.noOpinionOf, { id: grant.id, unit: named ?? '', open: codes }));
  }
  await unitsSeen(session, unit.code);
  const decides = way.at(-1)?.id === unit.id;
  const { operator } = session;
  const given = grant.steps.some(
    (one) => one.step === 'endorsed' && one.unit_id === unit.id && one.operator === operator,
  );
  if (decides && given) {
    throw refused(say(lifeWords.opinionGiven, { id: grant.id, operator, unit: unit.name }));
  }
  return unit;
}
