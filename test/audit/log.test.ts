import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { actions, actionTitle } from '../../src/audit/action-words.ts';
import { stateChanges } from '../../src/mutual-aid/claim/states.ts';
import { Office } from '../office.ts';

const src = join(import.meta.dirname, '../../src');
const source = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(src, path), 'utf8'))
  .join('\n');

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('every action that is written has its words, and none that is not', () => {
  // Also where one of two is handed in: `action: 'post.add' | 'post.join'`.
  const outright = [...source.matchAll(/action: ('[a-z-]+\.[a-z-]+'(?: \| '[a-z-]+\.[a-z-]+')*)/g)]
    .flatMap(([, actions = '']) => actions.split(' | '))
    .map((action) => action.slice(1, -1));
  // What is put together: one line for each such place.
  const composed = [...source.matchAll(/action: `([^`]+)`/g)].map(([, action]) => action).sort();
  const place = '$';
  expect(composed).toEqual(
    [
      ...[`claim.${place}{name}`, `recognition.${place}{action}`, `grant.${place}{step.action}`],
      `${place}{entity}.import`,
    ].sort(),
  );
  const imported = [
    ...['unit', 'person', 'enrolment', 'recognition', 'hospital', 'claim'],
    ...['official', 'pairing', 'visit', 'loan', 'in-kind'],
    ...['hardship', 'family', 'grant', 'post'],
  ];
  const written = [
    ...outright,
    ...stateChanges.map(({ verb }) => `claim.${verb}`),
    ...['recognition.edit', 'recognition.end'],
    ...['endorse', 'return', 'approve', 'refuse', 'withdraw'].map((step) => `grant.${step}`),
    ...imported.map((entity) => `${entity}.import`),
  ];
  expect(new Set(Object.keys(actions))).toEqual(new Set(written));
  expect(actionTitle('no.such')).toEqual({ en: 'no.such', zh: 'no.such' });
});

test('the log and the steps of a batch show the time here; files carry UTC and codes', async () => {
  const office = await Office.open('2026-07-05');
  await office.look((query) =>
    query.updateTable('audit').set({ at: '2026-06-30T16:30:00.000Z' }).execute(),
  );
  process.env['TZ'] = 'Asia/Shanghai';
  expect(await office.done('audit', 'log', '--lang', 'zh')).toMatch(
    /2026-07-01 00:30:00 .*施行政策/,
  );
  expect(await office.done('audit', 'log', '--csv')).toMatch(
    /2026-06-30T16:30:00.000Z,.*policy\.use/,
  );
  const counted = async (...narrow: string[]) =>
    (await office.json<unknown[]>('audit', 'log', ...narrow)).length;
  expect(await counted('--since', '2026-07-01', '--until', '2026-07-01')).toBe(1);
  expect(await counted('--until', '2026-06-30')).toBe(0);
  office.close();
});
