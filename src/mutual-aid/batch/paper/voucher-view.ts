import { capitalAmount } from '../../../core/capital-amount.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { type Html, html } from '../../../core/html.ts';
import { type Lang, type Said, say } from '../../../core/language.ts';
import { type Fen, readableYuan } from '../../../core/money.ts';
import type { Quarter } from '../../../core/quarter.ts';
import { benefitTitle, fundTitle } from '../../../policy/funds.ts';
import type { Policy } from '../../../policy/policy.ts';
import { fundsOfBatch } from '../batch.ts';
import { inPolicyOrder } from './benefit-order.ts';
import { dateTitle, documentEnd, documentStart, headings, quarterTitle, speaker } from './page.ts';
import { type FundSums, sideSum, type VoucherLine, voucherLines } from './voucher.ts';
import { words } from './words.ts';

/** What a voucher says besides its sums. */
export interface VoucherHead {
  readonly batch: string;
  readonly quarter: Quarter;
  readonly policy: Policy;
  /** The day of approval. */
  readonly date: CivilDate;
  readonly preparedBy: string;
  readonly reviewedBy: string;
}

const voucherStyle = `
.voucher h1 { border-bottom: 0.9mm double #111; display: table; margin: 0 auto 2mm; padding: 0 8mm 1mm; }
.voucher table { margin: 1.5mm 0 3mm; }
.voucher td { height: 7mm; vertical-align: middle; }
.voucher .line { font-size: 10pt; }
`;
const fewestRows = 6;
const right = [2, 3];

/** The number of the voucher of a batch and a fund: `2026Q3-1-mutual-aid`. */
export const voucherNo = (batch: string, fund: string) => `${batch}-${fund}`;

/** The voucher 记账凭证 of what a batch books in a fund when it is approved, a whole document (SPEC 11). */
export function voucherDocument(head: VoucherHead, sums: FundSums, lang: Lang): string {
  const speak = speaker(lang);
  const no = voucherNo(head.batch, sums.fund);
  const dues = inPolicyOrder(sums.dues, ({ benefit }) => benefit, head.policy);
  const lines = voucherLines({ ...sums, dues });
  const blank = Array.from({ length: Math.max(0, fewestRows - lines.length) }, () => blankRow);
  const titles = [words.summary, words.account, words.debit, words.credit].map(speak);
  const total = sideSum(lines, 'debit');
  const fund = fundTitle(fundsOfBatch(head.policy, head.quarter), sums.fund);
  const page = html`<section class="sheet voucher">
<h1>${speak(words.voucher)}</h1>
<div class="line"><span>${speak(say(words.voucherFund, { fund }))}</span>
<span>${speak(say(words.voucherDate, { date: dateTitle(head.date) }))}</span>
<span>${speak(say(words.voucherNo, { no }))}</span></div>
<table>
<colgroup><col style="width:38%"><col style="width:28%"><col style="width:17%"><col style="width:17%"></colgroup>
${headings(titles, right)}<tbody>
${lines.map((line) => rowOf(line, head, lang))}${blank}
<tr class="sum"><td colspan="2">${speak(words.total)}　${capitalAmount(total)}</td>
<td class="n">${readableYuan(total)}</td><td class="n">${readableYuan(sideSum(lines, 'credit'))}</td></tr>
</tbody></table>
<div class="line"><span>${speak(words.chiefAccountant)}</span><span>${speak(words.bookedBy)}</span>
<span>${speak(say(words.reviewedBy, { operator: head.reviewedBy }))}</span>
<span>${speak(say(words.preparedBy, { operator: head.preparedBy }))}</span>
<span>${speak(say(words.attachments, { n: sums.payments }))}</span></div>
</section>
`;
  const title = `${speak(words.voucher)} ${no}`;
  return documentStart(title, 'A5 landscape', lang, voucherStyle) + page.markup + documentEnd;
}

const blankRow = html`<tr><td></td><td></td><td></td><td></td></tr>`;

function rowOf(line: VoucherLine, head: VoucherHead, lang: Lang): Html {
  const speak = speaker(lang);
  const { summary, account } = saidOf(line, head);
  const [debit, credit] =
    line.side === 'debit' ? [amountOf(line.amount), html``] : [html``, amountOf(line.amount)];
  return html`<tr><td>${speak(summary)}</td><td>${speak(account)}</td><td class="n">${debit}</td><td class="n">${credit}</td></tr>
`;
}

/** Below zero in red, as books have it. */
function amountOf(fen: Fen): Html {
  return fen < 0 ? html`<span class="red">${readableYuan(fen)}</span>` : html`${readableYuan(fen)}`;
}

function saidOf(line: VoucherLine, { policy, quarter, batch }: VoucherHead) {
  if (line.account === 'payable')
    return { summary: words.sayPayable, account: words.accountPayable };
  if (line.account === 'receivable') {
    const summary = line.side === 'debit' ? words.sayTakenBack : words.sayOffset;
    return { summary, account: words.accountReceivable };
  }
  const benefit = benefitTitle(policy.versions, line.benefit ?? '');
  const summary: Said = say(words.sayBenefit, { benefit, quarter: quarterTitle(quarter), batch });
  return { summary, account: say(words.accountBenefit, { benefit }) };
}
