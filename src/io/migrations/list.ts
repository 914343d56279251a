import { factsAndBatches } from './0001-facts-and-batches.ts';
import { money } from './0002-money.ts';
import { specialRelief } from './0003-special-relief.ts';
import { threeLevelsTenFunds } from './0004-three-levels-ten-funds.ts';
import type { Migration } from './run.ts';

/** All migrations, oldest first. */
export const migrations: readonly Migration[] = [
  factsAndBatches,
  money,
  specialRelief,
  threeLevelsTenFunds,
];
