import { join } from 'node:path';
import { change } from '../audit/change.ts';
import { Failure } from '../core/failure.ts';
import { render, say } from '../core/language.ts';
import { type Verb, verb } from '../core/verb.ts';
import { createDatabase } from '../io/database.ts';
import { textOption } from '../io/listing.ts';
import type { Session } from '../io/session.ts';
import { isKept } from '../organisation/operator/operator.ts';
import { allOperators } from '../organisation/operator/store.ts';
import { diffPolicies } from './diff.ts';
import type { Settle } from './examples.ts';
import { type Checked, checkFile, complaints, mustHold } from './load.ts';
import type { Policy } from './policy.ts';
import { insertPolicy, policyInForce } from './store.ts';
import { diffTable, type ReceiptTitle, versionBlocks } from './view.ts';
import { words } from './words.ts';

const fileArgument = [{ name: 'file', about: words.fileArgument }];

async function putInForce(
  session: Session,
  { sha256, source, policy }: Checked & { policy: Policy },
) {
  await change(session, async (writer) => {
    await mustKeepOperators(session, policy);
    await insertPolicy(writer, { sha256, source, policy }, session.surroundings.now());
    const detail = { scheme: policy.scheme, sha256 };
    return {
      result: undefined,
      entry: { action: 'policy.use', entity: 'policy', key: policy.scheme, detail },
    };
  });
}

/** Refuses a policy under which, today or later, nobody could register operators: it would lock the office out. */
async function mustKeepOperators(session: Session, { versions }: Policy): Promise<void> {
  const { query } = await session.database();
  const operators = await allOperators(query);
  if (operators.length === 0) return;
  const { today } = session;
  const upTo = versions.filter(({ in_force_from }) => in_force_from <= today).length;
  for (const { roles, in_force_from } of versions.slice(Math.max(0, upTo - 1))) {
    const day = in_force_from < today ? today : in_force_from;
    if (isKept(operators, roles, day)) continue;
    const kept = operators.filter(({ topmost, to }) => topmost && to === null);
    const needed = [...new Set(kept.map(({ role }) => role))];
    throw new Failure('refused', say(words.locksOut, { day, roles: needed }));
  }
}

/** `relief init`. @param settle the settlement that examples are worked out with */
export function initVerb(settle: Settle): Verb<Session> {
  return verb({
    name: 'init',
    summary: words.initSummary,
    options: { policy: textOption(words.policyOption, 'FILE') },
    examples: ['relief init', 'relief init --db office.db --policy data/policies/xishan.yaml'],
    async run(session: Session, _args, options) {
      const standard = join(session.surroundings.packageFolder, 'data/policies/xishan.yaml');
      const checked = mustHold(session, await checkFile(options.policy ?? standard, settle));
      const path = await session.surroundings.databasePath();
      (await createDatabase(path)).close();
      await putInForce(session, checked);
      const { scheme } = checked.policy;
      await session.terminal.print({
        blocks: [{ good: say(words.initDone, { path, scheme }) }],
        json: { database: path, policy: checked.sha256, scheme },
      });
    },
  });
}

function checkVerb(settle: Settle): Verb<Session> {
  return verb({
    name: 'check',
    summary: words.checkSummary,
    arguments: fileArgument,
    examples: ['relief policy check data/policies/xishan.yaml'],
    async run(session: Session, [path = '']) {
      const checked = await checkFile(path, settle);
      const { lang, format } = session.terminal;
      const wrong = complaints(checked);
      const json = {
        file: path,
        sha256: checked.sha256,
        ok: wrong.length === 0,
        faults: checked.faults.map(({ line, said }) => ({ line, message: render(said, lang) })),
        examples: checked.examples.map(({ name, line, ok, failures }) => ({
          ...{ name: render(name, lang), line, ok },
          failures: failures.map((failure) => render(failure, lang)),
        })),
      };
      if (format === 'json') {
        await session.terminal.print({ blocks: [], json });
        if (wrong.length > 0) session.exitCode = 3;
        return;
      }
      const { examples } = mustHold(session, checked);
      const good = say(words.holds, { path, examples: examples.length });
      await session.terminal.print({ blocks: [{ good }], json });
    },
  });
}

function useVerb(settle: Settle): Verb<Session> {
  return verb({
    name: 'use',
    summary: words.useSummary,
    arguments: fileArgument,
    examples: ['relief policy use data/policies/xishan.yaml'],
    async run(session: Session, [path = '']) {
      const checked = mustHold(session, await checkFile(path, settle));
      const { query } = await session.database();
      const inForce = await policyInForce(query);
      const json = { scheme: checked.policy.scheme, sha256: checked.sha256 };
      if (inForce.sha256 === checked.sha256) {
        return session.terminal.print({ blocks: [{ good: words.inForceAlready }], json });
      }
      await mustKeepOperators(session, checked.policy);
      if (session.interactive) {
        const changes = diffPolicies(inForce.policy, checked.policy);
        await session.terminal.print({ blocks: [{ table: diffTable(changes) }], json });
        await session.confirm(words.useConfirm);
      }
      await putInForce(session, checked);
      const facts = { scheme: checked.policy.scheme, sha: checked.sha256.slice(0, 12) };
      await session.terminal.print({ blocks: [{ good: say(words.inForce, facts) }], json });
    },
  });
}

function diffVerb(settle: Settle): Verb<Session> {
  return verb({
    name: 'diff',
    summary: words.diffSummary,
    arguments: fileArgument,
    examples: ['relief policy diff xishan-2027.yaml'],
    async run(session: Session, [path = '']) {
      const checked = mustHold(session, await checkFile(path, settle));
      const { query } = await session.database();
      const changes = diffPolicies((await policyInForce(query)).policy, checked.policy);
      const table = diffTable(changes);
      const blocks = changes.length > 0 ? [{ table }] : [{ good: words.noDifference }];
      await session.terminal.print({ blocks, json: changes, csv: table });
    },
  });
}

function showVerb(receiptTitle: ReceiptTitle): Verb<Session> {
  return verb({
    name: 'show',
    summary: words.showSummary,
    options: { source: { about: words.sourceOption, flag: true } },
    examples: ['relief policy show', 'relief policy show --source'],
    async run(session: Session, _args, options) {
      const { query } = await session.database();
      const { policy, sha256, source } = await policyInForce(query);
      if (options.source) {
        session.terminal.streams.out.write(source);
        return;
      }
      const head = {
        facts: [
          [words.policyTitle, policy.title],
          [words.identity, sha256],
        ] as const,
      };
      const blocks = [
        head,
        ...policy.versions.flatMap((version) => versionBlocks(version, receiptTitle)),
      ];
      await session.terminal.print({ blocks, json: { sha256, ...policy } });
    },
  });
}

/**
 * The verbs of `relief policy`.
 * @param settle the settlement that examples are worked out with
 * @param receiptTitle what a receipt type is called
 */
export function policyVerbs(settle: Settle, receiptTitle: ReceiptTitle): readonly Verb<Session>[] {
  return [showVerb(receiptTitle), checkVerb(settle), useVerb(settle), diffVerb(settle)];
}
