import { yearOf } from '../../core/civil-date.ts';
import { render, say } from '../../core/language.ts';
import { formatYuan } from '../../core/money.ts';
import type { Block } from '../../core/report.ts';
import { parseYear } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import type { Session } from '../../io/session.ts';
import { kindTitle } from '../../people/recognition/recognition.ts';
import { findPersonSeen } from '../../people/seen.ts';
import { findClaimSeen } from '../claim/seen.ts';
import { claimBlock, claimRow } from '../claim/view.ts';
import { words as claimWords } from '../claim/words.ts';
import { quarterFor } from '../estimate.ts';
import { latestApprovedQuarter } from '../store.ts';
import { type AccountDiff, changesSince } from './diff.ts';
import { diffJson, diffSaid, diffWorthTelling } from './diff-view.ts';
import { batchBefore, groundOf, nextGround } from './ground.ts';
import {
  accountBlocks,
  accountJson,
  asOfSaid,
  headingOf,
  laterBlocks,
  notPayableBlocks,
  outstandingJson,
  outstandingLines,
  statusSaid,
  worthTelling,
} from './view.ts';
import { words } from './words.ts';

const claimVerb = verb({
  name: 'claim',
  summary: words.claimSummary,
  arguments: [{ name: 'claim', about: claimWords.claimArgument }],
  options: { diff: { about: words.diffOption, flag: true } },
  examples: ['relief explain claim 12', 'relief explain claim ZY2026-003835 --lang zh'],
  async run(session: Session, [text = ''], { diff }) {
    const { query } = await session.database();
    const claim = await findClaimSeen(session, text);
    if (diff) return tellDiff(session, claim, claim.person_id, concernsClaim(claim.id));
    const latest = await latestApprovedQuarter(query);
    const ground = await groundOf(session, claim.person_id, quarterFor(claim.received_on, latest));
    const accounts = ground.settlement.accounts.filter(
      ({ claims, returned }) => claims.includes(claim.id) || returned.includes(claim.id),
    );
    const reasons = ground.settlement.notPayable.find((one) => one.claim === claim.id)?.reasons;
    const status = statusSaid(claim, ground.quarter, reasons);
    const told = accounts.filter((account) => worthTelling(account, ground));
    await session.terminal.print({
      blocks: [
        claimBlock(claim),
        { line: status },
        ...(told.length > 0 ? [{ line: words.alsoOthers }] : []),
        ...told.flatMap((account) => accountBlocks(account, ground, claim)),
      ],
      json: {
        ...claimRow(claim, claim.state === 'open' ? (reasons ?? []) : undefined),
        quarter: ground.quarter,
        accounts: accounts.map((account) => accountJson(account, ground, session.terminal.lang)),
      },
    });
  },
});

const personVerb = verb({
  name: 'person',
  summary: words.personSummary,
  arguments: [{ name: 'employee-no', about: words.personArgument }],
  options: {
    year: { about: words.yearOption, placeholder: 'YEAR', parse: parseYear },
    diff: { about: words.diffOption, flag: true },
  },
  examples: [
    'relief explain person 011045',
    'relief explain person 011045 --year 2026 --json',
    'relief explain person 011045 --diff',
  ],
  async run(session: Session, [no = ''], { year, diff }) {
    const person = await findPersonSeen(session, no);
    if (diff) return tellDiff(session, person, person.id, concernsYear(year));
    const wanted = year && year < yearOf(session.today) ? `${year}Q4` : undefined;
    const ground = await (wanted
      ? groundOf(session, person.id, wanted)
      : nextGround(session, person.id));
    const accounts = ground.settlement.accounts.filter(
      ({ period }) => year === undefined || period.startsWith(String(year)),
    );
    const told = accounts.filter((account) => worthTelling(account, ground));
    const { name, employee_no } = person;
    const nothing = { line: say(words.nothing, { name, no: employee_no }) };
    await session.terminal.print({
      blocks: [
        ...(told.length > 0
          ? [
              {
                line: wanted
                  ? say(words.asOf, { quarter: wanted })
                  : asOfSaid(ground.quarter, session.today),
              },
            ]
          : []),
        ...(told.length > 0
          ? told.flatMap((account) => accountBlocks(account, ground, person))
          : [nothing]),
        ...outstandingLines(ground, name),
        ...notPayableBlocks(ground),
        ...laterBlocks(ground, year),
      ],
      json: {
        employee_no,
        name,
        quarter: ground.quarter,
        accounts: accounts.map((account) => accountJson(account, ground, session.terminal.lang)),
        outstanding: Object.fromEntries(
          [...ground.outstanding].map(([fund, fen]) => [fund, formatYuan(fen)]),
        ),
        outstanding_since: outstandingJson(ground),
        not_payable: ground.settlement.notPayable,
      },
    });
  },
});

