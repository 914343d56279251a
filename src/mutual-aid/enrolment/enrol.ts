import type { Writer } from '../../audit/change.ts';
import { type Said, say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { cashOf } from '../../ledger/entry.ts';
import { book, mustBear, mustBeOpen } from '../../ledger/store.ts';
import { findPersonsSeen } from '../../people/seen.ts';
import { fundTitle } from '../../policy/funds.ts';
import type { Policy } from '../../policy/policy.ts';
import { fundsInForce, policyInForce } from '../../policy/store.ts';
import { type DuesGroup, duesEntry, duesFund, duesOf, duesReturn } from './dues.ts';
import { type EnrolmentRecord, yearsOf } from './enrolment.ts';
import { enrolledYears, heldDues, insertEnrolments, unitCodes } from './store.ts';
import { words } from './words.ts';

/** A group that is being counted. */
type CountedGroup = DuesGroup & { members: number };

/**
 * The enrolments of one command: written as their records come, their dues counted by whom they are booked for and
 * by year, and booked at the end, an entry each.
 */
export class Enrolling {
  /** By payer and year; null where the year comes without dues. */
  private readonly groups = new Map<string, Map<number, CountedGroup | null>>();
  private policy: Policy | undefined;

  /**
   * @param per an entry for each unit and year, or for each person and year
   * @param duesFrom years before it come without dues
   */
  constructor(
    private readonly per: 'unit' | 'person',
    private readonly duesFrom: number | undefined,
  ) {}

  /** Enrols persons in the years they are not enrolled in yet. @returns how many years were new, or what is wrong */
  async enrol(
    writer: Writer,
    session: Session,
    records: readonly EnrolmentRecord[],
  ): Promise<readonly (number | Said)[]> {
    const persons = await findPersonsSeen(
      session,
      records.map(({ employee_no }) => employee_no),
    );
    const enrolled = await enrolledYears(writer.database.query, persons.ids);
    const fresh: { person_id: number; employee_no: string; year: number }[] = [];
    const outcomes: (number | Said)[] = [];
    for (const record of records) {
      const { employee_no } = record;
      const person_id = persons.idOf(employee_no);
      if (typeof person_id !== 'number') {
        outcomes.push(person_id);
        continue;
      }
      const known = enrolled.get(person_id) ?? new Set();
      enrolled.set(person_id, known);
      const years = yearsOf(record).filter((year) => !known.has(year));
      for (const year of years) {
        known.add(year);
        fresh.push({ person_id, employee_no, year });
      }
      outcomes.push(years.length);
    }
    await this.write(writer, fresh);
    return outcomes;
  }

  /** Books the dues of all that was enrolled. @returns what to tell of it */
  async book(writer: Writer, session: Session, memo: string): Promise<readonly Said[]> {
    const entries = [...this.groups.values()]
      .flatMap((years) => [...years.values()])
      .filter((group) => group !== null)
      .map((group) => duesEntry(group, session.today, memo));
    if (entries.length === 0) return [];
    await mustBeOpen(writer.database.query, duesFund, session.today);
    await book(writer, session.operator, entries);
    const amount = readableYuan(cashOf(entries));
    const funds = await fundsInForce(writer.database.query, session.today);
    const facts = { fund: fundTitle(funds, duesFund), amount, entries: entries.length };
    return [say(words.duesBooked, facts)];
  }

  private async write(
    writer: Writer,
    fresh: readonly { person_id: number; employee_no: string; year: number }[],
  ): Promise<void> {
    if (fresh.length === 0) return;
    const { query } = writer.database;
    this.policy ??= (await policyInForce(query)).policy;
    const units =
      this.per === 'unit'
        ? await unitCodes(
            query,
            fresh.map(({ person_id }) => person_id),
          )
        : undefined;
    const rows = [];
    for (const { person_id, employee_no, year } of fresh) {
      const payer = units?.get(person_id) ?? employee_no;
      let group = this.groups.get(payer)?.get(year);
      if (group === undefined) group = await this.begin(writer, payer, year);
      if (group) group.members += 1;
      rows.push({ person_id, year, dues_entry: group?.id ?? null });
    }
    await insertEnrolments(writer, rows);
  }

  /** The group that a payer's first enrolment of a year begins; null where the year comes without dues. */
  private async begin(writer: Writer, payer: string, year: number): Promise<CountedGroup | null> {
    const dues = this.policy && duesOf(this.policy, year, this.duesFrom);
    const group = dues
      ? { id: await writer.nextId('entry'), key: `${payer} ${year}`, dues, members: 0 }
      : null;
    const years = this.groups.get(payer) ?? new Map();
    this.groups.set(payer, years.set(year, group));
    return group;
  }
}

/**
 * Returns the dues of an enrolment that is about to be removed, from the entry that booked them.
 * @param booked that entry
 * @param memo whose, and why
 * @returns what to tell of it
 * @throws refused where the fund cannot bear it
 */
export async function returnDues(
  writer: Writer,
  session: Session,
  { booked, person, memo }: { booked: number; person: number; memo: string },
): Promise<Said> {
  const { query } = writer.database;
  const entry = duesReturn(await heldDues(query, booked), person, session.today, memo);
  const amount = -cashOf([entry]);
  await mustBear(query, duesFund, amount, session.today);
  const [id = 0] = await book(writer, session.operator, [entry]);
  return say(words.duesReturned, { amount: readableYuan(amount), entry: id });
}
