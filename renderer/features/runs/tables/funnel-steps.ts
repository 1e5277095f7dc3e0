import type { RunDetail } from '#shared/contract/run.ts';
import { formatCount } from '../../../ui/format/count.ts';

type Funnel = NonNullable<NonNullable<RunDetail['result']>['funnel']>;

/** A step on the way from bars to fills. */
export interface FunnelStep {
  label: string;
  /** Line in the strategy. */
  line: number | null;
  /** How many came through. */
  count: number;
  /** Of how many; 0 where nobody asked. */
  of: number;
  unit: 'bars' | 'orders';
  /** Conditions that stand around this one. */
  depth: number;
  /** Nothing came through here. */
  isDeadEnd: boolean;
}

/** How far a run without trades got, step by step, down to the orders. */
export function funnelSteps(funnel: Funnel): FunnelStep[] {
  const { bars, barsAfterWarmUp, conditions, sent, accepted, filled } = funnel;
  const step = (label: string, count: number, of: number, unit: FunnelStep['unit']): FunnelStep => ({
    label,
    line: null,
    count,
    of,
    unit,
    depth: 0,
    isDeadEnd: of > 0 && count === 0,
  });
  const seen = step('Bars after warm-up', barsAfterWarmUp, bars, 'bars');
  if (barsAfterWarmUp === 0) return [seen];
  const met = conditions.map((condition) => ({
    ...step(condition.label, condition.seen, condition.evaluated, 'bars'),
    line: condition.line,
    depth: depthOf(condition, conditions),
  }));
  const orders = { ...step('Orders sent', sent, sent, 'orders'), isDeadEnd: sent === 0 };
  if (sent === 0) return [seen, ...met, orders];
  return [
    seen,
    ...met,
    orders,
    step('Orders accepted', accepted, sent, 'orders'),
    step('Orders filled', filled, accepted, 'orders'),
  ];
}

/** `true on 12 of 4,210 bars` */
export function stepInWords({ count, of, unit, line }: FunnelStep): string {
  if (of === 0) return unit === 'orders' ? 'none' : 'never looked at';
  const share = `${formatCount(count)} of ${formatCount(of)} ${unit}`;
  return line === null ? share : `true on ${share}`;
}

/** What became of orders that weren't filled, a sentence each. */
export function unfilledInWords({ unfilled }: Funnel): string[] {
  return unfilled.map(({ status, reason, count }) => {
    const subject = count === 1 ? '1 order was' : `${formatCount(count)} orders were`;
    const fate = status === 'pending' ? 'still waiting at the end' : status;
    if (reason === null) return `${subject} ${fate}.`;
    return `${subject} ${reason.startsWith(fate) ? reason : `${fate}: ${reason}`}.`;
  });
}

type Conditions = Funnel['conditions'];

function depthOf({ within }: Conditions[number], conditions: Conditions): number {
  const around = within === null ? undefined : conditions[within];
  return around === undefined ? 0 : 1 + depthOf(around, conditions);
}
