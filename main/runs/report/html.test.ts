import { expect, test } from 'vitest';
import { html, trusted } from './html.ts';

test('text is escaped, in elements and in attributes', () => {
  const text = `<b title="x" id='y'>&amp;</b>`;
  expect(html`<i title="${text}">${text}</i>`.markup).toBe(
    '<i title="&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;">&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;</i>',
  );
});

test('markup, lists and nothing go in as they are', () => {
  const items = ['<', 2].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${null}${[]}</ul>${trusted('<hr>')}`.markup).toBe('<ul><li>&lt;</li><li>2</li></ul><hr>');
});

test('characters that hide or reorder text are shown by their code', () => {
  expect(html`${'if (a\u202e) // \u0000\u200b'}`.markup).toBe('if (a⟨U+202E⟩) // ⟨U+0000⟩⟨U+200B⟩');
  expect(html`${'\tconst π = 3;\n'}`.markup).toBe('\tconst π = 3;\n');
});
