import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
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
const worthThreads = 32;
const mostThreads = 4;
/** So many ranges each thread may be ahead: enough never to wait, little enough for flat memory. */
const ahead = 4;

/**
 * Settles ranges of persons and gives them in their order. A large office is settled on threads that read the
 * same file beside the writing; while the next range in order is not there, this thread settles one itself.
 * @param script the threads' program; undefined where this thread has to do it alone, as the others would not see
 * what it has changed and not committed
 */
export async function* settleRanges(
  database: Database,
  task: SettlementTask,
  ranges: readonly number[],
  script: string | undefined,
): AsyncGenerator<SettledRange> {
  const count = ranges.length < worthThreads ? 0 : Math.min(mostThreads, availableParallelism());
  // This thread is one of them.
  const threads = await Threads.start(count - 1, script, { path: database.path, task });
  try {
    let next = 0;
    for (const at of ranges.keys()) {
      while (!threads.settled.has(at)) {
        while (next < ranges.length && threads.ask(next, ranges[next] as number)) next += 1;
        await setImmediate();
        if (threads.settled.has(at)) break;
        if (next < ranges.length) {
          const settled = await settleRange(database.query, task, ranges[next] as number);
          threads.settled.set(next, settled);
          next += 1;
        } else await threads.answered();
      }
      yield threads.settled.get(at) as SettledRange;
      threads.settled.delete(at);
    }
  } finally {
    await threads.stop();
  }
}

/** Threads that settle what they are asked, each in the order of asking. */
class Threads {
  /** What is settled and not taken yet, by the range's place. */
  readonly settled = new Map<number, SettledRange>();
  private readonly threads: readonly { readonly worker: Worker; readonly asked: number[] }[];
  private failure: Error | undefined;
  private wake = () => {};

  /** Starts so many threads; what they need is loaded only where there are any. */
  static async start(
    count: number,
    script: string | undefined,
    workerData: ThreadData,
  ): Promise<Threads> {
    if (count <= 0 || script === undefined) return new Threads([]);
    const { Worker } = await import('node:worker_threads');
    return new Threads(Array.from({ length: count }, () => new Worker(script, { workerData })));
  }

  private constructor(workers: readonly Worker[]) {
    this.threads = workers.map((worker) => {
      const asked: number[] = [];
      worker.on('message', (answer: Answer) => this.take(asked.shift() as number, answer));
      worker.on('error', (error) => this.fail(error));
      return { worker, asked };
    });
  }

  /**
   * Asks a thread for the range at a place.
   * @returns false where all have enough to do
   * @throws what went wrong on a thread, before anything is settled in vain
   */
  ask(at: number, from: number): boolean {
    if (this.failure) throw this.failure;
    const idle = this.threads.find(({ asked }) => asked.length < ahead);
    idle?.asked.push(at);
    idle?.worker.postMessage(from);
    return idle !== undefined;
  }

  /** Waits for an answer. @throws what went wrong on a thread */
  async answered(): Promise<void> {
    if (!this.failure) await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.failure) throw this.failure;
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private take(at: number, answer: Answer): void {
    if ('rows' in answer) this.settled.set(at, answer);
    else this.fail(Object.assign(new Error(answer.message), { code: answer.code }));
    this.wake();
  }

  private fail(error: Error): void {
    this.failure = error;
    this.wake();
  }
}
