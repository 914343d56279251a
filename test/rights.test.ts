import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admit } from '../src/admission.ts';
import { areas } from '../src/areas.ts';
import type { Right } from '../src/organisation/operator/operator.ts';
import { type Rule, ruleOf, rules } from '../src/rights.ts';
import { lend } from './aid/lending.ts';
import { Office, type Ran } from './office.ts';
import { openFile } from './pairing/families.ts';
import {
  facts,
  files,
  hardshipFile,
  loans,
  ofMine,
  type Scenario,
  scenarios,
  staff,
} from './rights/scenarios.ts';

/** Every command that there is, as `noun verb`. */
const commands = Object.entries(areas).flatMap(([noun, verbs]) =>
  verbs.map(({ name }) => `${noun} ${name}`),
);

/** What each role of the policy may do, as SPEC 13 and the Xishan policy have it. */
const may: Readonly<Record<keyof typeof staff, readonly Right[]>> = {
  administrator: ['record', 'review', 'approve', 'manage'],
  reviewer: ['record', 'review', 'approve'],
  caseworker: ['record'],
  auditor: [],
};

let office: Office;

beforeAll(async () => {
  office = await Office.open('2026-10-08');
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(office.folder, `${name}.csv`), content);
  }
  for (const typed of facts) {
    if (typed[0] === hardshipFile) {
      await openFile(office, typed[1] ?? '');
      continue;
    }
    const argv = typed.map((word) =>
      word.startsWith('@') ? join(office.folder, `${word.slice(1)}.csv`) : word,
    );
    await office.done(...argv, ...(argv.includes('--as') ? [] : ['--as', staff.administrator]));
  }
  const { session } = office.session(staff.administrator);
  const terms = { amount: 120_000, instalments: 3, first_due_on: '2026-03-15' };
  for (const one of loans) await lend(session, { ...terms, ...one, paid_on: '2026-02-10' });
  await session.close();
});

afterAll(() => office.close());

/** What is typed for a command, and what it reads from standard input. */
function typedFor(command: string, scenario: Scenario): readonly [string[], string] {
  const [noun = '', verb = ''] = command.split(' ');
  const begin = noun === verb ? [noun] : [noun, verb];
  if ('rows' in scenario) {
    const rejects = join(office.folder, `${noun}-rejects.csv`);
    return [[...begin, '-', '--rejects', rejects], scenario.rows];
  }
  if ('open' in scenario) return [[...begin, ...scenario.open], ''];
  if ('whole' in scenario) return [[...begin, ...scenario.whole], ''];
  return [[...begin, ...('list' in scenario ? scenario.list : scenario.act)], ''];
}

async function runAs(operator: string, command: string, scenario: Scenario): Promise<Ran> {
  const [argv, input] = typedFor(command, scenario);
  return office.reliefWith(input, ...argv, '--as', operator);
}

/** Runs a command, and sees to it that nothing is written by it. */
async function withoutWriting(run: () => Promise<Ran>): Promise<Ran> {
  const before = await office.actions();
  const ran = await run();
  expect(await office.actions()).toEqual(before);
  return ran;
}

/** A command refused for a reason, and nothing written. */
async function isRefused(command: string, operator: string, why: RegExp): Promise<void> {
  const ran = await withoutWriting(() => runAs(operator, command, scenarioOf(command)));
  expect(ran.err).toMatch(why);
  expect(ran).toMatchObject({ code: 4, out: '' });
}

function scenarioOf(command: string): Scenario {
  const scenario = scenarios[command];
  if (!scenario) throw new Error(`test/rights/scenarios.ts has nothing for ${command}`);
  return scenario;
}

function ruleFor(command: string): Rule {
  const [noun = '', verb = ''] = command.split(' ');
  const rule = ruleOf(noun, verb);
  if (!rule) throw new Error(`src/rights.ts has no rule for ${command}`);
  return rule;
}

const ruled = Object.entries(rules).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map((verb) => `${noun} ${verb}`),
);

