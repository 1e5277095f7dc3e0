import type { Funnel, FunnelCondition, UnfilledOrders } from '#shared/domain/funnel.ts';
import { ORDER_ROLES, ORDER_STATUSES, type OrderColumns } from '#shared/domain/run-result.ts';
import type { BarIndex } from '#shared/domain/units.ts';

/** The parts of a run that its funnel is read off. */
export interface FunnelSource {
  readonly time: Float64Array;
  /** First bar on which the strategy was called; the number of bars when it never was. */
  readonly firstTradableBar: BarIndex;
  readonly orders: OrderColumns;
  /** What the orders' reasons point into. */
  readonly texts: readonly string[];
}

const ASKED_FOR = [ORDER_ROLES.indexOf('entry'), ORDER_ROLES.indexOf('exit')];
const REJECTED = ORDER_STATUSES.indexOf('rejected');
const FILLED = ORDER_STATUSES.indexOf('filled');
const PENDING = ORDER_STATUSES.indexOf('pending');

/**
 * How far a run got on its way from bars to fills, and what became of the orders that weren't filled.
 *
 * @param conditions as `countConditions` gives them
 */
export function runFunnel(run: FunnelSource, conditions: readonly FunnelCondition[]): Funnel {
  const { orders, texts } = run;
  const unfilled = new Map<string, { status: number; reason: number; count: number; firstBar: BarIndex }>();
  let sent = 0;
  let rejected = 0;
  let filled = 0;
  for (let row = 0; row < orders.bar.length; row++) {
    if (!ASKED_FOR.includes(orders.role[row] as number)) continue;
    sent++;
    const status = orders.status[row] as number;
    if (status === REJECTED) rejected++;
    if (status === FILLED || (orders.filled[row] as number) > 0) {
      filled++;
      continue;
    }
    const reason = orders.reason[row] as number;
    const bar = (status === PENDING ? orders.bar : orders.endBar)[row] as number;
    const same = unfilled.get(`${status} ${reason}`);
    if (same === undefined) unfilled.set(`${status} ${reason}`, { status, reason, count: 1, firstBar: bar });
    else {
      same.count++;
      same.firstBar = Math.min(same.firstBar, bar);
    }
  }
  return {
    bars: run.time.length,
    barsAfterWarmUp: Math.max(0, run.time.length - run.firstTradableBar),
    conditions,
    sent,
    accepted: sent - rejected,
    filled,
    unfilled: [...unfilled.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ status, reason, count, firstBar }) => ({
        status: ORDER_STATUSES[status] as UnfilledOrders['status'],
        reason: texts[reason] ?? null,
        count,
        firstBar,
      })),
  };
}
