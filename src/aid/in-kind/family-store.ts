import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Tables } from '../../io/tables.ts';
import { type Families, familiesOf } from '../grant/family-store.ts';
import type { BenefitKey, BenefitThere, Family } from './benefit.ts';
import { storedColumns, storedTables } from './store.ts';

type Query = Kysely<Tables>;

/** What a review found, by its day. */
interface ClassFound {
  readonly household_id: number;
  readonly on: CivilDate;
  readonly class: string;
}

/** A benefit that a household has. */
type Given = BenefitThere & BenefitKey & { readonly household_id: number };

/** The families of persons with the benefits that they, and the families they share members with, have. */
export class FamilyBenefits {
  private readonly classes: ReadonlyMap<number, readonly ClassFound[]>;
  private readonly given: Map<number, Given[]>;

  constructor(
    private readonly families: Families,
    classes: readonly ClassFound[],
    given: readonly Given[],
  ) {
    this.classes = byHousehold(classes);
    this.given = byHousehold(given);
  }

  /** The family of a person as it is today, else as it was on a day: its class of that day, its members of either. */
  familyOf(personId: number, on: CivilDate, today: CivilDate): Omit<Family, 'person' | 'there'> {
    const { families } = this;
    const file = families.fileOf(personId, today) ?? families.fileOf(personId, on);
    if (!file) return { household: undefined, members: [] };
    const found = this.classes.get(file.id) ?? [];
    const then = found.findLast((one) => one.on <= on) ?? found[0];
    const members = families.membersOf(file.id, today);
    const gone = families.membersOf(file.id, on).filter((one) => !members.includes(one));
    return { household: { ...file, class: then?.class ?? '' }, members: [...members, ...gone] };
  }

  /**
   * What a family has of a kind and period: in its household, and in those that one of its members is a member of too,
   * such as the other spouse's. @param days from the benefit's day to today: who was a member at some time
   */
  there(
    household: number,
    { kind, period }: BenefitKey,
    days: { readonly from: CivilDate; readonly to: CivilDate },
  ): readonly BenefitThere[] {
    const persons = this.personsOf(household, days);
    const shares = (id: number) => this.personsOf(id, days).some((one) => persons.includes(one));
    const around = persons.flatMap((one) => [...this.families.around(one).households]);
    return [...new Set([household, ...around.filter(shares)])]
      .flatMap((id) => this.given.get(id) ?? [])
      .filter((one) => one.kind === kind && one.period === period)
      .sort((one, other) => one.id - other.id);
  }

  /** Takes in a benefit that is given now. */
  add(given: Given): void {
    const known = this.given.get(given.household_id);
    if (known) known.push(given);
    else this.given.set(given.household_id, [given]);
  }

  private personsOf(
    household: number,
    { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  ): readonly number[] {
    return this.families.membersEver(household).flatMap((one) => {
      const living = one.from <= to && (one.to === null || one.to >= from);
      return living && one.person_id !== null ? [one.person_id] : [];
    });
  }
}

function byHousehold<T extends { readonly household_id: number }>(rows: readonly T[]) {
  const found = new Map<number, T[]>();
  for (const row of rows) {
    const known = found.get(row.household_id);
    if (known) known.push(row);
    else found.set(row.household_id, [row]);
  }
  return found;
}

/** Reads the families of persons with what they have in kind: a few queries for thousands of them. */
export async function familyBenefitsOf(
  query: Query,
  personIds: readonly number[],
): Promise<FamilyBenefits> {
  const own = await familiesOf(query, personIds);
  const families = await familiesOf(query, own.persons);
  const households = sql`(SELECT value FROM json_each(${JSON.stringify(families.households)}))`;
  const classes = await sql<ClassFound>`
    SELECT household_id, on_date AS "on", class FROM household_review
    WHERE household_id IN ${households} ORDER BY on_date, id`.execute(query);
  const given = await sql<Given>`
    SELECT b.household_id, ${storedColumns} FROM ${storedTables}
    WHERE b.household_id IN ${households}`.execute(query);
  return new FamilyBenefits(families, classes.rows, given.rows);
}
