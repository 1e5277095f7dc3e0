import { DAY } from './civil-month.ts';
import { dayEnds, everyBar, medianStep, tradesOnWeekends } from './sampling.ts';

/** How a run is cut into the periods whose returns are measured. */
export interface Periods {
  readonly name: string;
  /** Periods a year: what annualises a return or a risk. */
  readonly perYear: number;
  /** Bars between which returns are taken: one more than there are returns. */
  readonly samples: Int32Array;
}

const NAMED = [
  { name: 'weekly', perYear: 52, step: 7 * DAY },
  { name: 'monthly', perYear: 12, step: 30.44 * DAY },
  { name: 'quarterly', perYear: 4, step: 91.3 * DAY },
  { name: 'yearly', perYear: 1, step: 365.25 * DAY },
];

/**
 * Periods of the calendar. Bars shorter than a day are sampled at the last bar of each UTC day, longer ones as
 * they stand.
 *
 * A year has 252 daily periods, or 365 in a market that trades through the weekend; 52 weekly, 12 monthly,
 * 4 quarterly, 1 yearly. Bars of another length (two days, ten days …) have as many as fit into 365.25 days.
 *
 * @param time open times of the measured bars; the first is where measuring starts and is always a sample
 */
export function calendarPeriods(time: Float64Array): Periods {
  const step = medianStep(time);
  if (!(step >= 1.5 * DAY)) {
    const ends = dayEnds(time);
    return {
      name: 'daily',
      perYear: tradesOnWeekends(time, ends) ? 365 : 252,
      samples: step < DAY ? fromStart(ends) : everyBar(time),
    };
  }
  const named = NAMED.find((candidate) => Math.abs(step / candidate.step - 1) < 0.1);
  return {
    name: named?.name ?? 'per bar',
    perYear: named?.perYear ?? (365.25 * DAY) / step,
    samples: everyBar(time),
  };
}

/** The first day counts from where measuring starts, so that no profit falls between two samples. */
function fromStart(ends: Int32Array): Int32Array {
  return ends[0] === 0 ? ends : Int32Array.of(0, ...ends);
}

/**
 * Simple returns from each sample to the next. An account at or below zero has no return any more: the series
 * ends with the period in which it got there.
 */
export function periodicReturns(values: Float64Array, samples: Int32Array): Float64Array {
  const returns = new Float64Array(Math.max(0, samples.length - 1));
  for (let k = 0; k < returns.length; k++) {
    const before = values[samples[k] as number] as number;
    if (before <= 0) return returns.slice(0, k);
    returns[k] = (values[samples[k + 1] as number] as number) / before - 1;
  }
  return returns;
}
