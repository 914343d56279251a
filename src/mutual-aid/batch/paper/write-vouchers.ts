import { join } from 'node:path';
import type { Session } from '../../../io/session.ts';
import { textsInto, writeWhole } from '../../../io/whole-file.ts';
import { policyById } from '../../../policy/store.ts';
import { stepsOf } from '../store.ts';
import { fundSums } from './store.ts';
import { voucherLines } from './voucher.ts';
import { voucherDocument } from './voucher-view.ts';
import { inFileName, type PrintedBatch } from './written.ts';

/** Writes the vouchers 记账凭证 of an approved batch, one a fund: `2026Q3-1-voucher-mutual-aid.html` (SPEC 11). @returns their paths */
export async function writeVouchers(
  session: Session,
  batch: PrintedBatch,
  folder: string,
): Promise<readonly string[]> {
  const { query } = await session.database();
  const { policy } = await policyById(query, batch.policy_id);
  const steps = await stepsOf(query, batch.id);
  const computed = steps.findLast(({ step }) => step === 'computed');
  const approved = steps.findLast(({ step }) => step === 'approved');
  const head = {
    ...{ batch: batch.name, quarter: batch.quarter, policy },
    date: approved?.day ?? session.today,
    preparedBy: computed?.operator ?? '',
    reviewedBy: approved?.operator ?? '',
  };
  const files: string[] = [];
  for (const sums of await fundSums(query, batch.id)) {
    if (voucherLines(sums).length === 0) continue;
    const path = join(folder, `${batch.name}-voucher-${inFileName(sums.fund)}.html`);
    const page = voucherDocument(head, sums, session.terminal.lang);
    await writeWhole(path, textsInto([page]));
    files.push(path);
  }
  return files;
}
