import type { Funnel, FunnelCondition, UnfilledOrders } from '#shared/domain/funnel.ts';
import { counted, whole } from '../checks/quantities.ts';

/**
 * The funnel in words, one sentence a step, down to the step at which nothing is left:
 * `fast > slow (line 14) was true on 0 of 4,210 bars.`
 */
export function funnelSentences(funnel: Funnel): string[] {
  const { bars, barsAfterWarmUp, conditions, sent, accepted, filled, unfilled } = funnel;
  if (barsAfterWarmUp === 0) return [`All of the ${counted(bars, 'bar')} are warm-up: the strategy was never asked.`];
  const seen =
    barsAfterWarmUp === bars
      ? `The strategy saw all of the ${counted(bars, 'bar')}.`
      : `After warm-up the strategy saw ${whole(barsAfterWarmUp)} of ${counted(bars, 'bar')}.`;
  const sentences = [seen, ...conditions.map((condition) => conditionSentence(condition, barsAfterWarmUp))];
  if (sent === 0) return [...sentences, 'It sent no order.'];
  return [
    ...sentences,
    `It sent ${counted(sent, 'order')}; ${whole(accepted)} of them ${accepted === 1 ? 'was' : 'were'} accepted and ${whole(filled)} filled.`,
    ...unfilled.map(unfilledSentence),
  ];
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
  return `${subject} ${fate}${reason === null ? '' : `: ${reason}`}.`;
}
