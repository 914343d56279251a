import type { Choice } from '../core/field.ts';
import type { Cause, Source } from './entry.ts';
import { words } from './words.ts';

/** Where deposits come from, with their usual names (SPEC 2, 10). */
export const sources: readonly Choice<Source>[] = [
  { code: 'appropriation', title: words.appropriation, also: ['拨款'] },
  { code: 'union', title: words.union, also: ['工会', '工会经费'] },
  { code: 'donation', title: words.donation, also: ['捐款', '干部职工捐款'] },
  {
    code: 'supplementary-insurance',
    title: words.supplementaryInsurance,
    also: ['补充医疗保险', '补充医保', '补充医保划拨'],
  },
];

/** What causes entries, in the order in which money goes through a fund. */
export const causes: readonly Choice<Cause>[] = [
  { code: 'opening', title: words.opening },
  { code: 'deposit', title: words.causeDeposit },
  { code: 'dues', title: words.causeDues },
  { code: 'dues-returned', title: words.causeDuesReturned },
  { code: 'batch-approved', title: words.causeBatchApproved },
  { code: 'batch-paid', title: words.causeBatchPaid },
  { code: 'advance', title: words.causeAdvance },
  { code: 'repayment', title: words.causeRepayment },
  { code: 'grant-approved', title: words.causeGrantApproved },
  { code: 'grant-paid', title: words.causeGrantPaid },
  { code: 'grant-withdrawn', title: words.causeGrantWithdrawn },
  { code: 'loan-repayment', title: words.causeLoanRepayment },
  { code: 'write-off', title: words.causeWriteOff },
  { code: 'reversal', title: words.causeReversal },
];
