import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Database } from '../../io/database.ts';
import { type SettledRange, type SettlementTask, settleRange } from './range.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly path: string;
  readonly task: SettlementTask;
}

/** What a thread answers to a range, in the order of asking: its settlement, or what went wrong. */
export type Answer = SettledRange | { readonly message: string; readonly code: string | undefined };

/** Fewer ranges are done before another thread has started. */
const worthThreads = 16;
const mostThreads = 4;
/** So far each thread may be ahead of the writing: enough never to wait, little enough for flat memory. */
const ahead = 3;

/**
 * Settles ranges of persons and gives them in their order: here for a small office, for a large one on
 * threads that read the same file beside the writing.
 * @param script the thread's program
 */
export async function* settleRanges(
  database: Database,
  task: SettlementTask,
  ranges: readonly number[],
  script: string,
): AsyncGenerator<SettledRange> {
  if (ranges.length < worthThreads) {
    for (const from of ranges) yield settleRange(database.query, task, from);
    return;
  }
  const workerData: ThreadData = { path: database.path, task };
  const count = Math.min(mostThreads, availableParallelism());
  const threads = Array.from({ length: count }, () => {
    const worker = new Worker(script, { workerData });
    return { worker, answers: on(worker, 'message') };
  });
  const ask = (at: number) => {
    if (at < ranges.length) threads[at % count]?.worker.postMessage(ranges[at]);
  };
  try {
    for (let at = 0; at < count * ahead; at += 1) ask(at);
    for (const at of ranges.keys()) {
      const { value } = (await threads[at % count]?.answers.next()) ?? {};
      ask(at + count * ahead);
      yield settledOf(value[0] as Answer);
    }
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

function settledOf(answer: Answer): SettledRange {
  if ('rows' in answer) return answer;
  throw Object.assign(new Error(answer.message), { code: answer.code });
}
