import { formatMetric } from '#shared/domain/format-metric.ts';
import { METRIC_CATALOG, type MetricId } from '#shared/domain/metric-catalog.ts';
import { returnInterval } from '../../return-interval.ts';
import { percentagePoints, signedPercent } from '../figures.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { ReportInput } from '../report-input.ts';

/** The eight figures that are asked for first, each with the convention it follows. */
export function headline(input: ReportInput): Html {
  return html`<dl id="figures" class="figures">
${[signed(input, 'totalReturn'), signed(input, 'cagr'), plain(input, 'maxDrawdown', 'down'), plain(input, 'sharpe')]}
${[plain(input, 'trades'), plain(input, 'winRate'), plain(input, 'profitFactor'), againstBuyAndHold(input)]}
</dl>`;
}

function figure(label: string, value: Piece, tone: string, convention: string, doubt: Html | null = null): Html {
  return html`<div><dt>${label}</dt><dd class="${tone}">${value}${doubt}<small>${convention}</small></dd></div>`;
}

function plain({ result, currency }: ReportInput, id: MetricId, toneIfNegative = ''): Html {
  const metric = result.metrics[id];
  const { label } = METRIC_CATALOG[id];
  if (metric === undefined) return figure(label, '–', '', 'not computed');
  return figure(label, formatMetric(metric, currency), metric.value < 0 ? toneIfNegative : '', metric.convention);
}

function signed(input: ReportInput, id: MetricId): Html {
  const { result } = input;
  const metric = result.metrics[id];
  const value = metric?.value ?? Number.NaN;
  return figure(
    METRIC_CATALOG[id].label,
    withArrow(value, signedPercent(value)),
    tone(value),
    metric?.convention ?? '',
    id === 'totalReturn' ? interval(input) : null,
  );
}

/** Between which returns the truth lies, where bars leave it open. */
function interval({ result, manifest }: ReportInput): Html | null {
  const between = returnInterval(result, manifest.cash);
  if (between === null) return null;
  const { least, most } = between;
  return html`<small class="interval">↕ between ${signedPercent(least)} and ${signedPercent(most)}: some bars don’t tell which order filled first</small>`;
}

function againstBuyAndHold({ result }: ReportInput): Html {
  const own = result.metrics['totalReturn']?.value ?? Number.NaN;
  const hold = result.metrics['buyAndHoldReturn'];
  const lead = own - (hold?.value ?? Number.NaN);
  const convention = `total return less buy and hold’s ${signedPercent(hold?.value ?? Number.NaN)}, ${hold?.convention ?? 'not computed'}`;
  return figure('Against buy & hold', withArrow(lead, percentagePoints(lead)), tone(lead), convention);
}

function withArrow(value: number, text: string): Html {
  const arrow = { up: '▲', down: '▼', '': '' }[tone(value)];
  return html`${arrow === '' ? null : html`<span class="arrow" aria-hidden="true">${arrow}</span>`}${text}`;
}

/** What reads as zero is neither. */
function tone(value: number): 'up' | 'down' | '' {
  const shown = Math.round(value * 10_000);
  return shown > 0 ? 'up' : shown < 0 ? 'down' : '';
}
