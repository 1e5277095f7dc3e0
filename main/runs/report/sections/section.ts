import { type Html, html, type Piece } from '../html.ts';

/** A titled part of the report, and a target of the navigation. */
export function section(id: string, title: string, body: Piece, note: Piece = null): Html {
  return html`<section id="${id}" class="panel" aria-labelledby="${id}-title">
<header><h2 id="${id}-title">${title}</h2>${note === null ? null : html`<p class="note">${note}</p>`}</header>
${body}
</section>`;
}

/** The caption of a table; it stays in view while a wide table scrolls sideways. */
export function caption(text: string): Html {
  return html`<caption><span>${text}</span></caption>`;
}

/** A wide table or listing that scrolls inside its own frame, with the keyboard too. */
export function scrollable(label: string, content: Html, className = ''): Html {
  return html`<div class="scroll ${className}" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}
