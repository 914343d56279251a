import { localTime, parseCivilDate } from '../core/civil-date.ts';
import { Failure } from '../core/failure.ts';
import { render, say } from '../core/language.ts';
import { type Column, inWords } from '../core/report.ts';
import { type Verb, verb } from '../core/verb.ts';
import { type Piece, pageOptions, printListing, textOption } from '../io/listing.ts';
import type { Session } from '../io/session.ts';
import { actionTitle } from './action-words.ts';
import { countEntries, type EntryRow, listEntries } from './store.ts';
import { type AreaCheck, verifyAudit } from './verify.ts';
import { words } from './words.ts';

const columns: readonly Column[] = [
  { key: 'id', title: words.id, align: 'right' },
  { key: 'at', title: words.at, show: (cell) => localTime(String(cell)) },
  { key: 'operator', title: words.operator },
  { key: 'action', title: words.action, show: inWords(actionTitle) },
  { key: 'entity', title: words.entity, fileOnly: true },
  { key: 'key', title: words.key },
  { key: 'detail', title: words.detail, fileOnly: true },
];

const logVerb = verb({
  name: 'log',
  summary: words.logSummary,
  options: {
    entity: textOption(words.entityOption),
    key: textOption(words.keyOption),
    operator: textOption(words.operatorOption, 'NAME'),
    since: { about: words.sinceOption, placeholder: 'DATE', parse: parseCivilDate },
    until: { about: words.untilOption, placeholder: 'DATE', parse: parseCivilDate },
    ...pageOptions,
  },
  examples: [
    'relief audit log',
    'relief audit log --entity person --key 011045',
    'relief audit log --operator 王建国 --since 2026-07-01',
  ],
  async run(session: Session, _args, { page, limit, ...filter }) {
    const { query } = await session.database();
    await printListing(
      session,
      {
        columns,
        count: () => countEntries(query, filter),
        fetch: ({ after, ...piece }: Piece<EntryRow>) =>
          listEntries(query, filter, { ...piece, before: after?.id }),
      },
      { page, limit },
    );
  },
});

/** The verbs of `relief audit`. @param checks what the areas check of their own */
export function auditVerbs(checks: readonly AreaCheck[]): readonly Verb<Session>[] {
  const verifyVerb = verb({
    name: 'verify',
    summary: words.verifySummary,
    examples: ['relief audit verify'],
    async run(session: Session) {
      const { terminal } = session;
      const { query } = await session.database();
      const { entries, rows, findings } = await verifyAudit(query, checks);
      if (findings.length === 0) {
        const good = say(words.holds, { entries, rows });
        return terminal.print({
          blocks: [{ good }],
          json: { holds: true, entries, rows, findings },
        });
      }
      const told = findings.map((finding) => render(finding, terminal.lang));
      if (terminal.format === 'json') {
        await terminal.print({ blocks: [], json: { holds: false, entries, rows, findings: told } });
      } else {
        for (const finding of findings) terminal.warn(finding);
      }
      throw new Failure('refused', say(words.broken, { n: findings.length }));
    },
  });
  return [logVerb, verifyVerb];
}
