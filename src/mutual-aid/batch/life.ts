import { type CivilDate, daysLater } from '../../core/civil-date.ts';
import { lastDayOf } from '../../core/quarter.ts';
import { type Policy, type PolicyVersion, versionOn } from '../../policy/policy.ts';
import type { BatchStatus } from './batch.ts';

/** A step that people take with a batch (SPEC 11). */
export type Step = 'announce' | 'objection' | 'approve' | 'void' | 'pay' | 'result' | 'close';

/** From which states each step may be taken; whether approval needs an announcement is for the policy. */
export const statesFor: Readonly<Record<Step, readonly BatchStatus[]>> = {
  announce: ['computed'],
  objection: ['announced'],
  approve: ['computed', 'announced'],
  void: ['computed', 'announced'],
  pay: ['approved', 'paid'],
  result: ['approved', 'paid'],
  close: ['paid'],
};

/** The policy's rules for a quarter's batch: the version in force on the quarter's last day. */
export function rulesFor(policy: Policy, quarter: string): PolicyVersion | undefined {
  return versionOn(policy, lastDayOf(quarter));
}

/** The first day on which a batch can be approved: when it has stood announced for the policy's days. */
export function approvableFrom(announcedOn: CivilDate, days: number): CivilDate {
  return daysLater(announcedOn, days);
}
