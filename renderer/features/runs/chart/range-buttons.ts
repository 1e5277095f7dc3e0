import type { Ms } from '#shared/domain/units.ts';

export interface TimeRange {
  id: string;
  label: string;
  /** Null: all of it. */
  span: Ms | null;
}

const DAY: Ms = 86_400_000;

const RANGES: readonly TimeRange[] = [
  { id: '1D', label: '1D', span: DAY },
  { id: '5D', label: '5D', span: 5 * DAY },
  { id: '1M', label: '1M', span: 31 * DAY },
  { id: '3M', label: '3M', span: 92 * DAY },
  { id: '1Y', label: '1Y', span: 366 * DAY },
  { id: '5Y', label: '5Y', span: 5 * 365.25 * DAY },
  { id: '20Y', label: '20Y', span: 20 * 365.25 * DAY },
];

const ALL: TimeRange = { id: 'all', label: 'All', span: null };

/** Fewer bars than this say nothing. */
const FEWEST_BARS = 20;
const MOST_RANGES = 4;

/** The last days, months or years that are worth a button: shorter than the whole, and long enough to see something. */
export function rangesFor(whole: Ms, barLength: Ms): TimeRange[] {
  const fitting = RANGES.filter(({ span }) => span !== null && span < whole && span >= FEWEST_BARS * barLength);
  return [...fitting.slice(-MOST_RANGES), ALL];
}
