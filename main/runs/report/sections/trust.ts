import { CHECK_IDS, type CheckFinding, type CheckSeverity } from '#shared/domain/checks.ts';
import { type Html, html, trusted } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { section } from './section.ts';

/** An outline for each severity, so that nobody needs its colour. */
const SHAPES: Record<CheckSeverity, string> = {
  serious: '<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path class="stroke" d="M5.5 5.5l5 5M10.5 5.5l-5 5"/>',
  warning: '<path d="M8 1.5 15.5 15H.5z"/><path class="stroke" d="M8 6v4.5M8 12.2v.6"/>',
  info: '<circle cx="8" cy="8" r="7"/><path class="stroke" d="M8 7.2v4.3M8 4.4v.6"/>',
};
const WORDS: Record<CheckSeverity, string> = { serious: 'Serious', warning: 'Warning', info: 'Info' };

/** What the automatic checks found, the weightiest first; nothing for a run without trades, which gives them no hold. */
export function trust({ result: { checks, trades } }: ReportInput): Html | null {
  if (checks.length === 0 && trades.qty.length === 0) return null;
  const total = CHECK_IDS.length;
  const title = 'Can this be trusted?';
  if (checks.length === 0) {
    return section(
      'trust',
      title,
      html`<p>None of ${total} automatic checks found a reason for doubt. That proves nothing: it only rules out the most common ways in which a backtest flatters itself.</p>`,
    );
  }
  const note = `${checks.length} of ${total} automatic checks found a reason for doubt, the weightiest first`;
  return section('trust', title, html`<ul class="findings">${checks.map(finding)}</ul>`, note);
}

function finding({ severity, message, suggestion }: CheckFinding): Html {
  const shape = html`<svg viewBox="0 0 16 16" aria-hidden="true">${trusted(SHAPES[severity])}</svg>`;
  return html`<li class="${severity}"><strong>${shape}${WORDS[severity]}</strong><div><p>${message}</p><p class="note">${suggestion}</p></div></li>`;
}
