import type { BarColumns } from '#shared/domain/bars.ts';

/** What an indicator is computed from: one column, two columns of equal length, or the bars of a symbol. */
export type IndicatorInputs =
  | { readonly kind: 'source'; readonly source: Float64Array }
  | { readonly kind: 'two-sources'; readonly first: Float64Array; readonly second: Float64Array }
  | { readonly kind: 'bars'; readonly bars: BarColumns };

export interface IndicatorParam {
  readonly name: string;
  /** Taken when the strategy doesn't give one; without it the parameter must be given. */
  readonly default?: number;
  readonly integer: boolean;
  readonly min: number;
  readonly max?: number;
}

/**
 * One technical indicator, as the catalogue lists it.
 *
 * All follow the same rules. A value depends on its bar and earlier ones only. All outputs start together: the
 * first `lookback` values are NaN. An input that is NaN (or infinite) cuts the series: the indicator starts afresh
 * behind it, as if the series began there. For an indicator over a window this means NaN exactly while the gap is
 * inside the window; and leading NaNs only shift the start, so indicators of indicators work.
 */
export interface Indicator {
  /** Its name in `ta`. */
  readonly id: string;
  readonly inputs: IndicatorInputs['kind'];
  readonly params: readonly IndicatorParam[];
  /** Names of the columns that `compute` returns, in order; `['value']` for a single one. */
  readonly outputs: readonly string[];
  /** Bars before the first value. */
  lookback(params: readonly number[]): number;
  /**
   * @param params all of them, as `checkIndicatorParams` returns them
   * @returns fresh columns, as long as the input, one for each output
   */
  compute(inputs: IndicatorInputs, params: readonly number[]): Float64Array[];
  /** Where the formula comes from. */
  readonly source: string;
}

/** A whole number of bars, at least one. */
export const PERIOD = { name: 'period', integer: true, min: 1 } as const satisfies IndicatorParam;

interface Definition {
  id: string;
  params: readonly IndicatorParam[];
  outputs?: readonly string[];
  lookback(...params: number[]): number;
  source: string;
}

/** An indicator of one column: `ta.sma(data.close, 10)`. */
export function onSource(
  definition: Definition & { compute(source: Float64Array, ...params: number[]): Float64Array[] },
): Indicator {
  return {
    ...described(definition, 'source'),
    compute(inputs, params) {
      if (inputs.kind !== 'source') throw mismatch(definition.id, 'source', inputs.kind);
      return definition.compute(inputs.source, ...params);
    },
  };
}

/** An indicator of two columns: `ta.correlation(data.close, other.close, 20)`. */
export function onTwoSources(
  definition: Definition & {
    compute(first: Float64Array, second: Float64Array, ...params: number[]): Float64Array[];
  },
): Indicator {
  return {
    ...described(definition, 'two-sources'),
    compute(inputs, params) {
      if (inputs.kind !== 'two-sources') throw mismatch(definition.id, 'two-sources', inputs.kind);
      return definition.compute(inputs.first, inputs.second, ...params);
    },
  };
}

/** An indicator of a symbol's bars: `ta.atr(data, 14)`. */
export function onBars(
  definition: Definition & { compute(bars: BarColumns, ...params: number[]): Float64Array[] },
): Indicator {
  return {
    ...described(definition, 'bars'),
    compute(inputs, params) {
      if (inputs.kind !== 'bars') throw mismatch(definition.id, 'bars', inputs.kind);
      return definition.compute(inputs.bars, ...params);
    },
  };
}

function described(definition: Definition, inputs: IndicatorInputs['kind']): Omit<Indicator, 'compute'> {
  return {
    id: definition.id,
    inputs,
    params: definition.params,
    outputs: definition.outputs ?? ['value'],
    lookback: (params) => definition.lookback(...params),
    source: definition.source,
  };
}

function mismatch(id: string, expected: string, got: string): TypeError {
  return new TypeError(`${id} is computed from ${expected}, not from ${got}`);
}
