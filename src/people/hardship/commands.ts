import { noteInAudit } from '../../audit/change.ts';
import { importVerb } from '../../audit/import.ts';
import { parseCivilDate } from '../../core/civil-date.ts';
import { type Verb, verb } from '../../core/verb.ts';
import {
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { reachOf, unitsSeen } from '../../organisation/operator/reach.ts';
import { closeVerb } from './close.ts';
import { fileImport } from './enter.ts';
import { fileSeen, rulesToday } from './file.ts';
import { fileFields, fileStates, reviewedAtLatest } from './household.ts';
import { incomeSum } from './income.ts';
import { countFiles, listFiles } from './list-store.ts';
import { openVerb } from './open.ts';
import { recognitionsGiven } from './recognition-store.ts';
import { returnVerb, reviewVerb } from './review.ts';
import { byRules, type HardshipRulesOn } from './rules.ts';
import { membersOf, reviewsOf } from './store.ts';
import { type FileRow, fileColumns, filePage, fileRow } from './view.ts';
import { words } from './words.ts';

const listVerb = (rulesOn: HardshipRulesOn) =>
  verb({
    name: 'list',
    summary: words.listSummary,
    options: {
      unit: textOption(words.unitOption, 'CODE'),
      class: textOption(words.onlyClass, 'CODE'),
      cause: textOption(words.onlyCause, 'CODE'),
      state: choiceOption(words.stateOption, words.state, fileStates),
      due_by: { about: words.dueByOption, placeholder: 'DATE', parse: parseCivilDate },
      text: textOption(words.textOption),
      ...pageOptions,
    },
    examples: [
      'relief hardship list --due-by 2026-12-31',
      'relief hardship list --unit M1 --state open --csv > hardship.csv',
    ],
    async run(session: Session, _args, { unit, state, due_by, text, page, limit, ...given }) {
      const rules = await rulesToday(session, rulesOn);
      const { query } = await session.database();
      const { class: code, cause } = byRules(fileFields(rules), given) as typeof given;
      const reviewed_by = due_by && reviewedAtLatest(due_by, rules.review_every_months);
      const units = await unitsSeen(session, unit);
      const filter = { units, class: code, cause, state, text, reviewed_by };
      const fetch = async (piece: Piece<FileRow>) =>
        (await listFiles(query, filter, piece)).map((file) => fileRow(file, rules));
      const columns = fileColumns(rules);
      const listing = { columns, count: () => countFiles(query, filter), fetch };
      await printListing(session, listing, { page, limit });
    },
  });

const showVerb = (rulesOn: HardshipRulesOn) =>
  verb({
    name: 'show',
    summary: words.showSummary,
    arguments: [{ name: 'employee-no', about: words.fileArgument }],
    options: { reveal: { about: words.revealOption, flag: true } },
    examples: ['relief hardship show 011045'],
    async run(session: Session, [no = ''], { reveal }) {
      const rules = await rulesToday(session, rulesOn);
      const file = await fileSeen(session, no);
      const { query } = await session.database();
      const { id, employee_no: key } = file;
      if (reveal)
        await noteInAudit(session, { action: 'person.reveal', entity: 'person', key, detail: {} });
      const units = await reachOf(session);
      const members = await membersOf(query, id, session.today);
      const sum = incomeSum(members, file.rigid_expenses);
      const whole = {
        ...{ file, members, sum, reviews: await reviewsOf(query, id) },
        given: await recognitionsGiven(query, id),
      };
      await session.terminal.print(filePage(whole, rules, { reveal, units }));
    },
  });

/** The verbs of `relief hardship`. @param rulesOn reads the rules of a day */
export const hardshipVerbs = (rulesOn: HardshipRulesOn): readonly Verb<Session>[] => [
  openVerb(rulesOn),
  reviewVerb(rulesOn),
  closeVerb(rulesOn),
  returnVerb(rulesOn),
  listVerb(rulesOn),
  showVerb(rulesOn),
  importVerb(fileImport(), 'hardship', words.importSummary, {
    options: {},
    examples: [],
    begin: async (_given, session) => fileImport(await rulesToday(session, rulesOn)),
  }),
];
