import { count } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { runClock } from '../run-clock.ts';

/** What these numbers are not. It stands in every report. */
export function hypotheticalNotice(): Html {
  return html`<div class="notice notice-sim" role="note" aria-label="Hypothetical results"><p><strong>These results are hypothetical.</strong> They were simulated on past data, with the benefit of hindsight: no order was sent, no money was at risk, and fills and costs are assumptions, listed below. Past performance does not predict future results.</p></div>`;
}

/** Why the run stopped early, if it did, and what its reader should know before trusting a number. */
export function warnings(input: ReportInput): Html | null {
  const { failure, funnel } = input.result;
  // What the funnel says at length is not said twice.
  const list = input.result.warnings.filter(({ code }) => code !== 'no-trades' || funnel === null);
  if (failure === null && list.length === 0) return null;
  return html`<section id="notices" aria-label="Failure and warnings">${failure === null ? null : failureNotice(input)}${list.map(
    ({ message }) => html`<div class="notice notice-warn"><p><strong>⚠ Warning.</strong> ${message}</p></div>`,
  )}</section>`;
}

function failureNotice({ result, strategy, manifest }: ReportInput): Html | null {
  const { failure } = result;
  if (failure === null) return null;
  const { line, column } = failure;
  const place = line === null ? strategy.file : `${strategy.file}:${line}${column === null ? '' : `:${column}`}`;
  const sourceLine = line === null ? undefined : strategy.source.split(/\r?\n/)[line - 1];
  const when = runClock(manifest).label(failure.time);
  return html`<div class="notice notice-error">
<p><strong>✕ The run stopped early.</strong> ${failure.message}</p>
<p>At bar ${count(failure.bar + 1)}, ${when}, in <code>${place}</code>. Everything on this page covers only the bars before that.</p>
${sourceLine === undefined ? null : html`<pre tabindex="0"><a href="#failed-line">${line}</a>  ${sourceLine}</pre>`}
</div>`;
}
