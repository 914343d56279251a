import type { Session } from '../../io/session.ts';
import { batchHeads } from './store.ts';
import { statusTitle } from './view.ts';
import { words } from './words.ts';

/** Asks for a batch, the latest first. @returns its name; undefined where there is none */
export async function askBatch(session: Session): Promise<string | undefined> {
  const { query } = await session.database();
  const heads = (await batchHeads(query)).toReversed();
  if (heads.length === 0) return undefined;
  const options = heads.map(({ name, status }) => ({
    name: `${name}  ${session.terminal.words(statusTitle(status))}`,
    value: name,
  }));
  return session.prompter.choose(words.whichBatch, options);
}
