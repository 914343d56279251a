import { type Phrase, type Said, say } from '../../core/language.ts';
import { formatYuan, sumFen } from '../../core/money.ts';
import { type Column, inWords, type Page, type Row, yuanColumn } from '../../core/report.ts';
import { accountTitle } from '../../ledger/view.ts';
import { benefitTitle, fundTitle } from '../../policy/funds.ts';
import type { Policy, PolicyVersion } from '../../policy/policy.ts';
import type { Span } from '../span.ts';
import type { Flow } from './source-store.ts';
import { words } from './words.ts';

const ways: Readonly<Record<string, Phrase>> = { in: words.moneyIn, out: words.moneyOut };

function whatTitle({ way, what }: Pick<Flow, 'way' | 'what'>, policy: Policy): Phrase | Said {
  if (what === 'loan') return way === 'in' ? words.cameBack : words.lentOut;
  return accountTitle(what, (benefit) => benefitTitle(policy.versions, benefit));
}

/** The columns of the report on money by source. */
function flowColumns({ funds }: Pick<PolicyVersion, 'funds'>): readonly Column[] {
  return [
    {
      key: 'fund',
      title: words.fund,
      show: inWords((code) => (code === '*' ? words.allFunds : fundTitle(funds, code))),
    },
    { key: 'way', title: words.way, show: inWords((way) => ways[way] ?? words.total) },
    { key: 'what', title: words.what, fileOnly: true },
    { key: 'name', title: words.what },
    yuanColumn('amount', words.flowAmount),
  ];
}

/**
 * The report on money by source: each fund's, then that of all funds together on a screen; apart in JSON; not in CSV.
 * @param put puts a name into the words of the language asked for
 */
export function sourcePage(
  { name: period, from, to }: Span,
  flows: readonly Flow[],
  policy: Policy,
  rules: Pick<PolicyVersion, 'funds'>,
  put: (name: Phrase | Said) => string,
): Page {
  const rowOf = (flow: Flow): Row => {
    const { fund, way, what, amount } = flow;
    return { fund, way, what, name: put(whatTitle(flow, policy)), amount: formatYuan(amount) };
  };
  const order = new Map(rules.funds.map(({ code }, at) => [code, at]));
  const placed = (fund: string) => order.get(fund) ?? order.size;
  const ordered = [...flows].sort((one, other) => placed(one.fund) - placed(other.fund));
  const rows = ordered.map(rowOf);
  const total = totals(flows);
  const columns = flowColumns(rules);
  const sums = (['in', 'out'] as const).map((way): Row => {
    const name = put(words.total);
    const of = flows.filter((flow) => flow.way === way);
    return {
      fund: '*',
      way,
      what: '',
      name,
      amount: formatYuan(sumFen(of.map((one) => one.amount))),
    };
  });
  return {
    blocks: [
      { line: say(words.sourceHeading, { from, to }) },
      { table: { columns, rows: [...rows, ...total.map(rowOf), ...sums] } },
    ],
    json: {
      ...{ by: 'source', period, from, to, rows },
      total: total.map(({ way, what, amount }) => ({ way, what, amount: formatYuan(amount) })),
      in: sums[0]?.['amount'],
      out: sums[1]?.['amount'],
    },
    csv: { columns, rows },
  };
}

/** Money of all funds together, by where it came from or went to. */
function totals(flows: readonly Flow[]): readonly Flow[] {
  const sums = new Map<string, Flow>();
  for (const flow of flows) {
    const key = `${flow.way} ${flow.what}`;
    const amount = (sums.get(key)?.amount ?? 0) + flow.amount;
    sums.set(key, { ...flow, fund: '*', amount });
  }
  return [...sums.values()].sort((one, other) => one.way.localeCompare(other.way));
}
