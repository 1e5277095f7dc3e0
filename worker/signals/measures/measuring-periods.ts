import type { BarIndex } from '#shared/domain/units.ts';
import { calendarPeriods, type Periods } from '../../metrics/periods.ts';

/** Periods with the bars at whose closes they end, counted from the start of the data. */
export type MeasuringPeriods = (firstTradableBar: BarIndex) => Periods;

/** Cuts the same bars into periods from wherever a run may first trade; each start is worked out once. */
export function measuringPeriods(time: Float64Array): MeasuringPeriods {
  const known = new Map<BarIndex, Periods>();
  return (firstTradableBar) => {
    const start = Math.max(0, firstTradableBar - 1);
    const before = known.get(start);
    if (before !== undefined) return before;
    const { name, perYear, samples } = calendarPeriods(time.subarray(start));
    const periods = { name, perYear, samples: samples.map((bar) => start + bar) };
    known.set(start, periods);
    return periods;
  };
}
