import type { Writer } from '../../audit/change.ts';
import type { Import, Verdict } from '../../audit/import.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { type Said, say } from '../../core/language.ts';
import { type Fen, readableYuan } from '../../core/money.ts';
import type { Database } from '../../io/database.ts';
import type { Session } from '../../io/session.ts';
import type { NewEntry } from '../../ledger/entry.ts';
import { type Beginning, whyNotOn } from '../../ledger/fund/fund.ts';
import { beginningOf } from '../../ledger/fund/store.ts';
import { book, mustBear } from '../../ledger/store.ts';
import { beyondSaid, operatorAtWork, reachOf } from '../../organisation/operator/reach.ts';
import { personBeyondSaid } from '../../people/seen.ts';
import { fundTitle } from '../../policy/funds.ts';
import { approvalEntry, paymentEntry } from './book.ts';
import { type Case, type OtherGrant, Standing, studentOf } from './case.ts';
import { casesOf } from './case-store.ts';
import { costOf } from './cost.ts';
import { type Decision, enterGrants, firstStandsAt, type Taken, usualUnit } from './enter.ts';
import { enteredBefore, keyOf } from './entered-store.ts';
import { faultsOf, periodOf } from './grant.ts';
import { decisionFaults, type GrantRow, importFields, whyNotTakenIn } from './import.ts';
import { wayTo } from './life.ts';
import { lend } from './pay.ts';
import type { NewGrant } from './store.ts';
import { howHelped } from './way-of-help.ts';
import { words } from './words.ts';

type Query = Database['query'];

/** One run of an import. @param moneyFrom payments before this day come without money */
export function grantImport(moneyFrom?: CivilDate): Import<typeof importFields> {
  const bringing = new Bringing(moneyFrom);
  return {
    entity: 'grant',
    fields: importFields,
    derived: [
      ...['grant', 'name', 'unit', 'state', 'at', 'at_name', 'waiting_since', 'applied_by'],
      ...['申请人', '姓名', '职工姓名'],
    ],
    check: (row, session) => decisionFaults(row, session.today, session.operator),
    apply: (writer, rows, session) => bringing.take(writer, rows, session),
    finish: async () => bringing.booked(),
  };
}

/** The applications of one file: judged one after the other, so that each stands in the way of those after it. */
class Bringing {
  private readonly sums = new Map<string, { granted: Fen; paid: Fen }>();
  private readonly beginnings = new Map<string, Beginning>();
  private titles: Case['rules']['funds'] = [];

  constructor(private readonly moneyFrom: CivilDate | undefined) {}

  /** Takes rows in. @returns what became of each */
  async take(
    writer: Writer,
    rows: readonly GrantRow[],
    session: Session,
  ): Promise<readonly Verdict[]> {
    const { query } = writer.database;
    const asked = rows.map((row) => ({ ...row, applied_on: row.applied_on ?? session.today }));
    const cases = await casesOf(query, asked);
    const seen = await seenBy(session);
    const known = await enteredBefore(
      query,
      cases.flatMap((one) => ('fund' in one ? one : [])),
    );
    const added = new Standing();
    const taken: Taken[] = [];
    const verdicts: Verdict[] = [];
    for (const [at, found] of cases.entries()) {
      if (!('fund' in found)) {
        verdicts.push([found]);
        continue;
      }
      const key = keyOf(found);
      if (known.has(key)) {
        verdicts.push('unchanged');
        continue;
      }
      const one = { ...found, others: [...found.others, ...added.of(found)] };
      const decision = decisionOf(rows[at] as GrantRow);
      const urgent = rows[at]?.urgent === 'yes';
      const unit = usualUnit(wayTo(one.path, one.fund.kept_at), seen.own);
      const taking = { one, unit, urgent, decision };
      const faults = [
        ...whyBeyond(taking, seen.reach, session),
        ...(await this.faultsOf(query, one, decision, session)),
      ];
      if (faults.length > 0) {
        verdicts.push(faults);
        continue;
      }
      known.add(key);
      this.titles = one.rules.funds;
      const id = await writer.nextId('aid_grant');
      taken.push({ ...taking, id });
      added.add(standingOf(one, decision, id));
      verdicts.push('imported');
    }
    await this.write(writer, session, taken);
    return verdicts;
  }

  /** What was booked, by fund. */
  booked(): readonly Said[] {
    return [...this.sums].map(([fund, { granted, paid }]) => {
      const amounts = { amount: readableYuan(granted), paid: readableYuan(paid) };
      return say(words.moneyBooked, { fund: fundTitle(this.titles, fund), ...amounts });
    });
  }

