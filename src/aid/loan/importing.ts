import type { Writer } from '../../audit/change.ts';
import { type Import, importVerb, type Verdict } from '../../audit/import.ts';
import { Fault } from '../../core/failure.ts';
import type { RecordOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { parseNumber } from '../../core/text.ts';
import type { Session } from '../../io/session.ts';
import { beginningOf } from '../../ledger/fund/store.ts';
import { book } from '../../ledger/store.ts';
import { beyondSaid, reachOf } from '../../organisation/operator/reach.ts';
import { personIds, unknownEmployee } from '../../people/store.ts';
import { planRepayment } from './import.ts';
import { repaymentColumns, type StoredLoan } from './loan.ts';
import { type Books, type Owed, owedOf, repaymentEntry } from './repayment.ts';
import { lending } from './seen.ts';
import { insertRepayment, latestRepayment, loansAmong } from './store.ts';
import { words } from './words.ts';

type Row = RecordOf<typeof repaymentColumns>;

/** What there is to compare rows with, as it stood when they were taken up. */
interface Ground {
  readonly loans: readonly StoredLoan[];
  readonly persons: ReadonlyMap<string, number>;
  readonly books: ReadonlyMap<string, Books>;
  /** Undefined: the operator at work sees all. */
  readonly reach: readonly number[] | undefined;
}

async function groundOf(writer: Writer, rows: readonly Row[], session: Session): Promise<Ground> {
  const { query } = writer.database;
  const persons = await personIds(
    query,
    rows.flatMap(({ employee_no }) => employee_no ?? []),
  );
  const ids = rows.flatMap(({ loan }) => (loan === null ? [] : (parseNumber(loan) ?? [])));
  const { funds, codes } = await lending(session);
  const loans = await loansAmong(query, codes, { persons: persons.values(), ids });
  const books = new Map<string, Books>();
  for (const { code, title } of funds) {
    books.set(code, { title, beginning: await beginningOf(query, code) });
  }
  return { loans, persons, books, reach: await reachOf(session) };
}

/** The loans that a row may mean: those of the person, or the one that it names; else what is wrong. */
async function meantBy(
  { loan: text, employee_no: no }: Row,
  { loans, persons, reach }: Ground,
  writer: Writer,
  session: Session,
): Promise<readonly StoredLoan[] | Said> {
  if (no !== null && !persons.has(no)) return unknownEmployee(writer.database.query, no);
  const id = text === null ? undefined : parseNumber(text);
  const named = text === null ? undefined : loans.find((one) => one.id === id);
  if (text !== null && !named) return say(words.unknown, { text });
  if (named && no !== null && named.employee_no !== no) {
    return say(words.notTheirs, { id: named.id, no, name: named.name, owner: named.employee_no });
  }
  const meant = named ? [named] : loans.filter(({ employee_no }) => employee_no === no);
  const outside = meant.find(({ unit_id }) => reach && !reach.includes(unit_id));
  if (!outside) return meant;
  return beyondSaid(session, outside.unit);
}

/** An import under way: the repayments that were there before it stand for one row alike each. */
class Run {
  private latest: number | undefined;
  private readonly used = new Map<string, number>();

  /** Books the rows that are new, in their order. */
  async apply(writer: Writer, rows: readonly Row[], session: Session): Promise<Verdict[]> {
    this.latest ??= await latestRepayment(writer.database.query);
    const ground = await groundOf(writer, rows, session);
    const owed = new Map(ground.loans.map((loan) => [loan.id, owedOf(loan, session.today)]));
    const verdicts: Verdict[] = [];
    for (const row of rows) {
      const meant = await meantBy(row, ground, writer, session);
      if ('phrase' in meant) {
        verdicts.push([meant]);
        continue;
      }
      const { amount, on, employee_no } = row;
      const plan = planRepayment({
        ...{ amount, on, employee_no, loans: meant.map(({ id }) => owed.get(id) as Owed) },
        there: (id) => this.there(meant.find((loan) => loan.id === id) as StoredLoan, row),
        books: (fund) => ground.books.get(fund) as Books,
      });
      if (plan instanceof Fault) verdicts.push([plan.said]);
      else if ('unchanged' in plan) {
        const key = keyOf(plan.unchanged, row);
        this.used.set(key, (this.used.get(key) ?? 0) + 1);
        verdicts.push('unchanged');
      } else {
        await repay(writer, session, plan.repay, row);
        owed.set(plan.repay.id, { ...plan.repay, left: plan.repay.left - amount });
        verdicts.push('imported');
      }
    }
    return verdicts;
  }

  /** How many repayments like a row were there before this import, beyond those that earlier rows stand for. */
  private there({ id, repayments }: StoredLoan, row: Row): number {
    const alike = repayments.filter(
      (one) => one.id <= (this.latest ?? 0) && one.on === row.on && one.amount === row.amount,
    );
    return alike.length - (this.used.get(keyOf(id, row)) ?? 0);
  }
}

const keyOf = (loan: number, { on, amount }: Row) => `${loan} ${on} ${amount}`;

async function repay(
  writer: Writer,
  { operator }: Session,
  loan: Owed,
  { amount, on, memo }: Row,
): Promise<void> {
  const entry = repaymentEntry(loan, { amount, on }, memo ?? '');
  const [entry_id = 0] = await book(writer, operator, [entry]);
  await insertRepayment(writer, loan.id, { amount, on, memo: memo ?? '', entry_id });
}

function begin(): Import<typeof repaymentColumns> {
  const run = new Run();
  return {
    entity: 'loan',
    fields: repaymentColumns,
    derived: ['name', '姓名'],
    check: ({ loan, employee_no, on }, { today }) => [
      ...(loan === null && employee_no === null ? [new Fault(say(words.neitherInFile))] : []),
      ...(on > today ? [new Fault(say(words.inFuture, { on }))] : []),
    ],
    apply: (writer, rows, session) => run.apply(writer, rows, session),
  };
}

/** `relief loan import`. */
export const repaymentImportVerb = importVerb(begin(), 'loan', words.importSummary, {
  options: {},
  examples: [],
  begin,
});
