import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** An import as it stands in a source file; `to` is a path below src, `node:fs`, or a package. */
interface Import {
  readonly to: string;
  /** `import type`: erased by the compiler, so nothing is loaded. */
  readonly typeOnly: boolean;
}

interface SourceFile {
  /** Below src, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

type Kind = 'words' | 'rules' | 'view' | 'store' | 'act' | 'commands';

/** Each area imports only itself and those before it (docs/architecture.md). */
const areas = [
  ...['audit', 'organisation', 'people', 'policy', 'ledger', 'mutual-aid', 'aid', 'pairing'],
  ...['requests', 'reports'],
];

/** Files of an area that do things without being called store or commands. A new one is named here, with its reason. */
const acts: Readonly<Record<string, string>> = {
  'audit/change.ts': 'the one door for writes: transaction, seals, chain',
  'audit/import-run.ts': 'runs an import: source, transaction, rejects file',
  'audit/import.ts': 'makes the verb `import` from what import-run.ts does',
  'audit/verify.ts': 'reads the whole database against its seals',
  'organisation/ask.ts': 'asks for a unit, searching as one types',
  'organisation/operator/ask.ts': 'asks for an operator, searching as one types',
  'organisation/operator/reach.ts': 'what the operator at work sees, asked by every command',
  'organisation/post/enter.ts': 'writes posts and their people, for add, join and import alike',
  'people/enter.ts': 'writes a chunk of people, for add and import alike',
  'people/ask.ts': 'asks for a person, searching as one types',
  'people/seen.ts': 'finds a person within what the operator sees',
  'people/hardship/file.ts': 'finds a file within what the operator sees, and the rules of today',
  'people/hardship/ask-file.ts': 'asks for a family, or one of its members, searching as one types',
  'people/hardship/open.ts': 'hardship open, split off hardship/commands.ts',
  'people/hardship/review.ts': 'hardship review and return, split off hardship/commands.ts',
  'people/hardship/close.ts': 'hardship close, split off hardship/commands.ts',
  'people/hardship/enter.ts': 'writes a chunk of files of an import',
  'people/hardship/recognise.ts': 'gives and ends the recognitions of members of files',
  'people/hardship/family/place.ts': 'finds which members are recorded persons',
  'people/hardship/family/enter.ts': 'writes members, for open, add and import alike',
  'people/hardship/family/ask.ts': 'asks for the members of a family, one after another',
  'people/hardship/family/read-file.ts': 'reads the file of a family that is opened with it',
  'people/hardship/family/now.ts': 'reads what the income a head has become',
  'people/hardship/family/add.ts': 'family add, split off family/commands.ts',
  'people/hardship/family/amend.ts': 'family edit and leave, split off family/commands.ts',
  'policy/load.ts': 'reads a policy file and hashes it',
  'ledger/fund/paying-in.ts': 'fund deposit, opening and repay, split off fund/commands.ts',
  'ledger/fund/statement.ts': "streams a fund's statement",
  'ledger/journal/export.ts': 'writes the journal to a file or a stream',
  'mutual-aid/enrolment/enrol.ts': 'enrols and books the dues, for add, remove and import alike',
  'ledger/fund/ask.ts': 'asks for a fund, from a list',
  'mutual-aid/batch/ask.ts': 'asks for a batch, from a list',
  'mutual-aid/claim/ask.ts': 'asks for a person and one of their claims',
  'mutual-aid/hospital/ask.ts': 'asks for a hospital, searching as one types',
  'mutual-aid/special-relief/ask.ts': 'asks for special relief, searching as one types',
  'mutual-aid/claim/add.ts': 'claim add, split off claim/commands.ts',
  'mutual-aid/claim/apply.ts': 'writes a chunk of claims, for add and import alike',
  'mutual-aid/claim/seen.ts': 'finds a claim within what the operator sees',
  'mutual-aid/claim/appraise.ts': 'reads what an estimate needs',
  'mutual-aid/batch/settle.ts': 'settle: has ranges settled, writes them',
  'mutual-aid/batch/range.ts': 'reads and settles a range of persons',
  'mutual-aid/batch/threads.ts': 'has ranges settled beside the writing',
  'mutual-aid/batch/thread.ts': 'what such a thread runs',
  'mutual-aid/batch/approve.ts': 'batch approve and void, and what every step asks first',
  'mutual-aid/batch/announce.ts': 'batch announce and objection',
  'mutual-aid/bank/pay.ts': 'batch pay and close: writes the bank file',
  'mutual-aid/bank/list.ts': 'writes the list that a bank pays by',
  'mutual-aid/bank/result.ts': 'batch result: reads the bank file',
  'mutual-aid/batch/audit.ts': 'what audit verify looks at in batches',
  'mutual-aid/batch/export.ts': 'writes the files of batch export',
  'mutual-aid/batch/listings.ts': 'streams the lists of a batch',
  'mutual-aid/batch/overview.ts': 'reads what batch show tells, split off batch/commands.ts',
  'mutual-aid/explain/ground.ts': 'reads all that an explanation rests on',
  'mutual-aid/batch/paper/slips.ts': 'explains persons from what a batch kept, for their slips',
  'mutual-aid/batch/paper/write-announcement.ts': 'writes the announcement of a batch',
  'mutual-aid/batch/paper/write-slips.ts': 'writes the slips of a batch',
  'mutual-aid/batch/paper/write-vouchers.ts': 'writes the vouchers of a batch',
  'aid/grant/ask.ts': 'asks for an application, searching as one types',
  'aid/grant/apply.ts': 'grant apply: asks, judges, enters',
  'aid/grant/approve.ts': 'grant approve, split off the steps',
  'aid/grant/bring.ts': 'judges and writes a chunk of imported grants',
  'aid/grant/end.ts': 'grant return, refuse and withdraw',
  'aid/grant/endorse.ts': 'grant endorse: whose opinion it is, and where it goes',
  'aid/grant/enter.ts': 'writes applications, for apply and import alike',
  'aid/grant/found.ts': 'finds an application, judges it again, writes a step of its way',
  'aid/grant/pay.ts': 'grant pay: books, writes the instalments',
  'people/recognition/amend.ts': 'recognition edit and end, split off recognition/commands.ts',
  'pairing/ask.ts': 'asks for a family or a pairing, searching as one types',
  'pairing/named.ts': 'finds the official, family or pairing named, within what the operator sees',
  'pairing/enter.ts': 'enters a chunk of a ledger of pairings',
  'pairing/life.ts': 'pairing edit and end, split off pairing/commands.ts',
  'pairing/official/ask.ts': 'asks for an official, searching as one types',
  'pairing/official/enter.ts': 'enters officials, for add and both imports alike',
  'pairing/visit/enter.ts': 'enters a chunk of a file of visits',
  'requests/ask.ts': 'asks for a request, searching as one types',
  'requests/add.ts': 'request add, split off requests/commands.ts',
  'requests/rise.ts': 'lets overdue requests rise, for the daily command',
  'aid/loan/ask.ts': 'asks for a loan or a repayment of it',
  'aid/in-kind/ask.ts': 'asks for a benefit in kind, searching as one types',
  'aid/loan/seen.ts': 'finds a loan within what the operator sees',
  'aid/loan/repaying.ts': 'loan repay and correct, split off loan/commands.ts',
  'aid/loan/importing.ts': 'loan import: books what is new of a file of repayments',
  'aid/loan/giving-up.ts': 'loan write-off and what is decided on it, split off loan/commands.ts',
  'aid/in-kind/entering.ts': 'in-kind add and import, split off in-kind/commands.ts',
  'mutual-aid/batch/verify.ts': 'settles a closed batch again, from the database',
  'reports/find/near-threshold.ts': 'reads and settles those who may be near a threshold',
};

/** Pure files may not use node's modules, as these act on the machine. These exceptions only hash a value. */
const hashes: Readonly<Record<string, string>> = {
  'audit/seal.ts': 'a seal is a SHA-256: a function of its argument alone',
  'mutual-aid/batch/content.ts': 'a batch is named by the SHA-256 of its content',
};

/** Where each package belongs: a place below src, or a kind of file. One that is not here needs a decision. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['io'],
  kysely: ['io', 'store', 'act'],
  commander: ['root'],
  'env-paths': ['root'],
  'fastest-levenshtein': ['core'],
  zod: ['policy'],
  yaml: ['policy'],
  ...Object.fromEntries(
    [
      ...['chalk', 'cli-progress', 'cli-table3', 'csv-parse', 'iconv-lite', 'inquirer'],
      ...['string-width', '@e965/xlsx', 'write-excel-file'],
    ].map((name) => [name, ['io']]),
  ),
};

/** What a file of each kind may load of the areas, its own or those above. */
const loads: Readonly<Record<Kind, { readonly kinds: readonly Kind[]; readonly why: string }>> = {
  words: { kinds: [], why: 'words are plain data that every file may load' },
  rules: { kinds: ['words', 'rules'], why: 'rules are pure: facts come in as arguments' },
  view: { kinds: ['words', 'rules', 'view'], why: 'a view turns a value into a page, purely' },
  store: { kinds: ['words', 'rules', 'store'], why: 'a store only asks the database' },
  act: { kinds: ['words', 'rules', 'view', 'store', 'act'], why: 'commands call it, not it them' },
  commands: {
    kinds: ['words', 'rules', 'view', 'store', 'act', 'commands'],
    why: 'commands tie their area together',
  },
};

const placeOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : 'root');

