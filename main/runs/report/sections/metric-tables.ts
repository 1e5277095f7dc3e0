import { formatMetric } from '#shared/domain/format-metric.ts';
import { METRIC_CATALOG, METRIC_GROUPS, type MetricEntry } from '#shared/domain/metric-catalog.ts';
import type { MetricValue, RunResult } from '#shared/domain/run-result.ts';
import { date } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { section } from './section.ts';

const CATALOG: Readonly<Record<string, MetricEntry>> = METRIC_CATALOG;

/** Every metric of the run by group, in the catalogue's order, with its convention. */
export function metricTables({ result, currency }: ReportInput): Html {
  const known = Object.entries(CATALOG).filter(([id]) => id in result.metrics);
  const unknown = Object.keys(result.metrics).filter((id) => !(id in CATALOG));
  const row = (id: string, label: string, description: string) =>
    metricRow(label, description, result.metrics[id] as MetricValue, currency);
  const groups = METRIC_GROUPS.map((group) => {
    const rows = known.filter(([, entry]) => entry.group === group);
    return metricTable(
      group,
      rows.map(([id, { label, description }]) => row(id, label, description)),
    );
  });
  const others = metricTable(
    'Others',
    unknown.map((id) => row(id, id, '')),
  );
  return section('metrics', 'All metrics', html`<div class="groups">${groups}${others}</div>`, measuredFrom(result));
}

function measuredFrom({ time, firstTradableBar }: RunResult): string {
  const start = time[firstTradableBar - 1];
  const warmUp = start === undefined ? '' : `; measured from ${date(start)}, when the warm-up was over`;
  return `each with its convention, since tools disagree${warmUp}`;
}

function metricTable(group: string, rows: Html[]): Html | null {
  if (rows.length === 0) return null;
  return html`<table><caption>${group}</caption><thead class="hidden"><tr><th scope="col">Metric and convention</th><th scope="col">Value</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function metricRow(label: string, description: string, metric: MetricValue, currency: string): Html {
  return html`<tr><th scope="row" title="${description}">${label}<small>${metric.convention}</small></th><td class="value">${formatMetric(metric, currency)}</td></tr>`;
}