  private async faultsOf(
    query: Query,
    one: Case,
    decision: Decision | undefined,
    session: Session,
  ): Promise<readonly Said[]> {
    const how = howHelped(one.fund, one.rules);
    if (how) return [how];
    const inItself = faultsOf(one.asked, one.fund, session.today);
    if (inItself.length > 0) return inItself;
    const paid = decision?.paid_on;
    if (paid && this.comesWithoutMoney(paid)) {
      const facts = { paid, from: this.moneyFrom ?? '' };
      if (one.fund.way === 'loan') return [say(words.loanWithoutMoney, facts)];
    } else if (paid) {
      const before = whyNotOn(one.fund.title, paid, await this.beginningOf(query, one.fund.code));
      if (before) return [before];
    }
    return whyNotTakenIn(one, decision !== undefined);
  }

  private comesWithoutMoney(paidOn: CivilDate): boolean {
    return this.moneyFrom !== undefined && paidOn < this.moneyFrom;
  }

  private async beginningOf(query: Query, fund: string): Promise<Beginning> {
    const known = this.beginnings.get(fund) ?? (await beginningOf(query, fund));
    this.beginnings.set(fund, known);
    return known;
  }

  private async write(writer: Writer, session: Session, taken: readonly Taken[]): Promise<void> {
    const { query } = writer.database;
    const grants = await enterGrants(writer, session.operator, taken);
    const entries: NewEntry[] = [];
    const sums = new Map<string, { granted: Fen; paid: Fen }>();
    for (const grant of grants) {
      const { granted, paid_on: paidOn } = grant;
      if (granted === null || (paidOn !== null && this.comesWithoutMoney(paidOn))) continue;
      const opened = (await this.beginningOf(query, grant.fund)).opening?.on ?? '';
      entries.push(...entriesOf(grant, granted, opened));
      const sum = sums.get(grant.fund) ?? { granted: 0, paid: 0 };
      sum.granted += granted;
      if (paidOn !== null) sum.paid += granted;
      sums.set(grant.fund, sum);
    }
    for (const [fund, { granted }] of sums) await mustBear(query, fund, granted, session.today);
    await book(writer, session.operator, entries);
    for (const grant of grants) {
      if (grant.granted !== null && grant.paid_on !== null)
        await lend(writer, grant, grant.granted, grant.paid_on);
    }
    for (const [fund, { granted, paid }] of sums) {
      const all = this.sums.get(fund) ?? { granted: 0, paid: 0 };
      this.sums.set(fund, { granted: all.granted + granted, paid: all.paid + paid });
    }
  }
}

/** What a decided grant is booked with. @param opened approved before the books begin, it is promised from then on */
function entriesOf(grant: NewGrant, granted: Fen, opened: CivilDate): readonly NewEntry[] {
  const { approved_on, paid_on } = grant;
  const promised = (approved_on ?? '') < opened ? opened : (approved_on ?? '');
  return [
    approvalEntry(grant, granted, promised),
    ...(paid_on === null ? [] : [paymentEntry(grant, granted, paid_on)]),
  ];
}

function decisionOf(row: GrantRow): Decision | undefined {
  const { approved_on, approved_by, paid_on, granted, amount } = row;
  if (approved_on === null || approved_by === null) return undefined;
  return { granted: granted ?? amount, approved_on, approved_by, paid_on };
}

/** The operator's own unit, and the units that they see. */
async function seenBy(session: Session) {
  return { own: (await operatorAtWork(session))?.unit_id, reach: await reachOf(session) };
}

/** That the applicant lies outside what the operator sees, or the unit that has decided. */
function whyBeyond(
  taken: Taken,
  reach: readonly number[] | undefined,
  session: Session,
): readonly Said[] {
  if (reach === undefined) return [];
  const { applicant } = taken.one;
  if (!reach.includes(applicant.unit_id)) return [personBeyondSaid(session, applicant)];
  const { id, code } = firstStandsAt(taken);
  return taken.decision && !reach.includes(id) ? [beyondSaid(session, code)] : [];
}

/** An application of this file, as it stands in the way of those after it. */
function standingOf(one: Case, decision: Decision | undefined, id: number): OtherGrant {
  const { asked, applicant, household, fund } = one;
  const student = studentOf(one);
  const paid = decision?.paid_on != null;
  return {
    ...{ id, fund: fund.code, person_id: applicant.id, household_id: household?.id ?? null },
    ...{ member_id: student?.id ?? null, member_id_no: student?.id_no ?? null },
    member_name: student?.name ?? null,
    ...{ amount: decision?.granted ?? asked.amount, applied_on: asked.applied_on },
    ...{ state: paid ? 'paid' : decision ? 'approved' : 'applied', running: paid },
    ...{ ...periodOf(asked), ...costOf(asked) },
  };
}