function kindOf(path: string): Kind {
  if (path in acts) return 'act';
  const layer = /(?:^|-)(words|view|store|commands)\.ts$/.exec(basename(path))?.[1];
  return (layer as Kind | undefined) ?? 'rules';
}

/** Why a file may not import something; undefined where it may. */
function whyNot(path: string, { to, typeOnly }: Import): string | undefined {
  const [place, target] = [placeOf(path), placeOf(to)];
  if (place === 'root') return isLocal(to) ? undefined : misplaced(path, to);
  if (to === '?') return 'a computed import() cannot be checked: name the file outright';
  if (to.startsWith('..')) return 'it lies outside src';
  if (place === 'core') {
    if (!isLocal(to)) return misplaced(path, to) && 'core is about nothing but itself, and pure';
    return target === 'core' ? undefined : 'core knows neither areas nor effects';
  }
  if (!isLocal(to)) return typeOnly ? undefined : misplaced(path, to);
  if (target === 'core') return undefined;
  if (place === 'io') return target === 'io' ? undefined : 'io serves every area and knows none';
  if (!areas.includes(place)) return `${place} is no area: name it in the order of areas`;
  if (target === 'io') return typeOnly ? undefined : whyNoEffect(path, to);
  return whyNotArea(path, { to, typeOnly });
}

