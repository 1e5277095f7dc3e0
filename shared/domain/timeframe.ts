import type { Timeframe } from '../strategy-api/market.ts';
import type { Ms } from './units.ts';

export type { Timeframe };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Bar lengths that have a name, shortest first. A month counts as 30 days when lengths are compared. */
export const TIMEFRAMES = {
  '1s': 1_000,
  '1m': MINUTE,
  '3m': 3 * MINUTE,
  '5m': 5 * MINUTE,
  '10m': 10 * MINUTE,
  '15m': 15 * MINUTE,
  '30m': 30 * MINUTE,
  '1h': HOUR,
  '2h': 2 * HOUR,
  '4h': 4 * HOUR,
  '6h': 6 * HOUR,
  '8h': 8 * HOUR,
  '12h': 12 * HOUR,
  '1d': DAY,
  '1w': 7 * DAY,
  '1M': 30 * DAY,
  '3M': 91 * DAY,
  '1y': 365 * DAY,
} as const satisfies Record<Timeframe, Ms>;

export function isTimeframe(text: string): text is Timeframe {
  return Object.hasOwn(TIMEFRAMES, text);
}

/** True for bars shorter than a day: these are laid out from the opening of the session, longer ones by the calendar. */
export function isIntraday(timeframe: Timeframe): boolean {
  return TIMEFRAMES[timeframe] < DAY;
}

/** True when bars of one timeframe fill longer ones without a rest: hours fill days, weeks fill no months. */
export function fitsInto(from: Timeframe, to: Timeframe): boolean {
  if (TIMEFRAMES[from] >= TIMEFRAMES[to]) return false;
  return isIntraday(to) ? TIMEFRAMES[to] % TIMEFRAMES[from] === 0 : from !== '1w';
}

/** The timeframe whose length is nearest, in ratio, to the usual distance between two bars. */
export function nearestTimeframe(step: Ms): Timeframe {
  let best: Timeframe = '1d';
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [name, length] of Object.entries(TIMEFRAMES)) {
    const distance = Math.abs(Math.log(step / length));
    if (distance < bestDistance && isTimeframe(name)) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}
