import type { Choice } from '../../core/field.ts';

/**
 * What an operator may do besides reading: `record` facts, receipts, applications, opinions, visits and requests;
 * `review`: hold, return, refuse; `approve` grants, loans and batches; `manage` money, settlement, policy, operators.
 */
export type Right = 'record' | 'review' | 'approve' | 'manage';

/** What operators of a role may do, within their unit and below (SPEC 13). The policy says which roles there are. */
export interface Role extends Choice {
  readonly may: readonly Right[];
}
