import { HindcastError } from '#shared/domain/errors.ts';
import { sameTimes } from '../engine/clock.ts';
import { INDICATORS } from '../indicators/catalogue.ts';
import { checkIndicatorParams } from '../indicators/check.ts';
import type { Indicator, IndicatorInputs } from '../indicators/indicator.ts';
import { type IndicatorMemo, indicatorMemo } from '../indicators/memo.ts';
import { feedOf, isSymbolBars, type SymbolBars } from './market.ts';
import { ColumnSeries, type Cursor, columnOf, crossed, cursorOf, isSeries } from './series.ts';

type IndicatorResult = ColumnSeries | Readonly<Record<string, ColumnSeries>>;
type IndicatorCall = (...args: readonly unknown[]) => IndicatorResult;
type Crossing = (a: unknown, b: unknown) => boolean;

/** `ta` as strategies import it: every indicator of the catalogue, and crossings. */
export type BoundIndicators = Readonly<Record<string, IndicatorCall | Crossing>>;

/** The call of `ta` that made a series. */
export interface Origin {
  readonly indicator: Indicator;
  /** Which of the indicator's outputs it is. */
  readonly output: string;
  readonly params: readonly number[];
  /** Bars, one series or two. */
  readonly inputs: readonly (SymbolBars | ColumnSeries)[];
}

const origins = new WeakMap<ColumnSeries, Origin>();

/** Where a series comes from; null for columns of bars and a strategy's own series. */
export function originOf(series: ColumnSeries): Origin | null {
  return origins.get(series) ?? null;
}

/**
 * Binds the catalogue to series. Asking twice for the same indicator of the same series gives the same series, so
 * a strategy may write `ta.sma(data.close, 10)` wherever it needs it.
 * @param memo keeps the numbers behind them from run to run
 */
export function bindIndicators(memo: IndicatorMemo = indicatorMemo): BoundIndicators {
  const known = new Map<object, Map<string, IndicatorResult>>();
  const bound: Record<string, IndicatorCall | Crossing> = {};
  for (const indicator of INDICATORS) {
    bound[indicator.id] = (...args: readonly unknown[]) => {
      const { inputs, owner, other, cursor, rest } = readInputs(indicator, args);
      const params = checkedParams(indicator, rest);
      const memory = memoryOf(known, owner);
      const key = `${indicator.id}(${params.join(',')})${other === null ? '' : `#${numberOf(other)}`}`;
      const before = memory.get(key);
      if (before !== undefined) return before;
      const series = memo.columnsOf(indicator, inputs, params).map((column) => new ColumnSeries(column, cursor));
      const from = other === null ? [owner] : [owner, other];
      series.forEach((one, i) => {
        origins.set(one, { indicator, output: indicator.outputs[i] as string, params, inputs: from });
      });
      const result = wrap(indicator, series);
      memory.set(key, result);
      return result;
    };
  }
  bound['crossOver'] = (a: unknown, b: unknown) => crossing('crossOver', a, b, 1);
  bound['crossUnder'] = (a: unknown, b: unknown) => crossing('crossUnder', a, b, -1);
  // A copy, because an object that grew member by member is slow to look names up in.
  return { ...bound };
}

interface ReadInputs {
  inputs: IndicatorInputs;
  /** The object that the result is remembered for. */
  owner: SymbolBars | ColumnSeries;
  /** The second series, where there is one. */
  other: ColumnSeries | null;
  cursor: Cursor;
  rest: readonly unknown[];
}

function readInputs(indicator: Indicator, args: readonly unknown[]): ReadInputs {
  const [first, second] = args;
  if (indicator.inputs === 'bars') {
    if (!isSymbolBars(first)) {
      throw new TypeError(`ta.${indicator.id} is computed from bars: ta.${indicator.id}(data, …).`);
    }
    const feed = feedOf(first);
    const inputs = { kind: 'bars', bars: feed.bars } as const;
    return { inputs, owner: first, other: null, cursor: feed.cursor, rest: args.slice(1) };
  }
  if (!isSeries(first)) {
    throw new TypeError(`ta.${indicator.id} is computed from a series: ta.${indicator.id}(data.close, …).`);
  }
  const cursor = cursorOf(first);
  if (indicator.inputs === 'source') {
    const inputs = { kind: 'source', source: columnOf(first) } as const;
    return { inputs, owner: first, other: null, cursor, rest: args.slice(1) };
  }
  if (!isSeries(second)) {
    throw new TypeError(`ta.${indicator.id} is computed from two series: ta.${indicator.id}(data.close, other, …).`);
  }
  if (!sameTimes(cursor.time, cursorOf(second).time)) {
    throw new RangeError(`ta.${indicator.id}: the two series have bars at different times, so their rows don't match.`);
  }
  const inputs = { kind: 'two-sources', first: columnOf(first), second: columnOf(second) } as const;
  return { inputs, owner: first, other: second, cursor, rest: args.slice(2) };
}

function checkedParams(indicator: Indicator, args: readonly unknown[]): number[] {
  try {
    return checkIndicatorParams(indicator, args);
  } catch (error) {
    // Our own error classes stay on our side of the sandbox.
    throw error instanceof HindcastError ? new RangeError(error.detail.message) : error;
  }
}

function wrap(indicator: Indicator, series: readonly ColumnSeries[]): IndicatorResult {
  const [only] = series;
  if (only !== undefined && series.length === 1) return only;
  return Object.freeze(Object.fromEntries(indicator.outputs.map((name, i) => [name, series[i] as ColumnSeries])));
}

function crossing(call: string, a: unknown, b: unknown, direction: 1 | -1): boolean {
  try {
    return crossed(a as ColumnSeries, b as ColumnSeries | number, direction);
  } catch {
    // Reading the private parts of anything but a series throws: checking first would cost time on every bar.
    throw new TypeError(`ta.${call} compares a series with a series or a number.`);
  }
}

function memoryOf(known: Map<object, Map<string, IndicatorResult>>, owner: object): Map<string, IndicatorResult> {
  const memory = known.get(owner) ?? new Map<string, IndicatorResult>();
  known.set(owner, memory);
  return memory;
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** A number that stands for an object in a key. */
function numberOf(object: object): number {
  const number = numbers.get(object) ?? ++lastNumber;
  numbers.set(object, number);
  return number;
}
