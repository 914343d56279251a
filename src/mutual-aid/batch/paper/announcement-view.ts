import type { CivilDate } from '../../../core/civil-date.ts';
import { html } from '../../../core/html.ts';
import { type Lang, type Said, say } from '../../../core/language.ts';
import { maskEmployeeNo, maskName } from '../../../core/mask.ts';
import { type Fen, formatYuan, readableYuan } from '../../../core/money.ts';
import type { Quarter } from '../../../core/quarter.ts';
import { type Column, type Row, yuanColumn } from '../../../core/report.ts';
import type { Unit } from '../../../organisation/unit.ts';
import { benefitTitle } from '../../../policy/funds.ts';
import type { Policy } from '../../../policy/policy.ts';
import { inPolicyOrder } from './benefit-order.ts';
import { cells, dateTitle, headings, quarterTitle, speaker } from './page.ts';
import { words } from './words.ts';

/** The days on which a batch stands announced, the last one included (SPEC 11). */
export interface ObjectionWindow {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly days: number;
}

/** What every list of an announcement says. */
export interface Announcement {
  readonly batch: string;
  readonly quarter: Quarter;
  readonly policy: Policy;
  readonly window: ObjectionWindow;
}

/** A person whom a batch pays, as stored. */
export interface AnnouncedPerson {
  readonly employee_no: string;
  readonly name: string;
  /** The benefits that something is due of. */
  readonly benefits: readonly string[];
  /** Out of all funds, in fen. */
  readonly payable: Fen;
}

/** The list of a unit: how many persons, what they are paid, and whom to tell an objection. */
export interface ListHead {
  readonly unit: Unit;
  /** The unit above it. */
  readonly above: Unit | undefined;
  readonly persons: number;
  readonly payable: Fen;
}

const right = [0, 5];

/** The beginning of a unit's list, up to its first row. */
export function listStart(
  announcement: Announcement,
  { unit, above }: ListHead,
  lang: Lang,
): string {
  const speak = speaker(lang);
  const { batch, window } = announcement;
  const quarter = quarterTitle(announcement.quarter);
  const { from, until } = window;
  const facts = {
    from: dateTitle(from),
    until: dateTitle(until),
    where: whereToObject(unit, above),
  };
  const titles = [words.number, words.employeeNo, words.personName, words.unit, words.benefits];
  return html`<section class="sheet">
<h1>${unit.name}</h1>
<h1>${speak(words.announcement)}</h1>
<p class="under">${speak(say(words.announcementHead, { quarter, batch }))}</p>
<p>${speak(say(words.announced, { policy: announcement.policy.title, quarter }))}</p>
<p>${speak(say(words.objections, { days: window.days, ...facts }))}</p>
<table>
${headings([...titles, words.amountYuan].map(speak), right)}<tbody>
`.markup;
}

/** Rows of a list, masked. @param first the number of the first of them */
export function listRows(
  persons: readonly AnnouncedPerson[],
  unit: Unit,
  first: number,
  policy: Policy,
  lang: Lang,
): string {
  return persons
    .map(({ employee_no, name, benefits, payable }, at) => {
      const titles = inPolicyOrder(benefits, String, policy).map(
        (benefit) => benefitTitle(policy.versions, benefit)[lang],
      );
      const values = [String(first + at), maskEmployeeNo(employee_no), maskName(name), unit.name];
      return cells(
        [...values, titles.join(lang === 'zh' ? '、' : ', '), readableYuan(payable)],
        right,
      ).markup;
    })
    .join('');
}

/** The end of a unit's list: the totals, and who announces it. */
export function listEnd(announcement: Announcement, head: ListHead, lang: Lang): string {
  const speak = speaker(lang);
  const { unit, persons, payable } = head;
  return html`<tr class="sum"><td colspan="3">${speak(words.total)}</td>
<td colspan="2">${speak(say(words.persons, { persons }))}</td><td class="n">${readableYuan(payable)}</td></tr>
</tbody></table>
<p class="sign">${speak(postOf(unit))}<br>${speak(dateTitle(announcement.window.from))}</p>
</section>
`.markup;
}

/** The post of a unit: point, station or centre (SPEC 2). */
function postOf({ name, level }: Unit): Said {
  const facts = { unit: name };
  if (level === 'section') return say(words.point, facts);
  return level === 'mine' ? say(words.station, facts) : say(words.centre, facts);
}

function whereToObject(unit: Unit, above: Unit | undefined): Said {
  const near = postOf(unit);
  return above ? say(words.either, { near, above: postOf(above) }) : near;
}

/** The columns of an announcement as a file. */
export const announcementColumns: readonly Column[] = [
  { key: 'mine', title: words.mine },
  { key: 'section', title: words.section },
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'benefits', title: words.benefits },
  yuanColumn('amount', words.amount),
];

/** A person of an announcement as a file has it, masked: a row a person, whatever lists it stands in. */
export function announcementRow(
  { employee_no, name, benefits, payable }: AnnouncedPerson,
  { mine, section }: { readonly mine: string; readonly section: string },
  policy: Policy,
): Row {
  return {
    ...{ mine, section, employee_no: maskEmployeeNo(employee_no), name: maskName(name) },
    ...{ benefits: inPolicyOrder(benefits, String, policy), amount: formatYuan(payable) },
  };
}
