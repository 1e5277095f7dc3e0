import type { Funnel, FunnelCondition, UnfilledOrders } from '#shared/domain/funnel.ts';
import { counted, whole } from '../checks/quantities.ts';

/** A step on the way from bars to fills, in words. */
export interface FunnelStep {
  readonly sentence: string;
  /** How many conditions stand around this one; 0 for every other step. */
  readonly depth: number;
  /** Nothing came past it: a condition that was never true, no order, no fill. */
  readonly isDeadEnd: boolean;
}

/**
 * The funnel in words, down to the step at which nothing is left:
 * `fast > slow (line 14) was true on 0 of 4,210 bars.`
 */
export function funnelSteps(funnel: Funnel): FunnelStep[] {
  const { bars, barsAfterWarmUp, conditions, sent, accepted, filled, unfilled } = funnel;
  if (barsAfterWarmUp === 0) {
    return [step(`All of the ${counted(bars, 'bar')} are warm-up: the strategy was never asked.`, true)];
  }
  const seen =
    barsAfterWarmUp === bars
      ? `The strategy saw all of the ${counted(bars, 'bar')}.`
      : `After warm-up the strategy saw ${whole(barsAfterWarmUp)} of ${counted(bars, 'bar')}.`;
  const steps = [
    step(seen),
    ...conditions.map((condition) => ({
      sentence: conditionSentence(condition, barsAfterWarmUp),
      depth: depthOf(condition, conditions),
      isDeadEnd: condition.evaluated > 0 && condition.seen === 0,
    })),
  ];
  if (sent === 0) return [...steps, step('It sent no order.', true)];
  const orders = `It sent ${counted(sent, 'order')}; ${whole(accepted)} of them ${accepted === 1 ? 'was' : 'were'} accepted and ${whole(filled)} filled.`;
  return [...steps, step(orders, filled === 0), ...unfilled.map((orders) => step(unfilledSentence(orders)))];
}

function step(sentence: string, isDeadEnd = false): FunnelStep {
  return { sentence, depth: 0, isDeadEnd };
}

function depthOf({ within }: FunnelCondition, conditions: readonly FunnelCondition[]): number {
  const around = within === null ? undefined : conditions[within];
  return around === undefined ? 0 : 1 + depthOf(around, conditions);
}

function conditionSentence({ label, line, evaluated, seen }: FunnelCondition, bars: number): string {
  const name = line === null ? label : `${label} (line ${line})`;
  if (evaluated === 0) return `${name} was never looked at.`;
  if (evaluated === bars) return `${name} was true on ${whole(seen)} of ${counted(bars, 'bar')}.`;
  return `${name} was true on ${whole(seen)} of the ${counted(evaluated, 'bar')} on which it was looked at.`;
}

function unfilledSentence({ status, reason, count }: UnfilledOrders): string {
  const subject = `${counted(count, 'order')} ${count === 1 ? 'was' : 'were'}`;
  const fate = status === 'pending' ? 'still waiting at the end' : status;
  if (reason === null) return `${subject} ${fate}.`;
  return `${subject} ${reason.startsWith(fate) ? reason : `${fate}: ${reason}`}.`;
}
