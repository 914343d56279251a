import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../src/core/html.ts';
import { hasUnprintable } from '../../src/core/language.ts';

test('what is text stays text, what is markup stays markup', () => {
  const name = html`<b>${'<script>alert("1 & 2")</script>'}</b>`;
  expect(html`<p title="${'" onclick=\''}">${name}${[html`<i>${1}</i>`, html`!`]}</p>`.markup).toBe(
    '<p title="&quot; onclick=&#39;"><b>&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;</b><i>1</i>!</p>',
  );
});

test('no text brings a sign of markup in, nor a character that cannot be seen', () => {
  const text = fc.string({ unit: fc.constantFrom(...'<>&"\'a王\u0000\u202e\u200b') });
  fc.assert(
    fc.property(text, (value) => {
      const { markup } = html`${value}`;
      expect(hasUnprintable(markup)).toBe(false);
      expect(markup).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
    }),
  );
});
