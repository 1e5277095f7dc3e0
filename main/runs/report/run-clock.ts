import type { Manifest } from '#shared/domain/manifest.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import { date, dateAndTime } from './figures.ts';

/** How the times of a run are written. */
export interface RunClock {
  label(time: Ms): string;
}

/** Dates alone when no bar is shorter than a day, else with the time; always UTC. */
export function runClock({ data }: Manifest): RunClock {
  const isIntraday = data.some(({ timeframe }) => TIMEFRAMES[timeframe] < TIMEFRAMES['1d']);
  return { label: isIntraday ? dateAndTime : date };
}
