import { change } from '../../audit/change.ts';
import { mustBe } from '../../core/failure.ts';
import { parseChoice, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { parseText } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { type Piece, pageOptions, printListing, textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { branchesOf } from '../../organisation/branch.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { allUnits } from '../../organisation/store.ts';
import { findPersonSeen } from '../../people/seen.ts';
import type { InKind } from '../../policy/aid.ts';
import { parseWinter } from './benefit.ts';
import { addVerb, inKindImportVerb, inKindRules } from './entering.ts';
import {
  type BenefitFilter,
  benefitCounts,
  countBenefits,
  findBenefit,
  listBenefits,
} from './store.ts';
import { benefitColumnsOf, benefitRow, countColumnsOf, countRows, kindTitle } from './view.ts';
import { words } from './words.ts';

const narrowing = {
  kind: textOption(words.kindOption, 'CODE'),
  period: textOption(words.periodOption),
  unit: textOption(words.unitOption, 'CODE'),
};

/** What a list is narrowed to, from its options. */
async function filterOf(
  session: Session,
  kinds: readonly InKind[],
  given: Readonly<Record<'kind' | 'period' | 'unit', string | undefined>>,
): Promise<BenefitFilter> {
  const kind =
    given.kind === undefined ? undefined : mustBe(parseChoice(words.kind, kinds)(given.kind));
  const byWinter = kinds.find(({ code }) => code === kind)?.per === 'winter';
  const period =
    given.period !== undefined && byWinter ? mustBe(parseWinter(given.period)) : given.period;
  return { kind, period, units: await unitsSeen(session, given.unit) };
}

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: { ...narrowing, person: textOption(words.personOption, 'NO'), ...pageOptions },
  examples: [
    'relief in-kind list --kind heating --period 2026-2027',
    'relief in-kind list --unit M1 --csv',
  ],
  async run(session: Session, _args, { page, limit, person: no, ...given }) {
    const { query } = await session.database();
    const { in_kind } = await inKindRules(session);
    const person = no === undefined ? undefined : (await findPersonSeen(session, no)).id;
    const filter = { ...(await filterOf(session, in_kind, given)), person };
    const fetch = async (piece: Piece<ReturnType<typeof benefitRow>>) =>
      (await listBenefits(query, filter, piece)).map(benefitRow);
    const columns = benefitColumnsOf(in_kind);
    const listing = { columns, count: () => countBenefits(query, filter), fetch };
    await printListing(session, listing, { page, limit });
  },
});

const countVerb = verb({
  name: 'count',
  summary: words.countSummary,
  options: narrowing,
  examples: ['relief in-kind count', 'relief in-kind count --kind heating --unit M1'],
  async run(session: Session, _args, given) {
    const { query } = await session.database();
    const { in_kind } = await inKindRules(session);
    const filter = await filterOf(session, in_kind, given);
    const branches = branchesOf(await allUnits(query), filter.units);
    const rows = countRows(await benefitCounts(query, filter), branches, in_kind);
    const table = { columns: countColumnsOf(in_kind), rows };
    await session.terminal.print({ blocks: [{ table }], json: rows, csv: table });
  },
});

const removeFields = {
  reason: required({ name: 'reason', title: words.reason, parse: parseText }),
};

const removeVerb = verb({
  name: 'remove',
  summary: words.removeSummary,
  arguments: [{ name: 'number', about: words.numberArgument }],
  options: { reason: textOption(words.reasonOption) },
  examples: ['relief in-kind remove 7 --reason 录入有误'],
  async run(session: Session, [text = ''], given) {
    const { query } = await session.database();
    const { in_kind } = await inKindRules(session);
    const seen = await findBenefit(query, text);
    await unitsSeen(session, seen.unit);
    const { reason } = await session.record(removeFields, given);
    const removed = await change(session, async (writer) => {
      const benefit = await findBenefit(writer.database.query, String(seen.id));
      await writer.remove('benefit_in_kind', { id: benefit.id });
      const detail = { removed: benefitRow(benefit), reason };
      const key = benefit.employee_no;
      const entry = { action: 'in-kind.remove', entity: 'in-kind', key, detail };
      return { result: benefit, entry };
    });
    const { id, name, employee_no: no } = removed;
    const good = say(words.removed, { id, name, no, kind: kindTitle(in_kind, removed.kind) });
    await session.terminal.print({ blocks: [{ good }], json: { ...benefitRow(removed), reason } });
  },
});

/** The verbs of `relief in-kind`. */
export const inKindVerbs: readonly Verb<Session>[] = [
  addVerb,
  listVerb,
  countVerb,
  inKindImportVerb,
  removeVerb,
];
