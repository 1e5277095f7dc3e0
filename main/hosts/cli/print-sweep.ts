import { formatMetric } from '#shared/domain/format-metric.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { METRIC_CATALOG } from '#shared/domain/metric-catalog.ts';
import { unitOf } from '../../sweeps/metric-unit.ts';
import type { SweepRecord } from '../../sweeps/sweep-record.ts';
import { formatNumber } from './format.ts';
import type { Terminal } from './terminal.ts';

/** One result as the table shows it. */
export interface RankedResult {
  /** The searched parameters. */
  params: Record<string, ParamValue>;
  /** By metric; NaN where it has none. */
  metrics: Record<string, number>;
}

/** What came of a sweep, the best first, and how many trials that was. */
export function printSweep(
  terminal: Terminal,
  sweep: SweepRecord,
  best: readonly RankedResult[],
  { trials, currency }: { trials: number; currency: string },
): void {
  const { strategy, series, search, done, failed } = sweep;
  const named = search.space.axes.map(({ name }) => name);
  const ranking = search.objectives[0]?.metric ?? 'sharpe';
  const columns = [ranking, ...search.metrics.filter((metric) => metric !== ranking)].slice(0, 8);
  terminal.print(terminal.styled('bold', `${strategy.name} on ${series.join(', ')}`));
  const came = failed === 0 ? '' : `, ${formatNumber(failed, 0)} of them failed`;
  terminal.print(`  ${formatNumber(done, 0)} runs by ${search.method}${came}`);
  terminal.print();
  terminal.table(
    [
      [...named, ...columns.map((metric) => METRIC_CATALOG[metric].label)],
      ...best.map(({ params, metrics }) => [
        ...named.map((name) => String(params[name])),
        ...columns.map((metric) =>
          formatMetric({ value: metrics[metric] ?? Number.NaN, unit: unitOf(metric), convention: '' }, currency),
        ),
      ]),
    ],
    [...named.keys(), ...columns.map((_, column) => named.length + column)],
  );
  terminal.print();
  const count = formatNumber(trials, 0);
  terminal.print(`The best of many looks better than it is: this strategy was tried ${count} times so far.`);
  terminal.print('Hypothetical results: simulated on past prices, with the benefit of hindsight; no real trading.');
  terminal.print();
  terminal.table([['sweep', sweep.id]]);
}
