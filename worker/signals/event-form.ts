import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { type ColumnSeries, type Cursor, cursorOf } from '../strategy/series.ts';
import { type Expression, isTrueAt } from './conditions/expression.ts';
import { planSeries, type SignalPlan } from './plan.ts';

/**
 * A signals strategy as the event engine runs it: its plan is the `setup`, and on each bar what the plan says of the
 * bar becomes orders. Every option of the engine and the whole ledger are there, at the event engine's speed.
 */
export class BarSignals {
  /** Found by the engine, which calls `trade` from the first bar on which all of them have a value. */
  readonly series: readonly ColumnSeries[];
  readonly #plan: SignalPlan;
  readonly #cursor: Cursor;

  /** @param close of the symbol that is traded */
  constructor(plan: SignalPlan, close: ColumnSeries) {
    this.series = planSeries(plan);
    this.#plan = plan;
    this.#cursor = cursorOf(close);
  }

  /** Sends what the signals of the current bar ask for. */
  trade({ order, position }: BarContext<ParamDeclarations, unknown>): void {
    const { row, isNew } = this.#cursor;
    if (!isNew) return;
    const { size } = this.#plan;
    const says = (expression: Expression | null) => expression !== null && isTrueAt(expression, row);
    const { entries, exits, shortEntries, shortExits } = this.#plan;
    const [long, short] = [says(entries), says(shortEntries)];
    const wantsLong = long && !short;
    const wantsShort = short && !long;
    if (position.isLong) {
      if (wantsShort || says(exits)) position.close();
      if (wantsShort) order.sell({ size });
    } else if (position.isShort) {
      if (wantsLong || says(shortExits)) position.close();
      if (wantsLong) order.buy({ size });
    } else if (wantsLong) order.buy({ size });
    else if (wantsShort) order.sell({ size });
  }
}
