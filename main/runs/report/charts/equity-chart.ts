import type { RunResult } from '#shared/domain/run-result.ts';
import { compact, money, percent, signedPercent } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { RunClock } from '../run-clock.ts';
import { linearScale, logScale, type Scale, timeTicks, valueTicks } from './axis.ts';
import { extremesPerBucket } from './downsample.ts';
import { drawdowns } from './drawdowns.ts';
import { areaPath, box, linePath, plot, readouts } from './plot.ts';

/** Points of one line; more than the pixels of a wide screen would not be seen. */
const MOST_POINTS = 2_000;
const READOUTS = 120;
/** A range wider than this hides the early years on a linear axis. */
const LOG_SCALE_FROM = 5;

/** Equity against buy and hold, and below it, on the same time axis, how far equity lies under its peak. */
export function equityChart(result: RunResult, clock: RunClock, cash: number, currency: string): Html {
  const { time, equity, buyAndHold } = result;
  const lines = { equity: rowsOf(equity), buyAndHold: rowsOf(buyAndHold) };
  const under = drawdowns(equity);
  const underRows = rowsOf(under);
  const seen = [
    cash,
    ...lines.equity.map((row) => equity[row] as number),
    ...lines.buyAndHold.map((row) => buyAndHold[row] as number),
  ];
  const low = Math.min(...seen);
  const high = Math.max(...seen);
  const deepest = Math.min(-0.01, ...underRows.map((row) => under[row] as number));

  const x = linearScale(time[0] ?? 0, time.at(-1) ?? 1);
  const y = low > 0 && high / low > LOG_SCALE_FROM ? logScale(low / 1.04, high * 1.04) : padded(low, high);
  const yUnder = linearScale(deepest * 1.06, 0);
  const xTicks = timeTicks(x.min, x.max, 11);
  const points = (values: Float64Array, rows: number[]) =>
    rows.map((row) => [time[row] as number, values[row] as number] as const);

  const equityPoints = points(equity, lines.equity);
  const start = time[result.firstTradableBar] ?? x.min;
  const top = plot({
    summary: equitySummary(result, clock, y, currency),
    height: 'tall',
    x,
    y,
    xTicks: [],
    yTicks: valueTicks(y, 6).map((value) => ({ value, label: compact(value) })),
    shapes: [
      start > x.min ? box(x, y, [x.min, y.min], [start, y.max], 'warm-up') : null,
      html`<path class="start-line" d="${linePath(x, y, [
        [x.min, cash],
        [x.max, cash],
      ])}"/>`,
      html`<path class="equity-area" d="${areaPath(x, y, equityPoints, y.min)}"/>`,
      html`<path class="hold-line" d="${linePath(x, y, points(buyAndHold, lines.buyAndHold))}"/>`,
      html`<path class="equity-line" d="${linePath(x, y, equityPoints)}"/>`,
    ],
  });
  const underPoints = points(under, underRows);
  const bottom = plot({
    summary: drawdownSummary(result, clock, under, underRows),
    height: 'low',
    x,
    y: yUnder,
    xTicks,
    yTicks: valueTicks(yUnder, 5).map((value) => ({ value, label: percent(value, deepest < -0.05 ? 0 : 1) })),
    shapes: [
      html`<path class="under-area" d="${areaPath(x, yUnder, underPoints, 0)}"/>`,
      html`<path class="under-line" d="${linePath(x, yUnder, underPoints)}"/>`,
    ],
  });
  return html`<figure class="chart">
<figcaption class="legend">
<span><svg class="swatch" viewBox="0 0 22 8" aria-hidden="true"><path class="equity-line" d="M0 4h22"/></svg>Strategy</span>
<span><svg class="swatch" viewBox="0 0 22 8" aria-hidden="true"><path class="hold-line" d="M0 4h22"/></svg>Buy &amp; hold</span>
<span><svg class="swatch" viewBox="0 0 22 8" aria-hidden="true"><path class="under-area" d="M0 0h22v8h-22z"/><path class="under-line" d="M0 7h22"/></svg>Drawdown</span>
${start > x.min ? html`<span><svg class="swatch" viewBox="0 0 22 8" aria-hidden="true"><path class="warm-up" d="M0 0h22v8h-22z"/></svg>Warm-up</span>` : null}
<span class="scale">${currency}, ${y.kind === 'log' ? 'log scale' : 'linear scale'}</span>
</figcaption>
<div class="panes">${top}${bottom}${readouts(equityReadouts(result, clock, under))}</div>
</figure>`;
}

function rowsOf(values: Float64Array): number[] {
  return extremesPerBucket(values, MOST_POINTS);
}

function padded(low: number, high: number): Scale {
  const margin = (high - low) * 0.05 || Math.abs(high) * 0.01;
  return linearScale(low - margin, high + margin);
}

function lastFinite(values: Float64Array): number {
  return values.findLastIndex(Number.isFinite);
}

function equitySummary({ time, equity, buyAndHold }: RunResult, clock: RunClock, y: Scale, currency: string): string {
  const last = lastFinite(equity);
  if (last < 0) return 'Equity: the run stopped before its first bar.';
  const from = clock.label(time[0] as number);
  const to = clock.label(time[last] as number);
  const ends = `the strategy ends at ${money(equity[last] as number)} ${currency}`;
  const hold = `buy and hold at ${money(buyAndHold[last] as number)} ${currency}`;
  return `Equity from ${from} to ${to}, ${y.kind} scale: ${ends}, ${hold}.`;
}

function drawdownSummary({ time }: RunResult, clock: RunClock, under: Float64Array, rows: number[]): string {
  const deepest = rows.reduce((a, b) => ((under[b] as number) < (under[a] as number) ? b : a), rows[0] ?? -1);
  if (deepest < 0 || under[deepest] === 0) return 'Drawdown: none, equity never fell below an earlier peak.';
  return `Drawdown of the strategy: deepest ${percent(under[deepest] as number)} on ${clock.label(time[deepest] as number)}.`;
}

/** One line of figures for each of up to `READOUTS` stripes of time: those of the last bar in the stripe. */
function equityReadouts({ time, equity, buyAndHold }: RunResult, clock: RunClock, under: Float64Array): Html[] {
  const stripes = Math.min(READOUTS, time.length);
  const first = time[0] ?? 0;
  const stripe = ((time.at(-1) ?? 0) - first) / stripes;
  let row = 0;
  return Array.from({ length: stripes }, (_, k) => {
    while (row + 1 < time.length && (time[row + 1] as number) <= first + (k + 1) * stripe) row++;
    return html`<b>${clock.label(time[row] as number)}</b> Strategy <b>${money(equity[row] ?? Number.NaN)}</b> Buy &amp; hold <b>${money(buyAndHold[row] ?? Number.NaN)}</b> Drawdown <b>${signedPercent(under[row] ?? Number.NaN)}</b>`;
  });
}