const isLocal = (to: string) => to.endsWith('.ts') || to.startsWith('..') || to === '?';

/** Why a package or a module of node does not belong in a file. */
function misplaced(path: string, to: string): string | undefined {
  const [place, kind] = [placeOf(path), kindOf(path)];
  if (to.startsWith('node:')) {
    if (['root', 'io'].includes(place)) return undefined;
    if (place !== 'core' && (kind === 'act' || kind === 'commands')) return undefined;
    if (to === 'node:crypto' && path in hashes) return undefined;
    return 'a pure file does not act on the machine; hand the value in';
  }
  const name = to.split('/', to.startsWith('@') ? 2 : 1).join('/');
  const homes = packages[name];
  if (!homes) return `say in this test where the package ${name} belongs`;
  const inArea = areas.includes(place);
  if (homes.includes(place) || (inArea && homes.includes(kind))) return undefined;
  return `${name} belongs in ${homes.join(', ')}`;
}

function whyNoEffect(path: string, to: string): string | undefined {
  const kind = kindOf(path);
  if (kind === 'act' || kind === 'commands') return undefined;
  if (kind === 'store') {
    return ['io/database.ts', 'io/tables.ts'].includes(to)
      ? undefined
      : 'a store knows the database, not the terminal or files';
  }
  return `a ${kind} file is pure: it may only know the types of io (import type)`;
}

