import { change } from '../../audit/change.ts';
import { required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { parseText } from '../../core/text.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { book } from '../../ledger/store.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { withdrawalEntry } from './book.ts';
import { commandWords } from './command-words.ts';
import { grantArgument, isUnderWay, readyFor, refused, take, tell } from './found.ts';
import { returnedTo } from './life.ts';
import { words as lifeWords } from './life-words.ts';
import { grantFacts } from './view.ts';
import { words } from './words.ts';

const reasonField = required({ name: 'reason', title: words.reason, parse: parseText });

/** `relief grant return`. */
export const returnVerb = verb({
  name: 'return',
  summary: commandWords.returnSummary,
  arguments: grantArgument,
  options: { reason: textOption(commandWords.reasonOption) },
  examples: ['relief grant return 7 --reason 缺在校证明'],
  async run(session: Session, [text = ''], given) {
    const ready = async (number: string) => {
      const found = await readyFor(session, number, 'return');
      await unitsSeen(session, found.grant.at);
      const to = returnedTo(found.grant, found.way);
      if ('phrase' in to) throw refused(to);
      return { found, to };
    };
    const { found: seen } = await ready(text);
    const { reason: opinion } = await session.record({ reason: reasonField }, given);
    await change(session, async (writer) => {
      const { found, to } = await ready(String(seen.grant.id));
      const unit = found.grant.at_unit_id;
      const changes = { at_unit_id: to.id, state: 'returned' } as const;
      const step = { action: 'return', step: 'returned', unit, opinion, changes } as const;
      return { result: undefined, entry: await take(writer, session, found, step) };
    });
    await tell(session, seen.grant.id, ({ grant, rules }) => [
      say(words.returnedDone, grantFacts(grant, rules.funds)),
    ]);
  },
});

/** `relief grant refuse`. */
export const refuseVerb = verb({
  name: 'refuse',
  summary: commandWords.refuseSummary,
  arguments: grantArgument,
  options: { reason: textOption(commandWords.reasonOption) },
  examples: ['relief grant refuse 7 --reason 不符合条件'],
  async run(session: Session, [text = ''], given) {
    const ready = async (number: string) => {
      const found = await readyFor(session, number, 'refuse');
      await unitsSeen(session, found.grant.at);
      return found;
    };
    const seen = await ready(text);
    const { reason: opinion } = await session.record({ reason: reasonField }, given);
    await change(session, async (writer) => {
      const found = await ready(String(seen.grant.id));
      const unit = found.grant.at_unit_id;
      const changes = { state: 'refused' } as const;
      const step = { action: 'refuse', step: 'refused', unit, opinion, changes } as const;
      return { result: undefined, entry: await take(writer, session, found, step) };
    });
    await tell(session, seen.grant.id, ({ grant, rules }) => [
      say(words.refusedDone, grantFacts(grant, rules.funds)),
    ]);
  },
});

/** `relief grant withdraw`. */
export const withdrawVerb = verb({
  name: 'withdraw',
  summary: commandWords.withdrawSummary,
  arguments: grantArgument,
  options: { reason: textOption(commandWords.reasonOption) },
  examples: ['relief grant withdraw 7 --reason 本人撤回'],
  async run(session: Session, [text = ''], given) {
    const ready = async (number: string) => {
      const found = await readyFor(session, number, 'withdraw');
      const { id, state, unit, at, instalments } = found.grant;
      await unitsSeen(session, isUnderWay(found.grant) ? unit : at);
      if (state === 'paid' && instalments !== null)
        throw refused(say(lifeWords.loanPaidOut, { id }));
      return found;
    };
    const seen = await ready(text);
    const { reason: opinion } = await session.record({ reason: reasonField }, given);
    const facts = grantFacts(seen.grant, seen.rules.funds);
    if (session.interactive && !isUnderWay(seen.grant))
      await session.confirm(say(words.withdrawConfirm, facts));
    const outstanding = await change(session, async (writer) => {
      const found = await ready(String(seen.grant.id));
      const { grant } = found;
      const { granted, at_unit_id: unit } = grant;
      const { operator, today } = session;
      if (granted !== null)
        await book(writer, operator, [withdrawalEntry(grant, granted, today, opinion)]);
      const step = { action: 'withdraw', step: 'withdrawn', unit, opinion } as const;
      const changes = { state: 'withdrawn' } as const;
      const entry = await take(writer, session, found, { ...step, changes });
      return { result: grant.state === 'paid', entry };
    });
    await tell(session, seen.grant.id, ({ grant, rules }) => {
      const now = grantFacts(grant, rules.funds);
      const owed = outstanding ? [say(words.nowOutstanding, { ...now, code: grant.fund })] : [];
      return [say(words.withdrawnDone, now), ...owed];
    });
  },
});
