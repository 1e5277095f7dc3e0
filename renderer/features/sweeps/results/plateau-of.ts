import type { Objective } from '#shared/contract/sweeps.ts';
import { plateauCentre, plateaus } from '#shared/domain/plateau.ts';
import type { Levels } from '#shared/domain/search-space.ts';

/** Beyond these, looking around every place would keep the window waiting. */
const MOST_PLACES = 20_000;
const MOST_AXES = 4;

export interface Plateau {
  /** Number in the space. */
  readonly place: number;
  readonly value: number;
  /** Of the place and its neighbours. */
  readonly median: number;
  readonly worst: number;
}

/** The middle of the best plateau; null where none was tried closely enough, or there are too many places to look. */
export function plateauOf(
  levels: Levels,
  places: Float64Array,
  values: Float64Array,
  goal: Objective['goal'],
): Plateau | null {
  if (places.length > MOST_PLACES || levels.names.length > MOST_AXES) return null;
  const sign = goal === 'maximum' ? 1 : -1;
  const scores = values.map((value) => sign * value);
  const centre = plateauCentre(
    plateaus(
      levels,
      Array.from(places, (place) => levels.placeOf(place)),
      scores,
    ),
  );
  if (centre === undefined || !Number.isFinite(centre.median)) return null;
  return {
    place: places[centre.tried] ?? 0,
    value: values[centre.tried] ?? Number.NaN,
    median: sign * centre.median,
    worst: sign * centre.worst,
  };
}
