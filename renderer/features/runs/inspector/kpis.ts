import type { RunMetric } from '#shared/contract/run.ts';
import { formatMetric } from '#shared/domain/format-metric.ts';
import { METRIC_CATALOG, METRIC_GROUPS, type MetricGroup, type MetricId } from '#shared/domain/metric-catalog.ts';
import { sentence } from '#shared/domain/sentence.ts';

/** A figure of a run as the screen shows it. */
export interface Kpi {
  id: MetricId;
  label: string;
  /** NaN where it isn't defined. */
  value: number;
  text: string;
  /** A gain or a loss. */
  isSigned: boolean;
  /** What it says, and by which rule it was computed. */
  note: string;
}

type Metrics = Readonly<Record<string, RunMetric>>;

/** What a trader asks for first, two by two. */
const HEADLINE: readonly MetricId[] = [
  'totalReturn',
  'cagr',
  'sharpe',
  'sortino',
  'maxDrawdown',
  'calmar',
  'profitFactor',
  'winRate',
  'trades',
  'exposure',
  'buyAndHoldReturn',
  'totalCosts',
];

/** Gains and losses, written with a sign. */
const SIGNED: ReadonlySet<MetricId> = new Set([
  'totalReturn',
  'annualReturn',
  'cagr',
  'profit',
  'maxDrawdown',
  'averageDrawdown',
  'valueAtRisk',
  'conditionalValueAtRisk',
  'expectancy',
  'expectancyClosed',
  'profitForced',
  'buyAndHoldReturn',
  'alpha',
]);

/** The figures at the top of the inspector; those that weren't computed have a dash. */
export function headlineKpis(metrics: Metrics, currency: string): Kpi[] {
  return HEADLINE.map((id) => kpiOf(id, metrics[id], currency));
}

/** All figures that were computed, in the groups and the order of the catalogue. */
export function kpiGroups(metrics: Metrics, currency: string): { group: MetricGroup; kpis: Kpi[] }[] {
  const ids = (Object.keys(METRIC_CATALOG) as MetricId[]).filter((id) => metrics[id] !== undefined);
  return METRIC_GROUPS.map((group) => ({
    group,
    kpis: ids.filter((id) => METRIC_CATALOG[id].group === group).map((id) => kpiOf(id, metrics[id], currency)),
  })).filter(({ kpis }) => kpis.length > 0);
}

function kpiOf(id: MetricId, metric: RunMetric | undefined, currency: string): Kpi {
  const { label, description } = METRIC_CATALOG[id];
  const value = metric?.value ?? Number.NaN;
  return {
    id,
    label,
    value,
    text: formatMetric({ value, unit: metric?.unit ?? 'ratio', convention: '' }, currency),
    isSigned: SIGNED.has(id),
    note: `${description} ${metric === undefined ? 'Not computed for this run.' : sentence(metric.convention)}`,
  };
}
