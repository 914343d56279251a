import { type CivilDate, daysLater } from '../../core/civil-date.ts';
import { lastDayOf } from '../../core/quarter.ts';
import { type Policy, type PolicyVersion, versionOn } from '../../policy/policy.ts';
import { type BatchStatus, waitingStatuses } from './batch.ts';

/** A step that people take with a batch (SPEC 11). */
export type Step = 'announce' | 'objection' | 'approve' | 'void' | 'pay' | 'result' | 'close';

/** From which states each step may be taken; whether approval needs an announcement is for the policy. */
export const statesFor: Readonly<Record<Step, readonly BatchStatus[]>> = {
  announce: ['computed'],
  objection: ['announced'],
  approve: waitingStatuses,
  void: waitingStatuses,
  pay: ['approved', 'paid'],
  result: ['approved', 'paid'],
  close: ['paid'],
};

/** How a quarter's batch is announced: by the policy's version in force on the quarter's last day, if at all. */
export function announcementFor(
  policy: Policy,
  quarter: string,
): PolicyVersion['announcement'] | undefined {
  return versionOn(policy, lastDayOf(quarter))?.announcement;
}

/** The first day on which a batch can be approved: when it has stood announced for the policy's days. */
export function approvableFrom(announcedOn: CivilDate, days: number): CivilDate {
  return daysLater(announcedOn, days);
}
