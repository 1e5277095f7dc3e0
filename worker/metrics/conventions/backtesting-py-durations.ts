import { DAY } from '../civil-month.ts';
import type { Measure, Metric, MetricInput } from '../metric.ts';
import { medianStep } from '../sampling.ts';
import { mean } from '../statistics/moments.ts';
import { countedDrawdowns } from './backtesting-py-drawdowns.ts';

const RESOLUTIONS = [DAY, 3_600_000, 60_000, 1_000, 1];

export const maxDrawdownDuration: Metric = {
  id: 'maxDrawdownDuration',
  unit: 'days',
  convention: 'calendar time from high to recovery or end of data, rounded up',
  compute: (input) => roundedUp(Math.max(...drawdownTimes(input)), input),
};

export const averageDrawdownDuration: Metric = {
  id: 'averageDrawdownDuration',
  unit: 'days',
  convention: 'calendar time from high to recovery or end of data, rounded up',
  compute: (input) => roundedUp(mean(drawdownTimes(input)), input),
};

export const maxTradeDuration: Measure = {
  id: 'maxTradeDuration',
  unit: 'days',
  convention: 'calendar time from entry to exit, rounded up',
  compute: (input) => roundedUp(Math.max(...tradeTimes(input)), input),
};

export const averageTradeDuration: Measure = {
  id: 'averageTradeDuration',
  unit: 'days',
  convention: 'calendar time from entry to exit, rounded up',
  compute: (input) => roundedUp(mean(tradeTimes(input)), input),
};

function drawdownTimes(input: MetricInput): Float64Array {
  return Float64Array.from(countedDrawdowns(input), ({ duration }) => duration);
}

function tradeTimes({ trades: { entryBar, exitBar }, time }: MetricInput): Float64Array {
  return Float64Array.from(exitBar, (exit, row) => (time[exit] as number) - (time[entryBar[row] as number] as number));
}

/** In days, rounded up to the finest unit of time (day, hour, minute …) that the distance of the bars has. */
function roundedUp(duration: number, { time }: MetricInput): number {
  const step = medianStep(time.subarray(-100));
  const resolution = RESOLUTIONS.find((unit) => step % unit === 0) ?? 1;
  return (Math.ceil(duration / resolution) * resolution) / DAY;
}
