import type { ConditionBuilder } from '#shared/strategy-api/signals.ts';
import { sameTimes } from '../../engine/clock.ts';
import type { ModuleScope } from '../../strategy/module.ts';
import { type ColumnSeries, type Cursor, cursorOf, isSeries } from '../../strategy/series.ts';
import { pack } from '../bits/bits.ts';
import { StrategyCondition } from './condition.ts';
import type { Comparison } from './expression.ts';

type FirstSymbol = NonNullable<ModuleScope['first']>;

/** `when` as strategies import it. */
export function bindConditions(scope: ModuleScope): ConditionBuilder {
  const comparison = (kind: Comparison['kind']) => (a: unknown, b: unknown) => {
    const { cursor } = firstSymbol(scope);
    if (!isSeries(a)) throw new TypeError(`when.${kind} compares a series: when.${kind}(data.close, …).`);
    if (typeof b !== 'number' && !isSeries(b)) {
      throw new TypeError(`when.${kind} compares a series with a series or a number.`);
    }
    if (!hasTimesOf(a, cursor) || (typeof b !== 'number' && !hasTimesOf(b, cursor))) {
      throw new RangeError(`when.${kind}: a series has bars at other times than the symbol that is traded.`);
    }
    return new StrategyCondition({ kind, a, b });
  };
  return {
    above: comparison('above'),
    below: comparison('below'),
    crossOver: comparison('crossOver'),
    crossUnder: comparison('crossUnder'),
    condition: (values: unknown) => given(values, firstSymbol(scope).rows),
  };
}

function hasTimesOf(series: ColumnSeries, cursor: Cursor): boolean {
  const own = cursorOf(series);
  return own === cursor || sameTimes(own.time, cursor.time);
}

function given(values: unknown, rows: number): StrategyCondition {
  if (!Array.isArray(values) || values.length !== rows) {
    throw new RangeError(`when.condition: it needs true or false for each of the ${rows} bars.`);
  }
  return new StrategyCondition({ kind: 'given', bits: pack(rows, (row) => values[row] === true) });
}

function firstSymbol({ first }: ModuleScope): FirstSymbol {
  if (first === null) throw new Error('when works in signals, where the bars are.');
  return first;
}
