import type { AreaCheck } from '../../audit/verify.ts';
import { say } from '../../core/language.ts';
import { contentOf } from './store.ts';
import { words } from './words.ts';

/** Compares each batch's rows with the hash that was sealed when they were written. */
export const checkBatchContents: AreaCheck = async (query) => {
  const batches = await query
    .selectFrom('batch')
    .select(['id', 'name', 'content', 'people'])
    .execute();
  const findings = [];
  let rows = 0;
  for (const { id, name, content, people } of batches) {
    rows += people;
    if ((await contentOf(query, id)) !== content)
      findings.push(say(words.contentChanged, { batch: name }));
  }
  return { rows, findings };
};
