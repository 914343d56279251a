import { capitalAmount } from '../../../core/capital-amount.ts';
import { titleOf } from '../../../core/field.ts';
import { type Html, html } from '../../../core/html.ts';
import { type Lang, type Phrase, type Said, say } from '../../../core/language.ts';
import { type Fen, readableYuan, sumFen } from '../../../core/money.ts';
import type { Quarter } from '../../../core/quarter.ts';
import { categories } from '../../../people/person.ts';
import { benefitTitle, fundTitle } from '../../../policy/funds.ts';
import type { Policy } from '../../../policy/policy.ts';
import { words as explainWords } from '../../explain/words.ts';
import type { Payment } from '../../payment.ts';
import { fundsOfBatch } from '../batch.ts';
import { cells, headings, quarterTitle, speaker } from './page.ts';
import { words } from './words.ts';

/** What every slip of a batch says. */
export interface SlipHead {
  readonly batch: string;
  readonly quarter: Quarter;
  readonly policy: Policy;
  readonly sha256: string;
}

/** One person's part in a batch, explained. */
export interface Slip {
  readonly person: {
    readonly employee_no: string;
    readonly name: string;
    readonly category: string;
    readonly unit: string;
  };
  /** The accounts with a due, and how each was worked out. */
  readonly accounts: readonly SlipAccount[];
  readonly payments: readonly SlipPayment[];
}

/** An account with a due: which it is, and its calculation in words. */
export interface SlipAccount {
  readonly benefit: string;
  readonly period: Said | Phrase;
  readonly lines: readonly Said[];
}

/** What is paid out of a fund, and what is outstanding from the person after it. */
export interface SlipPayment extends Payment {
  readonly outstanding: Fen;
}

/** With more lines than these a slip is set smaller, to stay on its page. */
const mostLines = 28;

/** A sheet of its own that explains each fen of a person's part in a batch (SPEC 11). */
export function slipSheet(slip: Slip, head: SlipHead, lang: Lang): string {
  const speak = speaker(lang);
  const { employee_no, name, category, unit } = slip.person;
  const facts = [
    [words.personName, name],
    [words.employeeNo, employee_no],
    [words.unit, unit],
    [words.category, titleOf(categories, category)[lang]],
    [words.slipQuarter, speak(quarterTitle(head.quarter))],
    [words.batch, head.batch],
  ] as const;
  const colon = lang === 'zh' ? '：' : ': ';
  const about = facts.map(
    ([title, value]) => html`<span>${speak(title)}${colon}<b>${value}</b></span>`,
  );
  const dense = slip.accounts.reduce((sum, { lines }) => sum + lines.length + 2, 0) > mostLines;
  const policy = { policy: head.policy.title, sha256: head.sha256.slice(0, 12) };
  return html`<section class="sheet slip${dense ? ' dense' : ''}">
<h1>${speak(words.slip)}</h1>
<div class="about">${about}</div>
${slip.accounts.map((account) => accountPart(account, head.policy, lang))}${paymentPart(slip, head, lang)}
<p class="note">${speak(say(words.policyUsed, policy))}</p>
<p class="note">${speak(words.slipAsk)}</p>
</section>
`.markup;
}

/** What slips look like beyond {@link slipSheet}'s document. */
export const slipStyle = `
.slip .about { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0.5mm 4mm; border: solid #555; border-width: 0.3mm 0; padding: 2mm 0; margin: 3mm 0; }
.slip .about span::first-letter { text-transform: uppercase; }
.slip p { margin-bottom: 0.6mm; }
.slip .due { font-weight: 600; }
.dense { font-size: 8.5pt; line-height: 1.32; }
.dense h2 { margin-top: 2mm; }
.dense .note { font-size: 7.5pt; line-height: 1.3; }
`;

function accountPart(
  { benefit: name, period, lines }: SlipAccount,
  policy: Policy,
  lang: Lang,
): Html {
  const speak = speaker(lang);
  const title = say(words.slipAccount, { benefit: benefitTitle(policy.versions, name), period });
  return html`<h2>${speak(title)}</h2>
${lines.map((line) => html`<p class="${lineClass(line)}">${speak(line).trim()}</p>\n`)}`;
}

const dueLines: readonly unknown[] = [explainWords.target, explainWords.targetBack];
const notes: readonly unknown[] = [explainWords.source, explainWords.assumption];

/** An explanation's lines that belong to the one above begin with spaces. */
function lineClass({ phrase }: Said): string {
  if (dueLines.includes(phrase)) return 'due';
  if (notes.includes(phrase)) return 'note';
  return phrase.en.startsWith(' ') ? 'in' : 'step';
}

const right = [1, 2, 3, 4];

function paymentPart({ person, payments }: Slip, { policy, quarter }: SlipHead, lang: Lang): Html {
  const speak = speaker(lang);
  const funds = fundsOfBatch(policy, quarter);
  const some = payments.some(({ outstanding }) => outstanding > 0);
  const titles = [words.fund, words.due, words.offset, words.payable, words.stillOutstanding];
  const shown = some ? titles : titles.slice(0, -1);
  const payable = sumFen(payments.map((payment) => payment.payable));
  const rows = payments.map(({ fund, due, offset, payable: paid, outstanding }) => {
    const amounts = [due, offset, paid, ...(some ? [outstanding] : [])].map(readableYuan);
    return cells([fundTitle(funds, fund)[lang], ...amounts], right);
  });
  const sums = ['', '', readableYuan(payable), ...(some ? [''] : [])];
  const owed = payments.flatMap(({ fund, outstanding }) => {
    const facts = {
      name: person.name,
      fund: fundTitle(funds, fund),
      amount: readableYuan(outstanding),
    };
    return outstanding > 0 ? [html`<p>${speak(say(explainWords.outstanding, facts))}</p>\n`] : [];
  });
  return html`<h2>${speak(words.payment)}</h2>
<table>${headings(shown.map(speak), right)}<tbody>
${rows}<tr class="sum"><td>${speak(words.total)}</td>${sums.map((sum) => html`<td class="n">${sum}</td>`)}</tr>
</tbody></table>
<p class="due">${speak(say(words.inCapitals, { capitals: capitalAmount(payable) }))}</p>
${owed}`;
}
