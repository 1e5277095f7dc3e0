import { funnelSteps } from '#worker/funnel/funnel-steps.ts';
import { type Html, html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { section } from './section.ts';

/** How far a run without trades got, step by step; nothing for any other. */
export function funnel({ result, strategy }: ReportInput): Html | null {
  if (result.funnel === null) return null;
  const steps = funnelSteps(result.funnel).map(({ sentence, depth, isDeadEnd }) => {
    const mark = isDeadEnd ? html`<span class="mark" aria-hidden="true">✕</span>` : null;
    const indent = depth === 0 ? null : html` style="margin-left:${1.25 * depth}rem"`;
    return html`<li class="${isDeadEnd ? 'dead-end' : ''}"${indent}>${mark}${sentence}</li>`;
  });
  const note = html`lines are those of <a href="#source">${strategy.file}</a>; ✕ marks what nothing came past`;
  return section('funnel', 'Why there were no trades', html`<ol class="steps">${steps}</ol>`, note);
}
