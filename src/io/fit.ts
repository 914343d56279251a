const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many places of a screen a text takes: a Chinese sign takes two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += wide.test(sign) ? 2 : 1;
  return width;
}

/** How far a column goes at the narrowest: four Chinese signs of its text, two of its title. */
const narrowest = { text: 8, title: 4 };
const between = 2;

/**
 * Makes a table fit a screen: cells of words are broken into lines, the widest columns first. Numbers, dates and codes
 * stay whole; where these alone are too wide, so does the table.
 * @param head the titles; undefined where there are none
 * @param width the places of the screen
 * @returns the titles and the rows, with line breaks in the cells
 */
export function fitted(
  head: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  width: number,
): { readonly head: string[] | undefined; readonly rows: string[][] } {
  const all = head ? [head, ...rows] : rows;
  const columns = (all[0] ?? []).map((_, at) => {
    const cells = rows.map((row) => row[at] ?? '');
    const body = Math.max(0, ...cells.map(displayWidth));
    const least = cells.some((cell) => wide.test(cell)) ? Math.min(body, narrowest.text) : body;
    const natural = Math.max(body, displayWidth(head?.[at] ?? ''));
    return { natural, least: Math.min(natural, Math.max(least, narrowest.title)) };
  });
  const widths = columns.map(({ natural }) => natural);
  const room = width - between * (columns.length - 1);
  let over = widths.reduce((sum, one) => sum + one, 0) - room;
  while (over > 0) {
    const widest = columns.reduce(
      (best, { least }, at) => {
        const own = widths[at] ?? 0;
        return own > least && own > best.width ? { at, width: own } : best;
      },
      { at: -1, width: 0 },
    );
    if (widest.at === -1) break;
    widths[widest.at] = widest.width - 1;
    over -= 1;
  }
  const broken = (row: readonly string[]) =>
    row.map((cell, at) => inLines(cell, widths[at] ?? 0).join('\n'));
  return { head: head && broken(head), rows: rows.map(broken) };
}

/** Breaks a text into lines of a width: at a space or beside a Chinese sign, but not before what ends a clause. */
function inLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const sign of text) {
    line.push(sign);
    if (displayWidth(line.join('').trimEnd()) <= width || line.length === 1) continue;
    const cut = breakIn(line);
    lines.push(line.slice(0, cut).join('').trimEnd());
    line = [...line.slice(cut).join('').trimStart()];
  }
  return [...lines, line.join('')];
}

/** Where a line with one sign too many is broken: as late as can be. */
function breakIn(line: readonly string[]): number {
  const last = line.length - 1;
  for (let at = last; at > 0; at -= 1) {
    const [before = '', after = ''] = [line[at - 1], line[at]];
    const between = before === ' ' || wide.test(before) || wide.test(after);
    if (between && !/[，。；：、）”？！]/.test(after)) return at;
  }
  return last;
}
