import type { RunDetail } from '#shared/contract/run.ts';
import { formatMetric } from '#shared/domain/format-metric.ts';
import { METRIC_CATALOG, type MetricId } from '#shared/domain/metric-catalog.ts';
import { formatDecimal } from '../../ui/format/decimal.ts';
import { commonTime } from './overlay.ts';

export type Better = 'higher' | 'lower' | 'neither';

export interface MatrixCell {
  run: string;
  text: string;
  /** NaN where it isn't defined. */
  value: number;
  /** Against the first run, without a plus; empty for the first run, and where there is nothing to subtract. */
  delta: string;
  deltaValue: number;
  isBest: boolean;
}

export interface MatrixRow {
  id: MetricId;
  label: string;
  better: Better;
  cells: MatrixCell[];
}

const ROWS: readonly (readonly [MetricId, Better])[] = [
  ['totalReturn', 'higher'],
  ['cagr', 'higher'],
  ['volatility', 'lower'],
  ['sharpe', 'higher'],
  ['sortino', 'higher'],
  ['calmar', 'higher'],
  ['maxDrawdown', 'higher'],
  ['maxDrawdownDuration', 'lower'],
  ['profitFactor', 'higher'],
  ['winRate', 'higher'],
  ['expectancy', 'higher'],
  ['trades', 'neither'],
  ['averageBarsHeld', 'neither'],
  ['exposure', 'neither'],
  ['turnover', 'neither'],
  ['totalCosts', 'lower'],
  ['buyAndHoldReturn', 'neither'],
  ['alpha', 'higher'],
  ['beta', 'neither'],
];

/**
 * Figures of several runs side by side; where all cover the same time, each against the first run, and the best one
 * marked where one is better.
 */
export function kpiMatrix(runs: readonly Pick<RunDetail, 'run' | 'result'>[]): MatrixRow[] {
  const isOneTime = coverOneTime(runs);
  return ROWS.map(([id, better]) => {
    const [first, ...others] = runs.map(({ run, result }) => ({ run, metric: result?.metrics[id] }));
    const cells = (first === undefined ? [] : [first, ...others]).map(({ run, metric }): MatrixCell => {
      const { currency } = run;
      const value = metric?.value ?? Number.NaN;
      const unit = metric?.unit ?? 'ratio';
      const isComparable =
        isOneTime && run.id !== first?.run.id && (unit !== 'money' || currency === first?.run.currency);
      const deltaValue = isComparable ? value - (first?.metric?.value ?? Number.NaN) : Number.NaN;
      return {
        run: run.id,
        text: formatMetric({ value, unit, convention: '' }, currency),
        value,
        deltaValue,
        delta: deltaText(deltaValue, unit, currency),
        isBest: false,
      };
    });
    return { id, label: METRIC_CATALOG[id].label, better, cells: isOneTime ? withBest(cells, better) : cells };
  });
}

/** False where a figure of one run covers a time that another one's doesn't; runs without a result don't count. */
export function coverOneTime(runs: readonly Pick<RunDetail, 'result'>[]): boolean {
  return commonTime(runs.flatMap(({ result }) => result ?? []))?.isCut === false;
}

function deltaText(value: number, unit: Parameters<typeof formatMetric>[0]['unit'], currency: string): string {
  if (!Number.isFinite(value)) return '';
  // A difference of two percentages is no percentage of anything.
  return unit === 'fraction'
    ? `${formatDecimal(value * 100, 2)} pp`
    : formatMetric({ value, unit, convention: '' }, currency);
}

/** Where several share the first place, none is the best. */
function withBest(cells: MatrixCell[], better: Better): MatrixCell[] {
  const values = cells.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  if (better === 'neither' || values.length < 2) return cells;
  const best = better === 'higher' ? Math.max(...values) : Math.min(...values);
  if (values.filter((value) => value === best).length > 1) return cells;
  return cells.map((cell) => ({ ...cell, isBest: cell.value === best }));
}
