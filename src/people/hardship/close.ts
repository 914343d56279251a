import { change } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { titleOf } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { verb } from '../../core/verb.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { fileSeen, rulesToday } from './file.ts';
import { closingFields, objectionToClosing, outcomes } from './household.ts';
import { endRecognition } from './recognise.ts';
import type { HardshipRulesOn } from './rules.ts';
import { householdById, membersOfAll, type StoredHousehold } from './store.ts';
import { fileRow } from './view.ts';
import { words } from './words.ts';

/** The verb `hardship close`. */
export const closeVerb = (rulesOn: HardshipRulesOn) =>
  verb({
    name: 'close',
    summary: words.closeSummary,
    arguments: [{ name: 'employee-no', about: words.fileArgument }],
    options: fieldOptions(closingFields),
    examples: ['relief hardship close 011045 --outcome lifted --reason 子女就业'],
    async run(session: Session, [no = ''], given) {
      const rules = await rulesToday(session, rulesOn);
      const seen = await fileSeen(session, no);
      refuseWhere(seen, given.on ?? session.today, session);
      const { outcome, reason, on } = await session.record(closingFields, given);
      const day = on ?? session.today;
      refuseWhere(seen, day, session);
      const { name, employee_no } = seen;
      const facts = { name, no: employee_no, day, outcome: titleOf(outcomes, outcome) };
      if (session.interactive) await session.confirm(say(words.closeConfirm, facts));
      await change(session, async (writer) => {
        const { query } = writer.database;
        const file = await householdById(query, seen.id);
        refuseWhere(file, day, session);
        const { id, class: code, income, rigid_expenses, members, income_per_head } = file;
        await writer.update('household', { id }, { closed_on: day, outcome });
        await writer.insert('household_review', [
          {
            ...{ id: await writer.nextId('household_review'), household_id: id, on_date: day },
            ...{ kind: outcome, class: code, income, rigid_expenses, members, income_per_head },
            ...{ note: reason, operator: session.operator },
          },
        ]);
        const belonging = (await membersOfAll(query, [id])).get(id) ?? [];
        const endings = belonging.flatMap(({ person_id: person, to }) =>
          person === null || (to !== null && to <= day) ? [] : { household: id, person, on: day },
        );
        await endRecognition(writer, endings);
        const detail = { outcome, reason, closed_on: day };
        const entry = { action: 'hardship.close', entity: 'hardship', key: employee_no, detail };
        return { result: undefined, entry };
      });
      const { query } = await session.database();
      const json = fileRow(await householdById(query, seen.id), rules);
      await session.terminal.print({ blocks: [{ good: say(words.closedDone, facts) }], json });
    },
  });

function refuseWhere(file: StoredHousehold, day: string, { today }: Session): void {
  const objection = objectionToClosing(file, day, today);
  if (objection) throw new Failure('refused', objection);
}
