import { equityChart } from './charts/equity-chart.ts';
import { count, dateAndTime, money } from './figures.ts';
import { type Html, html, trusted } from './html.ts';
import type { ReportInput } from './report-input.ts';
import { runClock } from './run-clock.ts';
import { assumptions } from './sections/assumptions.ts';
import { costTable } from './sections/cost-table.ts';
import { funnel } from './sections/funnel.ts';
import { headline } from './sections/headline.ts';
import { metricTables } from './sections/metric-tables.ts';
import { monthlyTable } from './sections/monthly-table.ts';
import { hypotheticalNotice, warnings } from './sections/notices.ts';
import { runLog } from './sections/run-log.ts';
import { section } from './sections/section.ts';
import { sourceListing } from './sections/source-listing.ts';
import { tradeDistribution } from './sections/trade-distribution.ts';
import { tradeList } from './sections/trade-list.ts';
import { trust } from './sections/trust.ts';
import { stylesheet } from './stylesheet.ts';

/** Nothing may be loaded and nothing may run; styles stand in the document. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Parts that every report has. */
const PARTS = [
  ['equity', 'Equity'],
  ['months', 'Months'],
  ['distribution', 'Distribution'],
  ['trades', 'Trades'],
  ['costs', 'Costs'],
  ['metrics', 'Metrics'],
  ['assumptions', 'Assumptions'],
  ['source', 'Source'],
] as const;

/**
 * The report of a run as one HTML document that needs nothing else: no script, no request, no font to load. It
 * follows the reader's light or dark theme, prints, and stays below 3 MB however long the run was.
 *
 * @returns the whole document; everything that came from the user or the strategy is escaped in it
 */
export function renderReport(input: ReportInput): string {
  const { result, strategy } = input;
  const clock = runClock(input.manifest);
  const [doubts, wayToTrades] = [trust(input), funnel(input)];
  const ownParts = [
    ...(doubts === null ? [] : [['trust', 'Trust'] as const]),
    ...(wayToTrades === null ? [] : [['funnel', 'No trades'] as const]),
  ];
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(CONTENT_SECURITY_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${strategy.name} · ${result.symbols.join(', ')} · Hindcast backtest (hypothetical)</title>
<style>${trusted(stylesheet())}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${navigation([...ownParts, ...PARTS])}
<div class="page">
<main id="main">
${titleBlock(input)}
${headline(input)}
${hypotheticalNotice()}
${warnings(input)}
${doubts}
${wayToTrades}
${section('equity', 'Equity and drawdown', equityChart(result, clock, input.manifest.cash, input.currency))}
<div class="side-by-side">${monthlyTable(result)}${tradeDistribution(result)}</div>
${tradeList(input)}
${costTable(input)}
${metricTables(input)}
${assumptions(input)}
${runLog(input)}
${sourceListing(input)}
</main>
<footer class="end">Hypothetical results of a simulation, not investment advice. All times are UTC.</footer>
</div>
</body>
</html>
`;
  return document.markup;
}

function navigation(parts: readonly (readonly [id: string, name: string])[]): Html {
  return html`<header class="bar"><div class="page">
<div class="brand"><svg viewBox="0 0 18 18" aria-hidden="true"><path d="M4 3v2M4 11v4M9 2v3M9 12v3M14 4v3M14 13v2"/><path d="M2.5 5h3v6h-3zM7.5 5h3v7h-3zM12.5 7h3v6h-3z"/></svg><span>Hindcast</span></div>
<nav aria-label="Parts of the report"><ul>${parts.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<span class="tag tag-sim" aria-hidden="true">Hypothetical</span>
</div></header>`;
}

function titleBlock({ strategy, result, manifest, run, currency }: ReportInput): Html {
  const clock = runClock(manifest);
  const { time, symbols, failure } = result;
  const timeframes = [...new Set(manifest.data.map(({ timeframe }) => timeframe))].join(', ');
  const bars = time.length;
  const period = bars === 0 ? '' : `${clock.label(time[0] as number)} to ${clock.label(time[bars - 1] as number)}`;
  const origin = [
    strategy.file,
    run.id === null ? 'not stored' : `run ${run.id}`,
    `made ${dateAndTime(run.createdAt)} UTC`,
    `${money(manifest.cash)} ${currency} to start with`,
  ];
  return html`<div class="title">
<div class="heading"><h1>${strategy.name}</h1><span class="tag tag-sim">Hypothetical</span>${failure === null ? null : html`<a class="tag tag-error" href="#notices">Stopped early</a>`}</div>
<p class="subject">${symbols.join(', ')} · ${timeframes} · ${period} · ${count(bars)} bars</p>
<p class="origin">${origin.join(' · ')}</p>
</div>`;
}
