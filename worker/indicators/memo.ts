import { BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../column-memory.ts';
import type { Indicator, IndicatorInputs } from './indicator.ts';

/**
 * Results of indicators, kept from run to run: a sweep computes each moving average once.
 *
 * A column is known by a name that says what is in it: `<hash>.close` for a column of bars, `<hash>.close|sma(10)` for
 * what was computed from it, so indicators of indicators are kept too. (Each indicator takes a fixed number of columns,
 * so no two computations share a name.) The hash is that of the bars' contents: other bars, another name. A column
 * without a name, such as a strategy's own, is computed from anew each time.
 *
 * At most `limit` bytes are kept; the results that were used longest ago go first.
 */
export class IndicatorMemo {
  readonly #limit: number;
  readonly #names = new WeakMap<Float64Array, string>();
  /** By name of the computation; in the order of their last use. */
  readonly #results = new Map<string, readonly Float64Array[]>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Makes results of these bars worth keeping.
   * @param hash stands for exactly these bars, never for others
   */
  nameBars(bars: BarColumns, hash: string): void {
    for (const column of BAR_COLUMNS) this.#names.set(bars[column], `${hash}.${column}`);
  }

  /**
   * What the indicator computes from the inputs.
   * @returns columns that others may hold too: nobody may write to them
   */
  columnsOf(indicator: Indicator, inputs: IndicatorInputs, params: readonly number[]): readonly Float64Array[] {
    const source = this.#nameOf(inputs);
    if (source === null) return indicator.compute(inputs, params);
    const name = `${source}|${indicator.id}(${params.join(',')})`;
    const known = this.#results.get(name);
    if (known !== undefined) {
      this.#results.delete(name);
      this.#results.set(name, known);
      return known;
    }
    const columns = indicator.compute(inputs, params);
    columns.forEach((column, i) => {
      this.#names.set(column, columns.length === 1 ? name : `${name}.${indicator.outputs[i]}`);
    });
    this.#keep(name, columns);
    return columns;
  }

  #nameOf(inputs: IndicatorInputs): string | null {
    const names = columnsIn(inputs).map((column) => this.#names.get(column));
    return names.includes(undefined) ? null : names.join('&');
  }

  #keep(name: string, columns: readonly Float64Array[]): void {
    this.#results.set(name, columns);
    for (const column of columns) columnMemory.keep(column);
    this.#bytes += bytesOf(columns);
    for (const [oldest, itsColumns] of this.#results) {
      if (this.#bytes <= this.#limit) break;
      this.#results.delete(oldest);
      for (const column of itsColumns) columnMemory.giveBack(column);
      this.#bytes -= bytesOf(itsColumns);
    }
  }
}

/** The memo of this thread. */
export const indicatorMemo = new IndicatorMemo(64 * 2 ** 20);

function columnsIn(inputs: IndicatorInputs): readonly Float64Array[] {
  switch (inputs.kind) {
    case 'source':
      return [inputs.source];
    case 'two-sources':
      return [inputs.first, inputs.second];
    case 'bars':
      return BAR_COLUMNS.map((column) => inputs.bars[column]);
  }
}

function bytesOf(columns: readonly Float64Array[]): number {
  return columns.reduce((bytes, column) => bytes + column.byteLength, 0);
}