describe('the table of rights', () => {
  test('has a rule for every command, and for nothing else', () => {
    expect([...ruled].sort()).toEqual([...commands].sort());
  });

  test('has a scenario for every command, and for nothing else', () => {
    expect(Object.keys(scenarios).sort()).toEqual([...commands].sort());
  });

  test('leaves open only what reads', () => {
    const open = ruled.filter((command) => ruleFor(command).reach === 'open');
    expect(open.filter((command) => ruleFor(command).right !== 'read')).toEqual([]);
  });

  test.each(commands)('%s is tried as its reach asks for', (command) => {
    const kinds = { open: ['open'], whole: ['whole'], units: ['list', 'act', 'rows'] };
    expect(kinds[ruleFor(command).reach]).toContain(Object.keys(scenarioOf(command))[0]);
  });

  test('denies a verb that it does not have', async () => {
    const { session } = office.session(staff.administrator);
    await expect(admit(session, 'person', 'forget')).rejects.toThrow(
      /table of rights does not name/,
    );
    await session.close();
  });
});

const closed = commands.filter((command) => ruleFor(command).reach !== 'open');

describe('whoever is not registered', () => {
  test.each(closed)('%s is refused', async (command) => {
    await isRefused(command, '李明', /李明 is not registered.*operator add.*陈秀英/);
  });

  test.each(closed.filter((command) => !ruleFor(command).cron))(
    '%s is refused to cron',
    async (command) => {
      await isRefused(command, 'cron', /"cron" only does what is scheduled/);
    },
  );

  const open = commands.filter((command) => ruleFor(command).reach === 'open');
  test.each(open)('%s is for anybody', async (command) => {
    const ran = await withoutWriting(() => runAs('李明', command, scenarioOf(command)));
    expect(ran.err).not.toMatch(/registered|table of rights/);
  });

  test('cron settles', async () => {
    const { code } = await office.relief('settle', '--quarter', '2026Q3', '--dry-run');
    expect(code).toBe(0);
  });
});

describe('a role without the right', () => {
  const lacking = closed.flatMap((command) =>
    (Object.keys(staff) as (keyof typeof staff)[])
      .filter((role) => {
        const { right } = ruleFor(command);
        return right !== 'read' && !may[role].includes(right);
      })
      .map((role) => [command, role] as const),
  );
  test.each(lacking)('%s is refused to a %s', async (command, role) => {
    await isRefused(command, staff[role], new RegExp(`registered as ${role} and may not`));
  });

  test('covers every right', () => {
    const tried = new Set(lacking.map(([command]) => ruleFor(command).right));
    expect(tried).toEqual(new Set(['record', 'review', 'approve', 'manage']));
  });
});

describe('an operator of one mine, on what is of another', () => {
  const byKind = <Kind extends string>(kind: Kind) =>
    closed.filter((command) => kind in (scenarios[command] ?? {}));

  test.each(byKind('whole'))('%s is refused', async (command) => {
    await isRefused(command, ofMine, /is done by operators of G 晋岭集团; 王建军 works for M1/);
  });

  test.each(byKind('act'))('%s is refused', async (command) => {
    await isRefused(command, ofMine, /lies outside the reach of 王建军/);
  });

  test.each(byKind('list'))('%s shows the own alone', async (command) => {
    const scenario = scenarioOf(command);
    if (!('list' in scenario)) throw new Error(command);
    for (const format of [[], ['--csv'], ['--json']]) {
      const typed = { ...scenario, list: [...scenario.list, ...format] };
      const { code, out } = await withoutWriting(() => runAs(ofMine, command, typed));
      expect(code).toBe(0);
      expect(out).toContain(scenario.own);
      expect(out).not.toContain(scenario.other);
      const all = await runAs(staff.administrator, command, typed);
      expect(all.out).toContain(scenario.other);
    }
  });

  test.each(byKind('rows'))('%s rejects each row', async (command) => {
    const scenario = scenarioOf(command);
    if (!('rows' in scenario)) throw new Error(command);
    const { code, out, err } = await withoutWriting(() => runAs(ofMine, command, scenario));
    const rows = scenario.rows.trim().split('\n').length - 1;
    expect(out).toContain(`0 imported, 0 unchanged, ${rows} rejected`);
    expect(err.match(/lies outside the reach of 王建军/g)).toHaveLength(rows);
    expect(code).toBe(3);
  });
});
