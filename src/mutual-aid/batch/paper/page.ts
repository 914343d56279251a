import type { CivilDate } from '../../../core/civil-date.ts';
import { type Html, html } from '../../../core/html.ts';
import { type Lang, type Phrase, render, type Said, say } from '../../../core/language.ts';
import { type Quarter, yearOfQuarter } from '../../../core/quarter.ts';
import { words } from './words.ts';

/** The sheet of paper that a document is for. */
export type Paper = 'A4' | 'A5 landscape';

const serif = `"Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif`;
const sans = `"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif`;

const style = (paper: Paper) => `
@page { size: ${paper}; margin: ${paper === 'A4' ? '16mm 15mm' : '9mm 12mm'}; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.55 ${serif}; color: #111; }
body { margin: 0; }
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
h1 { font: 600 17pt/1.3 ${sans}; text-align: center; margin: 0 0 1mm; }
h2 { font: 600 11pt/1.4 ${sans}; margin: 4mm 0 1mm; break-after: avoid; }
.under { text-align: center; margin: 0 0 4mm; }
p { margin: 0 0 1.5mm; }
table { width: 100%; border-collapse: collapse; margin: 3mm 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.3mm solid #555; padding: 0.8mm 1.8mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font: 600 9.5pt/1.5 ${sans}; background: #f1f1ee; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.n { text-align: right; }
h2::first-letter, th::first-letter { text-transform: uppercase; }
.sum td { font-weight: 600; border-top-width: 0.6mm; }
.line { display: flex; justify-content: space-between; gap: 6mm; }
.sign { text-align: right; margin-top: 6mm; break-inside: avoid; }
.in { margin-left: 2em; }
.note { font-size: 8.5pt; line-height: 1.45; color: #444; }
.red { color: #b00020; }
@media screen {
  body { background: #e4e4e0; padding: 6mm 0; }
  .sheet { background: #fff; width: ${paper === 'A4' ? '210mm; min-height: 297mm' : '210mm; min-height: 148mm'};
    margin: 0 auto 6mm; padding: ${paper === 'A4' ? '16mm 15mm' : '9mm 12mm'}; box-shadow: 0 1px 6px #0003; }
}
@media print { .sheet { padding-right: 0.3mm; } th { background: none; } }
`;

/** How a document begins: what comes before its sheets. It loads nothing and runs nothing. */
export function documentStart(title: string, paper: Paper, lang: Lang, more = ''): string {
  return (
    html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>`.markup +
    style(paper) +
    more +
    '</style>\n</head>\n<body>\n'
  );
}

/** How a document ends. */
export const documentEnd = '</body>\n</html>\n';

/** Words as text of a document in a language. */
export type Speak = (message: Said | Phrase) => string;

/** Speaks a language. */
export const speaker =
  (lang: Lang): Speak =>
  (message) =>
    render(message, lang);

/** The cells of a row; amounts and counts stand to the right. */
export function cells(values: readonly string[], right: readonly number[]): Html {
  return html`<tr>${values.map((value, at) =>
    right.includes(at) ? html`<td class="n">${value}</td>` : html`<td>${value}</td>`,
  )}</tr>\n`;
}

/** The first row of a table, which every page repeats. */
export function headings(titles: readonly string[], right: readonly number[]): Html {
  return html`<thead><tr>${titles.map((title, at) =>
    right.includes(at) ? html`<th class="n">${title}</th>` : html`<th>${title}</th>`,
  )}</tr></thead>\n`;
}

/** A day as a document says it: 2026年10月8日. */
export function dateTitle(date: CivilDate): Phrase {
  const [year, month, day] = date.split('-').map(Number);
  return { en: date, zh: `${year}年${month}月${day}日` };
}

/** A quarter as a document says it: 2026年第3季度. */
export function quarterTitle(quarter: Quarter): Said {
  return say(words.quarter, { year: String(yearOfQuarter(quarter)), number: quarter.slice(5) });
}
