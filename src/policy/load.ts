import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Failure } from '../core/failure.ts';
import { type Said, say } from '../core/language.ts';
import type { Session } from '../io/session.ts';
import { type ExampleResult, runExamples, type Settle } from './examples.ts';
import type { PolicyFault } from './faults.ts';
import type { Policy } from './policy.ts';
import { words } from './words.ts';

/** A policy file, read and checked. */
export interface Checked {
  readonly path: string;
  readonly sha256: string;
  readonly source: string;
  /** Null where the file has faults. */
  readonly policy: Policy | null;
  readonly faults: readonly PolicyFault[];
  readonly examples: readonly ExampleResult[];
}

/** Reads a policy file, checks it and works its examples out. @throws rejected where it cannot be read */
export async function checkFile(path: string, settle: Settle): Promise<Checked> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Failure('rejected', say(words.fileUnreadable, { path }));
  }
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('rejected', say(words.fileNotUtf8, { path }));
  }
  const file = { path, source, sha256: createHash('sha256').update(bytes).digest('hex') };
  // What reads YAML is large, and only a policy file needs it.
  const { readPolicy } = await import('./read.ts');
  const read = readPolicy(source);
  if (!('policy' in read)) return { ...file, policy: null, faults: read, examples: [] };
  const examples = runExamples(read.policy, read.examples, settle);
  return { ...file, policy: read.policy, faults: [], examples };
}

/** Everything that keeps a policy from being put in force, each with its line (SPEC 6). */
export function complaints({ path, faults, examples }: Checked): readonly Said[] {
  return [
    ...faults.map(({ line, said }) => say(words.faultAt, { path, line, fault: said })),
    ...examples
      .filter(({ ok }) => !ok)
      .map(({ name, line, failures }) => say(words.exampleFails, { path, line, name, failures })),
  ];
}

/** A policy that may be put in force. @throws rejected, after telling every complaint, where it may not */
export function mustHold(
  session: Session,
  checked: Checked,
): Checked & { readonly policy: Policy } {
  const wrong = complaints(checked);
  const { path, policy } = checked;
  if (policy && wrong.length === 0) return { ...checked, policy };
  for (const complaint of wrong) session.terminal.warn(complaint);
  throw new Failure('rejected', say(words.cannotBeUsed, { path, n: wrong.length }));
}