function whyNotArea(path: string, { to, typeOnly }: Import): string | undefined {
  const [place, target] = [placeOf(path), placeOf(to)];
  if (target === 'root') return 'the wiring in src knows the areas, they do not know it';
  if (!areas.includes(target)) return `${target} is no area: name it in the order of areas`;
  if (areas.indexOf(target) > areas.indexOf(place)) return `${target} stands below ${place}`;
  const [kind, loaded] = [kindOf(path), kindOf(to)];
  if (loaded === 'commands' && target !== place) {
    return 'only the wiring in src knows the commands of several areas';
  }
  if (typeOnly || (kind === 'store' && to === 'audit/change.ts')) return undefined;
  return loads[kind].kinds.includes(loaded)
    ? undefined
    : `a ${kind} file loads no ${loaded} file: ${loads[kind].why}`;
}

/** Everything that breaks the house's rules, a line each, with the reason. */
function violationsOf(files: readonly SourceFile[]): readonly string[] {
  return [
    ...files.flatMap((file) =>
      file.imports.flatMap((one) => {
        const why = whyNot(file.path, one);
        return why ? [`${file.path} imports ${one.to}: ${why}`] : [];
      }),
    ),
    ...files.flatMap(({ path, lines }) => [
      ...(lines > 300 ? [`${path} has ${lines} lines: split it along the domain`] : []),
      ...(/(^|\/)(utils?|helpers?|common|index)(\.ts$|\/)/.test(path)
        ? [`${path}: a name that says nothing of the domain gathers what belongs nowhere`]
        : []),
    ]),
    ...cyclesOf(files).map((cycle) => `${cycle.join(' → ')}: none can be read before the others`),
  ];
}

/** Import cycles; types are erased, so they make none. */
function cyclesOf(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const loaded = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path]);
    if (done.has(path) || way.includes(path)) return;
    for (const to of loaded.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return cycles;
}

/**
 * The imports of a source text. `import { type A }` counts as loading: with verbatimModuleSyntax the
 * module is still evaluated; `import type { A }` is what erases it.
 */
function importsOf(path: string, source: string): readonly Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const resolve = (to: string) =>
    to.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), to)) : to;
  const statics = code.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]+?\s+from\s+)?['"]([^'"]+)['"]/gm,
  );
  const dynamics = code.matchAll(/(\btypeof\s+)?\bimport\(\s*(?:['"]([^'"]+)['"])?/g);
  return [...statics, ...dynamics].map(([, type, to]) => ({
    to: to === undefined ? '?' : resolve(to),
    typeOnly: type !== undefined,
  }));
}

function readHouse(): readonly SourceFile[] {
  const root = join(import.meta.dirname, '../src');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('.ts'))
    .map((native) => {
      const path = native.split(sep).join('/');
      const source = readFileSync(join(root, native), 'utf8');
      return { path, lines: source.trimEnd().split('\n').length, imports: importsOf(path, source) };
    });
}

describe('the house', () => {
  const files = readHouse();
  const imports = files.flatMap((file) => file.imports);

  test('was seen', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(imports.length).toBeGreaterThan(300);
    expect(imports.filter(({ typeOnly }) => typeOnly).length).toBeGreaterThan(60);
    for (const place of ['core', 'io', 'audit', 'policy', 'mutual-aid', 'root']) {
      expect(files.filter(({ path }) => placeOf(path) === place).length, place).toBeGreaterThan(3);
    }
    const local = imports.map(({ to }) => to).filter((to) => to.endsWith('.ts'));
    expect(local.filter((to) => !files.some(({ path }) => path === to))).toEqual([]);
  });

  test('keeps its rules', () => {
    expect(violationsOf(files)).toEqual([]);
  });

  test('has no exception that is not needed', () => {
    const paths = files.map(({ path }) => path);
    for (const path of [...Object.keys(acts), ...Object.keys(hashes)]) {
      expect(paths).toContain(path);
    }
    for (const path of Object.keys(hashes)) {
      const file = files.find((one) => one.path === path);
      expect(file?.imports.map(({ to }) => to)).toContain('node:crypto');
    }
    for (const path of Object.keys(acts)) {
      const loaded = files.find((one) => one.path === path)?.imports ?? [];
      const effects = loaded.filter(
        ({ to, typeOnly }) =>
          !typeOnly &&
          (!isLocal(to) || placeOf(to) === 'io' || ['store', 'act'].includes(kindOf(to))),
      );
      expect(effects.length, `${path} does nothing: it is a pure file`).toBeGreaterThan(0);
    }
  });
});

