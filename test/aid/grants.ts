import { change } from '../../src/audit/change.ts';
import type { Office, Ran } from '../office.ts';
import { people, students } from './families.ts';

/** Who takes applications, who endorses them, who decides. */
export const [taker, endorser, decider] = ['李调度', '周建华', '陈秀英'];

/** What an application is told with, by the names of its options; `urgent` is a flag. */
export type Given = Readonly<Record<string, string | boolean>>;

/** An application to each fund that keeps within its rules. */
export const fitting: Readonly<Record<string, Given>> = {
  'living-active': { amount: '1500', purpose: '家中失火', evidence: '申请书' },
  'living-retired': {
    employee_no: people.retired,
    amount: '800',
    purpose: '生活困难',
    evidence: '申请书',
  },
  school: { beneficiary: students.pupil, amount: '1000', purpose: '学杂费', evidence: '在校证明' },
  university: {
    beneficiary: students.student,
    amount: '5000',
    purpose: '学费',
    evidence: '录取通知书',
  },
  disability: { employee_no: people.retired, amount: '3000', purpose: '辅具', evidence: '残疾证' },
  'legal-aid': {
    amount: '6000',
    purpose: '工伤待遇',
    evidence: '委托合同',
    payee: '晋岭律师事务所',
  },
  'start-up': { amount: '30000', instalments: '24', purpose: '小吃店', evidence: '创业计划书' },
  'rental-housing': {
    ...{ from_month: '2026-09', to_month: '2026-12', amount: '2000', purpose: '房租' },
    evidence: '租房合同',
  },
};

/** The options that say facts. */
export function optionsOf(given: Given): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const option = `--${name.replaceAll('_', '-')}`;
    if (typeof value === 'boolean') return value ? [option] : [];
    return [option, value];
  });
}

/** Applies to a fund, as the worker unless told otherwise. */
export function tryApply(office: Office, fund: string, given: Given = {}): Promise<Ran> {
  const facts = { employee_no: people.worker, as: taker, ...fitting[fund], ...given };
  return office.relief('grant', 'apply', '--json', '--fund', fund, ...optionsOf(facts));
}

/** Applies with an application that is taken. @returns its number */
export async function apply(office: Office, fund: string, given: Given = {}): Promise<string> {
  const { code, out, err } = await tryApply(office, fund, given);
  if (code !== 0) throw new Error(err);
  return String((JSON.parse(out) as { grant: number }).grant);
}

/** An application as `grant show` has it. */
export interface GrantJson {
  readonly grant: number;
  readonly fund: string;
  readonly state: string;
  readonly at: string;
  readonly amount: string;
  readonly granted: string | null;
  readonly way: readonly { step: string; unit: string; opinion: string; operator: string }[];
  readonly entries: readonly { cause: string; account: string; amount: string }[];
  readonly missing_opinions: readonly string[];
  readonly missing_papers: readonly unknown[];
}

/** Shows an application. */
export const show = (office: Office, id: string, as = decider) =>
  office.json<GrantJson>('grant', 'show', id, '--as', as);

/** Takes a step with an application. */
export function step(office: Office, verb: string, id: string, given: Given = {}): Promise<Ran> {
  const said = {
    ...(verb === 'endorse' && { opinion: '情况属实', as: endorser }),
    ...(['return', 'refuse', 'withdraw'].includes(verb) && { reason: '材料不足', as: decider }),
    ...(['approve', 'pay'].includes(verb) && { as: decider }),
  };
  return office.relief('grant', verb, id, '--yes', ...optionsOf({ ...said, ...given }));
}

/** Takes a step that must end well. */
export async function done(office: Office, verb: string, id: string, given: Given = {}) {
  const { code, err } = await step(office, verb, id, given);
  if (code !== 0) throw new Error(`grant ${verb} ${id}: ${err}`);
}

/** Passes an application up to the level of its fund. */
export async function passUp(office: Office, id: string): Promise<void> {
  while (!(await step(office, 'approve', id, { as: 'cron' })).err.includes('"cron"'))
    await done(office, 'endorse', id);
}

/** Has an application approved. */
export async function approve(office: Office, id: string, given: Given = {}): Promise<void> {
  await passUp(office, id);
  await done(office, 'approve', id, given);
}

/** Registers an operator below the command line. */
export async function register(office: Office, name: string, unit: string): Promise<void> {
  const { session } = office.session();
  const { query } = await session.database();
  const { id: unit_id } = await query
    .selectFrom('unit')
    .select('id')
    .where('code', '=', unit)
    .executeTakeFirstOrThrow();
  await change(session, async (writer) => {
    const id = await writer.nextId('operator');
    await writer.insert('operator', [
      { id, name, unit_id, role: 'administrator', from_on: '2026-01-01', to_on: null },
    ]);
    const entry = { action: 'operator.add', entity: 'operator', key: name, detail: {} };
    return { result: undefined, entry };
  });
  await session.close();
}
