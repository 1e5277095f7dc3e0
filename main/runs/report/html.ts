/** Markup that stands in the document as it is. Only `html` and `trusted` make it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Piece = Html | string | number | null | readonly Piece[];

/**
 * A template whose interpolated texts are escaped, so that escaping can't be forgotten: only `Html` goes in
 * unchanged, lists are joined, null leaves nothing. Attributes must be quoted.
 */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(strings.reduce((markup, literal, index) => markup + render(pieces[index - 1] ?? null) + literal));
}

/** Markup written by ourselves outside a template, such as the style sheet; never text from a user. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function render(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === 'object') return piece.map(render).join('');
  return escapeHtml(String(piece));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Control characters and the ones that turn the direction of writing: in a listing they would make a source look
 * like another one (CVE-2021-42574), so their code is shown instead. Tab and line feed stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this finds
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(INVISIBLE, (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}
