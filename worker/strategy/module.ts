import type { ConditionBuilder, SizeBuilder } from '#shared/strategy-api/signals.ts';
import { mulberry32 } from '../engine/random.ts';
import { bindConditions } from '../signals/conditions/when.ts';
import { size } from '../signals/size.ts';
import { strategy } from './definition.ts';
import { param } from './params.ts';
import { ColumnSeries, type Cursor, cursorOf, isSeries } from './series.ts';
import { type BoundIndicators, bindIndicators } from './ta.ts';

/** What the module needs from the run once that has begun; before that only declarations work. */
export interface ModuleScope {
  /** Cursor and number of bars of the first symbol; null until the run begins. */
  first: { cursor: Cursor; rows: number } | null;
}

export interface HindcastModule {
  strategy: typeof strategy;
  param: typeof param;
  ta: BoundIndicators;
  when: ConditionBuilder;
  size: SizeBuilder;
  series(values: readonly number[], like?: unknown): ColumnSeries;
  random(): number;
}

/**
 * The module `hindcast` as one run's strategy imports it; the sandbox freezes it before the strategy sees it.
 * @param seed of `random()`
 */
export function hindcastModule(scope: ModuleScope, seed: number): HindcastModule {
  const random = mulberry32(seed);
  return {
    strategy,
    param,
    ta: bindIndicators(),
    when: bindConditions(scope),
    size,
    series: (values: readonly number[], like?: unknown) => ownSeries(scope, values, like),
    random: () => random(),
  };
}

function ownSeries(scope: ModuleScope, values: readonly number[], like: unknown): ColumnSeries {
  if (scope.first === null) throw new Error('series() works in setup, where the bars are.');
  if (like !== undefined && !isSeries(like)) throw new TypeError('series: the second argument is a series to be like.');
  const rows = like === undefined ? scope.first.rows : like.length;
  if (!Array.isArray(values) || values.length !== rows) {
    throw new RangeError(`series: it needs one number for each of the ${rows} bars, got ${values?.length}.`);
  }
  const column = new Float64Array(rows);
  for (let i = 0; i < rows; i++) column[i] = Number(values[i]);
  return new ColumnSeries(column, like === undefined ? scope.first.cursor : cursorOf(like));
}
