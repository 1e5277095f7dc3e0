import type { Size } from '#shared/strategy-api/orders.ts';
import type { ColumnSeries } from '../strategy/series.ts';
import { ALL_EQUITY, readSize } from '../strategy/size.ts';
import { expressionOf, isCondition } from './conditions/condition.ts';
import { type Expression, seriesOf } from './conditions/expression.ts';

/** What `signals` returned, read and checked; null = never. */
export interface SignalPlan {
  entries: Expression | null;
  exits: Expression | null;
  shortEntries: Expression | null;
  shortExits: Expression | null;
  size: Size;
}

const MEMBERS: readonly string[] = ['entries', 'exits', 'shortEntries', 'shortExits', 'size'];

/**
 * Reads what a strategy's `signals` returned.
 * @throws TypeError, RangeError worded for the strategy's author
 */
export function readSignals(returned: unknown): SignalPlan {
  if (typeof returned !== 'object' || returned === null || isCondition(returned)) {
    throw new TypeError('signals returns an object: return { entries, exits }.');
  }
  for (const member in returned) {
    if (!MEMBERS.includes(member)) {
      throw new TypeError(`signals: there is no ${member.slice(0, 40)}. There are ${MEMBERS.join(', ')}.`);
    }
  }
  const { entries, exits, shortEntries, shortExits, size } = returned as Record<string, unknown>;
  if (entries === undefined && shortEntries === undefined) {
    throw new TypeError('signals: without entries or shortEntries nothing is ever traded.');
  }
  return {
    entries: readCondition('entries', entries),
    exits: readCondition('exits', exits),
    shortEntries: readCondition('shortEntries', shortEntries),
    shortExits: readCondition('shortExits', shortExits),
    size: size === undefined ? ALL_EQUITY : readSize('signals', size, 'size'),
  };
}

function readCondition(member: string, value: unknown): Expression | null {
  if (value === undefined) return null;
  if (isCondition(value)) return expressionOf(value);
  throw new TypeError(`signals: ${member} is a condition: when.crossOver(…), when.above(…), when.condition(…).`);
}

/** Every series that the plan's conditions compare. */
export function planSeries({ entries, exits, shortEntries, shortExits }: SignalPlan): ColumnSeries[] {
  return [entries, exits, shortEntries, shortExits].flatMap((one) => (one === null ? [] : seriesOf(one)));
}