const concernsClaim =
  (claim: number) =>
  ({ before, now }: AccountDiff): boolean =>
    [...now.claims, ...now.returned, ...(before?.claims ?? [])].includes(claim);

const concernsYear =
  (year: number | undefined) =>
  ({ now }: AccountDiff): boolean =>
    year === undefined || now.period.startsWith(String(year));

/** What has changed on a person's accounts since the last approved batch, and why. */
async function tellDiff(
  session: Session,
  person: { readonly name: string; readonly employee_no: string },
  personId: number,
  concerns: (diff: AccountDiff) => boolean,
): Promise<void> {
  const ground = await nextGround(session, personId);
  const before = await batchBefore(session, personId, ground.claims);
  const { quarter, facts, settlement, receipts } = ground;
  const { policy } = ground.policy;
  const settling = before && { ...before, policy: before.policy.policy };
  const papers = new Map(ground.claims.map((claim) => [claim.id, claim]));
  const diffs = changesSince(settling, { quarter, policy, facts, settlement }, papers).filter(
    (diff) => concerns(diff) && diffWorthTelling(diff),
  );
  const { name, employee_no: no } = person;
  const { grants } = ground;
  const about = { batch: before?.batch, quarter, policy, receipts, kindTitle, grants };
  const told = diffs.map((diff) => ({ diff, lines: diffSaid(diff, about) }));
  const known = before?.settlement.notPayable.map(({ claim }) => claim) ?? [];
  await session.terminal.print({
    blocks: [
      ...headLines(before?.batch, told.length > 0, { name, no }),
      ...(told.length > 0 ? [{ line: asOfSaid(quarter, session.today) }] : []),
      ...told.flatMap(({ diff, lines }) => [
        { heading: headingOf(diff.now, ground, person) },
        ...lines.map((line) => ({ line })),
      ]),
      ...outstandingLines(ground, name),
      ...notPayableBlocks(ground, known),
      ...laterBlocks(ground),
    ],
    json: {
      ...{ employee_no: no, name, quarter, policy: ground.policy.sha256 },
      since: before
        ? { batch: before.batch, quarter: before.quarter, policy: before.policy.sha256 }
        : null,
      accounts: told.map(({ diff, lines }) => ({
        ...diffJson(diff),
        steps: lines.map((line) => render(line, session.terminal.lang).trim()),
      })),
      not_payable: settlement.notPayable.filter(({ claim }) => !known.includes(claim)),
    },
  });
}

/** What is said before the accounts: that there are none to tell, or nothing to compare them with. */
function headLines(
  batch: string | undefined,
  any: boolean,
  facts: { readonly name: string; readonly no: string },
): readonly Block[] {
  if (batch !== undefined) return any ? [] : [{ line: say(words.same, { ...facts, batch }) }];
  return [{ line: say(any ? words.neverSettled : words.nothing, facts) }];
}

/** The verbs of `relief explain`. */
export const explainVerbs: readonly Verb<Session>[] = [claimVerb, personVerb];
