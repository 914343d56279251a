import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimsFile, Desk, openOffice, surroundings } from '../run.ts';

const bin = fileURLToPath(new URL('../../bin/relief.js', import.meta.url));
const reasonOf = (rejects: string) =>
  rejects
    .split('\n')
    .filter((line) => line !== '')
    .at(-1);

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => {
  desk.clear();
  expect(desk.said).not.toMatch(/^ {4}at |RELIEF_DEBUG|Error:/m);
});

describe('a file to import', () => {
  const good = Array.from({ length: 5_000 }, (_, at) => `医院${at},yes`);
  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['a quotation mark never closed', '"医院甲,yes', /line 5002: a quotation mark opens here/],
    ['a cell of 10 MB', `${'医'.repeat(3_500_000)},yes`, /line 5002: the row that begins here is/],
    ['a quoted cell of 10 MB', `"${'a\n'.repeat(5e6)}",yes`, /line 5002: the row that begins/],
  ];
  it.each(bad)('with %s names the line and imports nothing', async (_what, line, says) => {
    await openOffice(desk, []);
    const file = desk.write('h.csv', ['name,designated', ...good, line, ...good].join('\n'));
    const { code, err } = await desk.run(['hospital', 'import', file]);
    expect(code).toBe(3);
    expect(err).toMatch(says);
    expect(err).toContain('Nothing was imported');
    expect((await desk.json<unknown[]>('hospital', 'list')).length).toBe(0);
    expect(readdirSync(desk.folder).sort()).toEqual(['h.csv', 'office.db']);
  });

  it('with a quotation mark in the middle of a cell names its line', async () => {
    await openOffice(desk, []);
    for (const before of [1, 5_000]) {
      const lines = ['name,designated', ...good.slice(0, before), '医"院,yes', '医院乙,yes'];
      const { code, err } = await desk.run(['hospital', 'import', '-'], {
        input: lines.join('\n'),
      });
      expect(code).toBe(3);
      expect(err).toContain(`line ${before + 2}: a quotation mark stands in the middle`);
    }
  });

  it('whose bytes fit no encoding late in the file names the line', async () => {
    await openOffice(desk, []);
    const head = Buffer.from(`name,designated\n${good.join('\n')}\n`);
    const input = Buffer.concat([head, Buffer.from([0xff, 0xff, 0x01, 0x2c, 0x79, 0x0a])]);
    const { code, err } = await desk.run(['hospital', 'import', '-'], { input });
    expect(code).toBe(3);
    expect(err).toMatch(/line 5002: these bytes are neither/);
  });

  it('of random bytes is never more than an error', async () => {
    await openOffice(desk, []);
    let seed = 1;
    for (let round = 0; round < 10; round += 1) {
      const noise = Buffer.from(
        Array.from({ length: 3_000 }, () => {
          seed = (seed * 48_271) % 2_147_483_647;
          return seed & 0xff;
        }),
      );
      const head = round % 2 ? Buffer.from('name,designated\n') : Buffer.alloc(0);
      const input = Buffer.concat([head, noise]);
      const { code, err } = await desk.run(['hospital', 'import', '-'], { input });
      expect(code).toBe(3);
      expect(err.length).toBeGreaterThan(20);
    }
  });

  const unwritable = async (rejects: string) => {
    await openOffice(desk);
    mkdirSync(desk.path('folder'));
    const input = claimsFile(
      '00001,inpatient,ZY-1,2026-07-15,晋岭总医院,9000,5000,3000,',
      '00001,inpatient,ZY-2,2026-07-35,晋岭总医院,9000,5000,3000,',
    );
    const { code, err } = await desk.run(['claim', 'import', '-', '--rejects', rejects], { input });
    expect(await desk.json('claim', 'list')).toEqual([]);
    expect(readdirSync(desk.folder).sort()).toEqual(['folder', 'office.db']);
    expect(err).toMatch(/the rejects file .* cannot be written; nothing was imported/);
    expect(code).toBe(4);
  };
  it('whose rejects go into no folder imports nothing', () => unwritable('nowhere/rejects.csv'));
  it('whose rejects go into a file as if it were a folder imports nothing', () =>
    unwritable('office.db/rejects.csv'));
  it('whose rejects bear the name of a folder imports nothing', () => unwritable('folder'));

  // A short row of the rejects file must keep its line and reason under their headings: a spreadsheet
  // fills every row up to the widest when it saves, and the line number would become the days in hospital.
  it('keeps the line and reason of a short row under their headings', async () => {
    await openOffice(desk);
    const input = claimsFile('00001,inpatient,ZY-1,2026-07-15,晋岭总医院,9000,5000,3000').replace(
      'received_on',
      'stay_days',
    );
    await desk.run(['claim', 'import', '-', '--rejects', 'r.csv'], { input });
    const [header = '', row = ''] = readFileSync(desk.path('r.csv'), 'utf8').trim().split('\n');
    const cells = row.replace(/"[^"]*"/, 'reason').split(',').length;
    const widened = row + ','.repeat(Math.max(0, header.split(',').length - cells));
    const again = await desk.run(['claim', 'import', '-', '--rejects', 'again.csv'], {
      input: `${header}\n${widened}\n`,
    });
    const [claim] = await desk.json<{ stay_days: number | null }[]>('claim', 'list');
    expect({ code: again.code, days: claim?.stay_days ?? null }).not.toEqual({ code: 0, days: 2 });
    expect(cells).toBe(header.split(',').length);
  });
});

