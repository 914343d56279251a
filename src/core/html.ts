import { printable } from './language.ts';

/** Markup that may stand in a page as it is. {@link html} makes it, and escapes whatever it is filled with. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What markup can be filled with: text is escaped, markup stands, a list one after the other. */
export type Filling = string | number | Html | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(filling: Filling): string {
  if (typeof filling === 'number') return String(filling);
  if (typeof filling === 'string') {
    return printable(filling).replace(/[&<>"']/g, (sign) => escapes[sign] as string);
  }
  return filling instanceof Html ? filling.markup : filling.map(({ markup }) => markup).join('');
}

/** Markup with its gaps filled: `` html`<td>${name}</td>` ``. Text can bring no markup in, nor leave an attribute in quotes. */
export function html(parts: TemplateStringsArray, ...fillings: readonly Filling[]): Html {
  return new Html(
    parts
      .map((part, at) => part + (at < fillings.length ? markupOf(fillings[at] as Filling) : ''))
      .join(''),
  );
}
