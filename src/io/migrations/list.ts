import { factsAndBatches } from './0001-facts-and-batches.ts';
import type { Migration } from './run.ts';

/** All migrations, oldest first. */
export const migrations: readonly Migration[] = [factsAndBatches];
