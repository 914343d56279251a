import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../io/database.ts';
import { settleRange } from './range.ts';
import type { Answer, ThreadData } from './threads.ts';

// A thread of its own: settles the ranges it is asked for, one after the other.
const { path, task } = workerData as ThreadData;
const { query } = openReader(path);
let last: Promise<void> = Promise.resolve();

async function answer(from: number): Promise<Answer> {
  try {
    return await settleRange(query, task, from);
  } catch (error) {
    // On the way to another thread an error would lose its code, and with it what SQLite had to say.
    const { message, code } = error as Error & { code?: string };
    return { message, code };
  }
}

parentPort?.on('message', (from: number) => {
  last = last.then(async () => parentPort?.postMessage(await answer(from)));
});
