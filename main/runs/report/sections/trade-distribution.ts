import type { RunResult } from '#shared/domain/run-result.ts';
import { linearScale, roundStep, roundValues } from '../charts/axis.ts';
import { type Histogram, histogram } from '../charts/histogram.ts';
import { box, plot, readouts } from '../charts/plot.ts';
import { count, percent, signedPercent } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { section } from './section.ts';

const MOST_LABELS = 5;

/** How many trades returned how much. */
export function tradeDistribution({ trades }: RunResult): Html {
  const title = 'Distribution of trade returns';
  const returns = trades.returnFraction.filter(Number.isFinite).sort();
  if (returns.length === 0) {
    return section('distribution', title, html`<p class="empty">No trades, so no distribution.</p>`);
  }
  const boxes = histogram(returns);
  const middle = (returns.length - 1) / 2;
  const median = ((returns[Math.floor(middle)] as number) + (returns[Math.ceil(middle)] as number)) / 2;
  const summary = `median ${signedPercent(median)} · mean ${signedPercent(mean(returns))}`;
  const body = html`<figure class="chart"><div class="panes">${chart(boxes, summary)}${readouts(lines(boxes))}</div></figure>
${beyondNote(boxes)}
<dl class="pairs">
${pair('Best', returns.at(-1))}${pair('Average win', mean(returns.filter((value) => value > 0)))}
${pair('Worst', returns[0])}${pair('Average loss', mean(returns.filter((value) => value <= 0)))}
</dl>`;
  return section('distribution', title, body, summary);
}

function pair(term: string, value = Number.NaN): Html {
  return html`<div><dt>${term}</dt><dd>${signedPercent(value)}</dd></div>`;
}

/** NaN of none. */
function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function chart(boxes: Histogram, summary: string): Html {
  const { start, step, counts } = boxes;
  const tallest = Math.max(...counts);
  const x = linearScale(start, start + step * counts.length);
  const y = linearScale(0, tallest * 1.08);
  const gap = step * 0.06;
  const labels = roundValues(x.min, x.max, MOST_LABELS);
  const decimals = roundStep(x.max - x.min, MOST_LABELS) < 0.01 ? 1 : 0;
  return plot({
    summary: `Histogram of the returns of ${count(counts.reduce((a, b) => a + b, 0))} trades: ${summary}.`,
    height: 'medium',
    x,
    y,
    xTicks: labels.map((value) => ({ value, label: value === 0 ? '0' : signedPercent(value, decimals) })),
    yTicks: roundValues(0, y.max, 4)
      .filter(Number.isInteger)
      .map((value) => ({ value, label: count(value) })),
    shapes: counts.map((trades, k) => {
      const left = start + k * step;
      const className = left + step / 2 > 0 ? 'gain-bar' : 'loss-bar';
      return trades === 0 ? null : box(x, y, [left + gap, 0], [left + step - gap, trades], className);
    }),
  });
}

function lines({ start, step, counts, beyond }: Histogram): Html[] {
  return counts.map((trades, k) => {
    const from = percent(start + k * step, 1);
    const to = percent(start + (k + 1) * step, 1);
    const isFirst = k === 0 && beyond.below > 0;
    const isLast = k === counts.length - 1 && beyond.above > 0;
    const range = isFirst ? `below ${to}` : isLast ? `${from} and more` : `${from} to ${to}`;
    return html`${range}: <b>${tradeCount(trades)}</b>`;
  });
}

function beyondNote({ beyond: { below, above } }: Histogram): Html | null {
  if (below + above === 0) return null;
  const parts = [
    below > 0 ? `${tradeCount(below)} with larger losses` : '',
    above > 0 ? `${tradeCount(above)} with larger gains` : '',
  ];
  return html`<p class="note">The outermost bars also hold ${parts.filter(Boolean).join(' and ')}.</p>`;
}

function tradeCount(trades: number): string {
  return trades === 1 ? '1 trade' : `${count(trades)} trades`;
}
