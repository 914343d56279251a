import { noteInAudit } from '../../../audit/change.ts';
import { type Import, importVerb, type Verdict } from '../../../audit/import.ts';
import { Fault } from '../../../core/failure.ts';
import { say } from '../../../core/language.ts';
import { type Verb, verb } from '../../../core/verb.ts';
import { type Piece, pageOptions, printListing, textOption } from '../../../io/listing.ts';
import type { Session } from '../../../io/session.ts';
import { beyondSaid, reachOf, unitsSeen } from '../../../organisation/operator/reach.ts';
import { fileSeen, rulesToday } from '../file.ts';
import { countMembers, listMembers } from '../list-store.ts';
import { byRules, type HardshipRules, type HardshipRulesOn } from '../rules.ts';
import { householdsByHead } from '../store.ts';
import { words as fileWords } from '../words.ts';
import { addVerb } from './add.ts';
import { editVerb, leaveVerb } from './amend.ts';
import { enterMembers, type NewMember } from './enter.ts';
import { checkMember, familyColumns, memberFields } from './member.ts';
import { derivedColumns, type MemberRow, memberColumns, memberRow } from './view.ts';
import { words } from './words.ts';

const listVerb = (rulesOn: HardshipRulesOn) =>
  verb({
    name: 'list',
    summary: words.listSummary,
    arguments: [{ name: 'employee-no', about: words.listArgument, optional: true }],
    options: {
      unit: textOption(fileWords.unitOption, 'CODE'),
      relation: textOption(words.onlyRelation, 'CODE'),
      stage: textOption(words.onlyStage, 'CODE'),
      text: textOption(words.textOption),
      all: { about: words.allOption, flag: true },
      reveal: { about: fileWords.revealOption, flag: true },
      ...pageOptions,
    },
    examples: [
      'relief family list 011045',
      'relief family list --stage university',
      'relief family list --csv --all --reveal > family.csv',
    ],
    async run(session: Session, [no], { unit, text, all, reveal, page, limit, ...given }) {
      const rules = await rulesToday(session, rulesOn);
      const { query } = await session.database();
      const { relation, stage } = byRules(memberFields(rules), given) as typeof given;
      const household = no === undefined ? undefined : (await fileSeen(session, no)).id;
      const reach = await reachOf(session);
      const filter = {
        units: await unitsSeen(session, unit),
        household,
        relation,
        stage,
        text,
        all,
      };
      const key = no ?? unit ?? '*';
      if (reveal)
        await noteInAudit(session, { action: 'person.reveal', entity: 'person', key, detail: {} });
      const fetch = async (piece: Piece<MemberRow>) =>
        (await listMembers(query, filter, piece)).map((member) =>
          memberRow(member, { reveal, units: reach }),
        );
      const columns = memberColumns(rules);
      const listing = { columns, count: () => countMembers(query, filter), fetch };
      await printListing(session, listing, { page, limit });
    },
  });

const columns = (rules?: HardshipRules) => ({ ...familyColumns, ...memberFields(rules) });

/** The import of members. @param rules undefined before they are read */
const familyImport = (rules?: HardshipRules): Import<ReturnType<typeof columns>> => ({
  entity: 'family',
  fields: columns(rules),
  derived: derivedColumns,
  check: (record, { today }) => [checkMember(record, today) ?? []].flat(),
  async apply(writer, records, session): Promise<readonly Verdict[]> {
    const { query } = writer.database;
    const households = await householdsByHead(
      query,
      records.map(({ household }) => household),
    );
    const reach = await unitsSeen(session, undefined);
    const verdicts: Verdict[] = [];
    const entries: (NewMember & { readonly at: number })[] = [];
    for (const [at, { household: no, to, ...record }] of records.entries()) {
      const household = households.get(no);
      if (!household) {
        verdicts[at] = [say(words.noFileOf, { no })];
      } else if (reach && !reach.includes(household.unit_id)) {
        verdicts[at] = [beyondSaid(session, household.unit)];
      } else entries.push({ at, household, record, from: household.opened_on, to });
    }
    const outcomes = await enterMembers(writer, entries);
    for (const [nth, { at }] of entries.entries()) {
      const outcome = outcomes[nth];
      verdicts[at] = outcome instanceof Fault ? [outcome.said] : (outcome?.outcome ?? 'unchanged');
    }
    return verdicts;
  },
});

/** The verbs of `relief family`. @param rulesOn reads the rules of a day */
export const familyVerbs = (rulesOn: HardshipRulesOn): readonly Verb<Session>[] => [
  addVerb(rulesOn),
  editVerb(rulesOn),
  leaveVerb,
  listVerb(rulesOn),
  importVerb(familyImport(), 'family', words.importSummary, {
    options: {},
    examples: [],
    begin: async (_given, session) => familyImport(await rulesToday(session, rulesOn)),
  }),
];
