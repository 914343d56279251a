import { grantStates } from '../../aid/grant/grant.ts';
import { titleOf } from '../../core/field.ts';
import { type Phrase, say } from '../../core/language.ts';
import { formatYuan } from '../../core/money.ts';
import { type Column, inWords, type Page, type Row, yuanColumn } from '../../core/report.ts';
import { statusTitle } from '../../mutual-aid/batch/view.ts';
import { claimStates, receiptTypes } from '../../mutual-aid/claim/claim.ts';
import {
  grantStates as reliefStates,
  situations,
} from '../../mutual-aid/special-relief/special-relief.ts';
import { benefitTitle, fundTitle } from '../../policy/funds.ts';
import type { Policy, PolicyVersion } from '../../policy/policy.ts';
import { requestStates } from '../../requests/request.ts';
import type { EventKind, HelpEvent } from './history.ts';
import { words } from './words.ts';

const kinds: Readonly<Record<EventKind, Phrase>> = {
  enrolled: words.enrolled,
  dues: words.dues,
  claim: words.claim,
  payment: words.payment,
  'special-relief': words.specialRelief,
  grant: words.grant,
  loan: words.loan,
  repayment: words.repayment,
  'write-off': words.writeOff,
  'in-kind': words.inKind,
  file: words.file,
  pairing: words.pairing,
  'pairing-end': words.pairingEnd,
  visit: words.visit,
  request: words.request,
  answer: words.answer,
};

const findings: Readonly<Record<string, Phrase>> = {
  opened: words.opened,
  reviewed: words.reviewed,
  lifted: words.lifted,
  relieved: words.relieved,
  returned: words.returned,
};

const plain = (code: string): Phrase => ({ en: code, zh: code });

/** The columns of a history. */
function historyColumns({ funds }: PolicyVersion): readonly Column[] {
  const fund = inWords((code) => fundTitle(funds, code));
  return [
    { key: 'on', title: words.on },
    { key: 'what', title: words.what, show: inWords((code) => kinds[code as EventKind]) },
    { key: 'about', title: words.about, fileOnly: true },
    { key: 'name', title: words.name },
    {
      key: 'fund',
      title: words.fund,
      show: (cell, lang) => (cell === null ? '' : fund(cell, lang)),
    },
    yuanColumn('amount', words.amount),
    { key: 'state', title: words.state, fileOnly: true },
    { key: 'standing', title: words.standing },
    { key: 'of_whom', title: words.ofWhom },
  ];
}

/** What an event's kind is called: a benefit, a receipt, a benefit in kind, what a review found, a kind of request. */
function aboutTitle({ what, about }: HelpEvent, policy: Policy, rules: PolicyVersion): Phrase {
  const code = about ?? '';
  switch (what) {
    case 'claim':
      return titleOf(receiptTypes, code);
    case 'payment':
      return benefitTitle(policy.versions, code);
    case 'special-relief':
      return titleOf(situations, code);
    case 'in-kind':
      return titleOf(rules.in_kind, code);
    case 'file':
      return findings[code] ?? plain(code);
    case 'request':
    case 'answer':
      return titleOf(rules.requests?.kinds ?? [], code);
    default:
      return plain(code);
  }
}

/** Where an event stands, in the words of its kind. */
function standingTitle({ what, about, state }: HelpEvent, rules: PolicyVersion): Phrase {
  const code = state ?? '';
  switch (what) {
    case 'claim':
      return titleOf(claimStates, code);
    case 'payment':
      return statusTitle(code);
    case 'special-relief':
      return titleOf(reliefStates, code);
    case 'in-kind': {
      const kind = rules.in_kind.find((one) => one.code === about);
      return titleOf(kind?.degrees ?? [], code);
    }
    case 'file':
      return titleOf(rules.hardship?.classes ?? [], code);
    case 'request':
      return titleOf(requestStates, code);
    default:
      return titleOf(grantStates, code);
  }
}

/** A history of help: an event a row. @param put puts a name into the words of the language asked for */
export function historyPage(
  { name, employee_no: no }: { readonly name: string; readonly employee_no: string },
  events: readonly HelpEvent[],
  policy: Policy,
  rules: PolicyVersion,
  put: (name: Phrase) => string,
): Page {
  const rows = events.map((event): Row => {
    const { on, what, about, fund, amount, state, detail, of_whom } = event;
    const title = put(aboutTitle(event, policy, rules));
    return {
      ...{ on, what, about, name: [title, detail ?? ''].filter(Boolean).join(' '), fund },
      ...{ amount: amount === null ? null : formatYuan(amount), state },
      ...{ standing: put(standingTitle(event, rules)), of_whom },
    };
  });
  const table = { columns: historyColumns(rules), rows };
  return {
    blocks: [{ line: say(words.heading, { name, no }) }, { table }],
    json: rows,
    csv: table,
  };
}