describe('the checker finds planted violations', () => {
  /** What the checker says of a house of one file with one import. */
  const planted = (path: string, to: string, typeOnly = false) =>
    violationsOf([{ path, lines: 10, imports: [{ to, typeOnly }] }]);

  test.each([
    ['core/money.ts', 'io/csv.ts', /core knows neither areas nor effects/],
    ['core/money.ts', 'mutual-aid/facts.ts', /core knows neither/],
    ['core/money.ts', 'node:fs', /nothing but itself/],
    ['core/money.ts', 'kysely', /nothing but itself/],
    ['core/commands.ts', 'node:fs', /nothing but itself/],
    ['io/terminal.ts', 'people/person.ts', /io serves every area and knows none/],
    ['io/terminal.ts', 'main.ts', /knows none/],
    ['io/terminal.ts', 'lodash', /say in this test where the package lodash belongs/],
    ['io/terminal.ts', 'zod', /zod belongs in policy/],
    ['policy/policy.ts', 'mutual-aid/settlement.ts', /mutual-aid stands below policy/],
    ['policy/commands.ts', 'mutual-aid/settlement.ts', /stands below/],
    ['organisation/store.ts', 'people/store.ts', /people stands below organisation/],
    ['audit/change.ts', 'people/person.ts', /stands below audit/],
    ['weather/rain.ts', 'people/person.ts', /weather is no area/],
    ['people/person.ts', 'weather/rain.ts', /weather is no area/],
    ['people/commands.ts', 'main.ts', /the wiring in src/],
    ['mutual-aid/claim/commands.ts', 'people/commands.ts', /only the wiring/],
    ['people/person.ts', 'io/csv.ts', /pure.*import type/],
    ['mutual-aid/settlement.ts', 'io/database.ts', /pure.*import type/],
    ['mutual-aid/settlement.ts', 'node:crypto', /does not act on the machine/],
    ['mutual-aid/settlement.ts', 'node:fs', /does not act on the machine/],
    ['audit/seal.ts', 'node:fs', /does not act on the machine/],
    ['mutual-aid/settlement.ts', 'kysely', /kysely belongs in io, store, act/],
    ['mutual-aid/settlement.ts', 'mutual-aid/store.ts', /rules file loads no store file/],
    ['mutual-aid/settlement.ts', 'mutual-aid/batch/view.ts', /rules file loads no view file/],
    ['people/import.ts', 'audit/change.ts', /rules file loads no act file/],
    ['people/words.ts', 'people/person.ts', /words file loads no rules file/],
    ['people/words.ts', 'io/terminal.ts', /words file is pure/],
    ['people/view.ts', 'people/store.ts', /view file loads no store file/],
    ['people/view.ts', 'io/terminal.ts', /view file is pure/],
    ['mutual-aid/claim-view.ts', 'io/terminal.ts', /view file is pure/],
    ['people/store.ts', 'io/terminal.ts', /not the terminal/],
    ['people/store.ts', 'people/view.ts', /store file loads no view file/],
    ['people/store.ts', 'people/commands.ts', /store file loads no commands file/],
    ['people/store.ts', 'audit/import-run.ts', /store file loads no act file/],
    ['people/store.ts', 'better-sqlite3', /better-sqlite3 belongs in io/],
    ['people/commands.ts', 'better-sqlite3', /better-sqlite3 belongs in io/],
    ['people/commands.ts', 'kysely', /kysely belongs in/],
    ['people/commands.ts', 'inquirer', /inquirer belongs in io/],
    ['people/commands.ts', 'commander', /commander belongs in root/],
    ['policy/load.ts', 'policy/commands.ts', /act file loads no commands file/],
    ['main.ts', 'better-sqlite3', /better-sqlite3 belongs in io/],
    ['people/commands.ts', '?', /computed import/],
    ['people/commands.ts', '../test/run.ts', /outside src/],
  ])('%s may not import %s', (path, to, why) => {
    expect(planted(path, to)).toEqual([expect.stringMatching(why)]);
    expect(planted(path, to)[0]).toContain(`${path} imports ${to}: `);
  });

  test.each([
    ['core/money.ts', 'io/csv.ts'],
    ['core/money.ts', 'people/person.ts'],
    ['io/terminal.ts', 'people/person.ts'],
    ['policy/policy.ts', 'mutual-aid/settlement.ts'],
    ['mutual-aid/view.ts', 'people/commands.ts'],
    ['people/person.ts', 'main.ts'],
  ])('%s may not even import a type of %s', (path, to) => {
    expect(planted(path, to, true)).toHaveLength(1);
  });

  test.each([
    ['core/nearest.ts', 'fastest-levenshtein', false],
    ['io/database.ts', 'better-sqlite3', false],
    ['io/tabular.ts', 'node:fs', false],
    ['audit/seal.ts', 'node:crypto', false],
    ['people/store.ts', 'kysely', false],
    ['people/store.ts', 'io/tables.ts', false],
    ['people/store.ts', 'audit/change.ts', false],
    ['people/person.ts', 'io/session.ts', true],
    ['people/person.ts', 'organisation/unit.ts', false],
    ['people/words.ts', 'core/language.ts', false],
    ['mutual-aid/reason-words.ts', 'mutual-aid/payability.ts', true],
    ['mutual-aid/batch/commands.ts', 'policy/store.ts', false],
    ['mutual-aid/explain/commands.ts', 'mutual-aid/claim/view.ts', false],
    ['reports/year.ts', 'aid/grant.ts', false],
    ['areas.ts', 'people/commands.ts', false],
  ])('%s may import %s', (path, to, typeOnly) => {
    expect(planted(path, to, typeOnly)).toEqual([]);
  });

  test('cycles, but not of types', () => {
    const house = (typeOnly: boolean) =>
      ['a', 'b', 'c'].map((name, at) => ({
        path: `people/${name}.ts`,
        lines: 1,
        imports: [{ to: `people/${'bca'[at]}.ts`, typeOnly: typeOnly && at === 2 }],
      }));
    expect(violationsOf(house(false))).toEqual([
      expect.stringContaining('people/a.ts → people/b.ts → people/c.ts → people/a.ts'),
    ]);
    expect(violationsOf(house(true))).toEqual([]);
  });

  test.each([
    ['people/utils.ts', 10, /gathers what belongs nowhere/],
    ['core/util.ts', 10, /gathers/],
    ['mutual-aid/index.ts', 10, /gathers/],
    ['core/helpers/text.ts', 10, /gathers/],
    ['people/person.ts', 301, /has 301 lines: split it/],
  ])('%s of %i lines', (path, lines, why) => {
    expect(violationsOf([{ path, lines, imports: [] }])).toEqual([expect.stringMatching(why)]);
    expect(violationsOf([{ path: 'people/person.ts', lines: 300, imports: [] }])).toEqual([]);
  });
});