describe('what is printed', () => {
  it('never holds an escape that came in, on any way in', async () => {
    await openOffice(desk);
    const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m';
    const id = '140105198505050084';
    const person = ['--employee-no', '00099', '--id-no', id, '--category', 'active'];
    const runs = [
      ['person', 'add', ...person, '--name', evil, '--unit', 'M1'],
      ['person', 'add', ...person, '--name', '甲', '--unit', evil],
      ['person', 'show', evil],
      ['claim', 'show', evil],
      ['claim', 'list', '--state', evil],
      ['claim', 'list', '--text', evil],
      ['hospital', 'add', '--name', evil, '--designated', 'yes'],
      ['hospital', 'show', evil],
      ['settle', '--quarter', evil],
      ['batch', 'show', evil],
      ['policy', 'check', evil],
      ['claim', 'import', evil],
      ['claim', 'list', '--db', evil],
      ['claim', 'list', '--as', evil],
      ['claim', 'list', '--lang', evil],
      [evil],
      ['claim', evil],
      ['claim', 'list', `--${evil}`],
    ];
    for (const argv of runs) {
      const { code, out, err } = await desk.run(argv);
      expect({ argv, raw: hasEscape(out + err) }).toEqual({ argv, raw: false });
      if (!argv.includes('--text')) expect({ argv, code }).not.toEqual({ argv, code: 0 });
    }
    const input = `employee_no,name,id_no,category,unit,${evil}\n00099,甲,${id},active,M1,\n`;
    const header = await desk.run(['person', 'import', '-'], { input });
    expect(hasEscape(header.out + header.err)).toBe(false);
    const row = `employee_no,name,id_no,category,unit\n00099,${evil},${id},active,M1\n`;
    const { code, out, err } = await desk.run(['person', 'import', '-'], { input: row });
    expect(code).toBe(3);
    expect(hasEscape(out + err)).toBe(false);
  });

  it('is cut off without a fuss where the reader leaves early', async () => {
    await openOffice(desk);
    const rows = Array.from(
      { length: 3_000 },
      (_, at) => `00001,inpatient,ZY-${at},2026-07-15,晋岭总医院,9000,5000,3000,2026-07-20`,
    );
    await desk.ok(['claim', 'import', '-'], { input: claimsFile(...rows) });
    for (const format of ['--csv', '--json', '--limit=3000']) {
      const line = `'${process.execPath}' '${bin}' claim list ${format} 2>err | head -1; wc -c < err`;
      const out = execFileSync('sh', ['-c', line], {
        cwd: desk.folder,
        env: surroundings(desk.folder),
        timeout: 20_000,
      }).toString();
      expect(out.trimEnd().split('\n').at(-1)?.trim()).toBe('0');
    }
  });

  it('as CSV is harmless to a spreadsheet, and comes back as it was', async () => {
    await openOffice(desk);
    const names = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '=HYPERLINK("http://a","b")'];
    for (const name of names) {
      await desk.ok(['hospital', 'add', `--name=${name}`, '--designated', 'yes']);
    }
    const csv = await desk.ok(['hospital', 'list', '--csv']);
    for (const line of csv.split('\n')) expect(line).not.toMatch(/^"?[=+\-@]/);
    const back = await desk.json<Record<string, unknown>>('hospital', 'list');
    const fresh = new Desk();
    await openOffice(fresh, []);
    const said = await fresh.run(['hospital', 'import', '-', '--json'], { input: csv });
    expect(JSON.parse(said.out)).toMatchObject({ imported: 8, rejected: 0 });
    expect(await fresh.json('hospital', 'list')).toEqual(back);
    const same = await desk.run(['hospital', 'import', '-', '--json'], { input: csv });
    expect(JSON.parse(same.out)).toMatchObject({ imported: 0, unchanged: 8, rejected: 0 });
    fresh.clear();
  });

  it('of a formula in a rejected row is harmless in the rejects file too', async () => {
    await openOffice(desk, []);
    const input = 'name,designated\n=1+1,maybe\n';
    await desk.run(['hospital', 'import', '-', '--rejects', 'r.csv'], { input });
    expect(reasonOf(readFileSync(desk.path('r.csv'), 'utf8'))).toMatch(/^'=1\+1,maybe,2,/);
    const mended = readFileSync(desk.path('r.csv'), 'utf8').replace(',maybe,', ',yes,');
    await desk.ok(['hospital', 'import', '-'], { input: mended });
    expect(await desk.ok(['hospital', 'list', '--json'])).toContain('"=1+1"');
  });
});

describe('approval', () => {
  // A change that takes nothing from the batch must not keep it from being approved for good.
  const afterwards: readonly (readonly [string, readonly string[][]])[] = [
    [
      'a claim held and released',
      [
        ['claim', 'hold', 'ZY-1', '--reason', '票据存疑'],
        ['claim', 'release', 'ZY-1'],
      ],
    ],
    ['a claim of another quarter held', [['claim', 'hold', 'ZY-2', '--reason', '票据存疑']]],
  ];
  it.each(afterwards)('is possible once settled again after %s', async (_what, changes) => {
    await openOffice(desk);
    const input = claimsFile(
      '00001,inpatient,ZY-1,2026-07-15,晋岭总医院,9000,5000,3000,2026-07-20',
      '00003,special-exam,ZY-2,2026-10-05,晋岭总医院,9000,5000,3000,2026-10-06',
    );
    await desk.ok(['claim', 'import', '-'], { input });
    await desk.ok(['settle', '--quarter', '2026Q3']);
    for (const change of changes) await desk.ok(change);
    await desk.ok(['settle', '--quarter', '2026Q3']);
    const { code, err } = await desk.run(['batch', 'approve', '2026Q3-1', '--as', 'li']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

function hasEscape(text: string): boolean {
  return [...text].some((char) => {
    const code = char.charCodeAt(0);
    return (code < 0x20 && char !== '\n') || (code >= 0x7f && code <= 0x9f);
  });
}
