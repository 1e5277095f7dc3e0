import { count } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { scrollable, section } from './section.ts';

/** The strategy's own text with line numbers, closed until asked for. */
export function sourceListing({ strategy, result }: ReportInput): Html {
  const lines = strategy.source.replace(/\r?\n$/, '').split(/\r?\n/);
  const failed = result.failure?.line ?? null;
  const rows = lines.map((line, index) =>
    index + 1 === failed
      ? html`<li id="failed-line" class="failed">${line} <strong>◀ stopped here</strong></li>`
      : html`<li>${line}</li>`,
  );
  const summary = html`<summary>${strategy.file}, ${count(lines.length)} ${lines.length === 1 ? 'line' : 'lines'}</summary>`;
  const listing = scrollable(`Source of ${strategy.file}`, html`<ol class="source">${rows}</ol>`, 'listing');
  return section('source', 'Strategy source', html`<details>${summary}${listing}</details>`);
}
