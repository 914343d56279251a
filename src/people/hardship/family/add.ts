import { change } from '../../../audit/change.ts';
import { Failure, mustBe } from '../../../core/failure.ts';
import { titleOf } from '../../../core/field.ts';
import { say } from '../../../core/language.ts';
import { maskIdNumber } from '../../../core/mask.ts';
import { verb } from '../../../core/verb.ts';
import { fieldOptions, type Session } from '../../../io/session.ts';
import { reachOf } from '../../../organisation/operator/reach.ts';
import { fileSeen, rulesToday } from '../file.ts';
import { byRules, type HardshipRules, type HardshipRulesOn, headRelation } from '../rules.ts';
import { householdById, memberById, type StoredHousehold } from '../store.ts';
import { words as fileWords } from '../words.ts';
import { askMember } from './ask.ts';
import { enterMembers } from './enter.ts';
import { checkMember, type MemberRecord, memberFields } from './member.ts';
import { nowSaid } from './now.ts';
import { memberRow } from './view.ts';
import { words } from './words.ts';

/** The verb `family add`. */
export const addVerb = (rulesOn: HardshipRulesOn) =>
  verb({
    name: 'add',
    summary: words.addSummary,
    arguments: [{ name: 'employee-no', about: fileWords.fileArgument }],
    options: fieldOptions(memberFields()),
    examples: [
      'relief family add 011045',
      'relief family add 011045 --relation child --name 王小明 --stage university --school 太原理工大学',
    ],
    async run(session: Session, [no = ''], given) {
      const rules = await rulesToday(session, rulesOn);
      const file = await fileSeen(session, no);
      refuseClosed(file);
      const { name: head, employee_no } = file;
      const record = await recordOf(session, rules, given);
      const entered = await change(session, async (writer) => {
        const household = await householdById(writer.database.query, file.id);
        refuseClosed(household);
        const entry = { household, record, from: session.today, to: null };
        const [outcome] = await enterMembers(writer, [entry]);
        const result = mustBe(
          outcome ?? { outcome: 'unchanged' as const, id: 0, member: undefined },
        );
        const { id_no } = record;
        const detail = { ...record, id_no: id_no && maskIdNumber(id_no), member: result.id };
        const about = { action: 'family.add', entity: 'family', key: employee_no, detail };
        return { result, entry: result.outcome === 'imported' ? about : undefined };
      });
      const { query } = await session.database();
      const name = entered.member?.name ?? record.name ?? '';
      if (entered.outcome === 'unchanged') {
        const good = say(words.unchanged, { name, head, no: employee_no });
        return session.terminal.print({
          blocks: [{ good }],
          json: { household: employee_no, ...record },
        });
      }
      const member = await memberById(query, entered.id);
      if (!member) throw new Error(`member ${entered.id} is gone`);
      const relation = titleOf(rules.relations, member.relation);
      const facts = { name, relation, head, no: employee_no, number: member.id };
      const { employee_no: member_no } = member;
      const lines = [
        ...(member_no === null ? [] : [say(words.recognised, { name, member_no })]),
        ...(await nowSaid(query, file, rules, session.today)),
      ];
      await session.terminal.print({
        blocks: [{ good: say(words.added, facts) }, ...lines.map((line) => ({ line }))],
        json: memberRow(
          { ...member, household: employee_no },
          { reveal: false, units: await reachOf(session) },
        ),
      });
    },
  });

function refuseClosed({ name, employee_no: no, closed_on: day }: StoredHousehold): void {
  if (day !== null) throw new Failure('refused', say(fileWords.isClosed, { name, no, day }));
}

/** The member from the options; asked for at a terminal where the options say nothing of whom. */
async function recordOf(
  session: Session,
  rules: HardshipRules,
  given: Readonly<Record<string, unknown>>,
): Promise<MemberRecord> {
  const fields = memberFields(rules);
  const read = byRules(fields, given);
  if (session.interactive && Object.values(read).every((value) => value === undefined)) {
    return session.prompter.inTurn(async () => {
      const relations = rules.relations.filter(({ code }) => code !== headRelation);
      const relation = await session.prompter.choose(
        words.relation,
        relations.map(({ code, title }) => ({ name: session.terminal.words(title), value: code })),
      );
      return askMember(session, rules, relation);
    });
  }
  return session.record(fields, read, {}, async (one) =>
    [checkMember(one, session.today)?.said ?? []].flat(),
  );
}