test('imports are read from the source, whatever their form', () => {
  const source = [
    `import { a,\n  b } from '../core/money.ts';`,
    `import type { A } from '../core/report.ts';`,
    `import { type B } from './words.ts';`,
    `import Default, * as all from "kysely";`,
    `import './side-effect.ts';`,
    `export { c } from './claim/claim.ts';`,
    `export type { D } from '../policy/policy.ts';`,
    `const { e } = await import('./batch/store.ts');`,
    `const f = () => import(\n  'node:fs',\n);`,
    `type G = typeof import('../io/terminal.ts');`,
    `const h = await import(name);`,
    `// import { no } from './comment.ts';`,
    `/** import { no } from './comment.ts'; */`,
    `const text = "import"; from('x');`,
  ].join('\n');
  expect(importsOf('mutual-aid/facts.ts', source)).toEqual([
    { to: 'core/money.ts', typeOnly: false },
    { to: 'core/report.ts', typeOnly: true },
    { to: 'mutual-aid/words.ts', typeOnly: false },
    { to: 'kysely', typeOnly: false },
    { to: 'mutual-aid/side-effect.ts', typeOnly: false },
    { to: 'mutual-aid/claim/claim.ts', typeOnly: false },
    { to: 'policy/policy.ts', typeOnly: true },
    { to: 'mutual-aid/batch/store.ts', typeOnly: false },
    { to: 'node:fs', typeOnly: false },
    { to: 'io/terminal.ts', typeOnly: true },
    { to: '?', typeOnly: false },
  ]);
});
