import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { required } from '../../src/core/field.ts';
import { render } from '../../src/core/language.ts';
import { parseText } from '../../src/core/text.ts';
import { Session } from '../../src/io/session.ts';
import { Terminal } from '../../src/io/terminal.ts';

const field = (name: string) => required({ name, title: { en: name, zh: name }, parse: parseText });
const fields = { who: field('who'), no: field('no') };

let session: Session;
let typed: PassThrough;
let listeners: number;

beforeEach(() => {
  listeners = process.listenerCount('SIGINT');
  typed = new PassThrough();
  const atTerminal = (stream: PassThrough) => Object.assign(stream, { isTTY: true });
  const shown = new PassThrough();
  shown.resume();
  const streams = { in: atTerminal(typed), out: atTerminal(shown), err: atTerminal(shown) };
  session = new Session(new Terminal(streams as never, 'en', 'screen', false), {
    databasePath: async () => '',
    operator: 'wang',
    today: '2026-07-05',
    now: () => '2026-07-05T00:00:00.000Z',
    yes: false,
    packageFolder: '',
  });
});

afterEach(() => {
  expect(process.listenerCount('SIGINT')).toBe(listeners);
});

const interrupted = async (work: Promise<unknown>) => {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(Failure);
  const { kind, said } = failure as Failure;
  expect(kind).toBe('refused');
  expect(render(said, 'en')).toBe('stopped; what was not yet confirmed was not saved');
};

const interrupt = () => process.emit('SIGINT');

test('Ctrl-C between two questions ends as Ctrl-C in one', async () => {
  const who = async () => {
    interrupt();
    return '王建国';
  };
  await interrupted(session.record(fields, {}, { who }));
});

test('also after the last answer, before anything is done with it', async () => {
  const answer = async () => 'x';
  const check = async () => {
    interrupt();
    return [];
  };
  await interrupted(session.record(fields, {}, { who: answer, no: answer }, check));
});

test('also where the signal comes while a question is being put', async () => {
  const asked = session.record(fields, { who: '王建国' });
  setTimeout(interrupt, 20);
  await interrupted(asked);
});

test('across records that are asked for in turn', async () => {
  const answer = async () => 'x';
  await interrupted(
    session.prompter.inTurn(async () => {
      await session.record(fields, {}, { who: answer, no: answer });
      interrupt();
      await session.confirm({ en: 'Save?', zh: '保存？' });
    }),
  );
});

test('where nothing is asked, Ctrl-C is left to the system', async () => {
  const check = async () => {
    expect(process.listenerCount('SIGINT')).toBe(listeners);
    return [];
  };
  await session.record(fields, { who: 'a', no: 'b' }, {}, check);
});
