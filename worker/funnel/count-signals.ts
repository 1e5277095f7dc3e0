import type { FunnelCondition } from '#shared/domain/funnel.ts';
import { isTrueAt } from '../signals/conditions/expression.ts';
import { planSeries, type SignalPlan } from '../signals/plan.ts';
import type { LoadedStrategy } from '../strategy/definition.ts';
import { type ColumnSeries, type Cursor, cursorOf } from '../strategy/series.ts';

const SIGNALS = ['entries', 'exits', 'shortEntries', 'shortExits'] as const;

/**
 * On how many bars after warm-up each signal of a strategy is true, whatever is held: a run passes over its bars and
 * trades nothing.
 *
 * @param plan what the strategy says in advance
 * @param simulate makes the run with this strategy in place of the original
 */
export function countSignals(
  strategy: LoadedStrategy,
  plan: NonNullable<LoadedStrategy['signals']>,
  simulate: (strategy: LoadedStrategy) => unknown,
): FunnelCondition[] {
  const counts = new Map<string, number>();
  let bars = 0;
  let planned: { plan: SignalPlan; cursor: Cursor } | null = null;
  simulate({
    ...strategy,
    setup(context) {
      planned = { plan: plan(context), cursor: cursorOf(context.data.close as ColumnSeries) };
      return planSeries(planned.plan);
    },
    onBar() {
      if (planned === null || !planned.cursor.isNew) return;
      bars++;
      for (const label of SIGNALS) {
        const signal = planned.plan[label];
        if (signal === null) continue;
        counts.set(label, (counts.get(label) ?? 0) + (isTrueAt(signal, planned.cursor.row) ? 1 : 0));
      }
    },
  });
  return [...counts].map(([label, seen]) => ({ label, line: null, evaluated: bars, seen, within: null }));
}
