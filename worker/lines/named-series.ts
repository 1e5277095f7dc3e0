import { isSymbolBars } from '../strategy/market.ts';
import { type ColumnSeries, isSeries } from '../strategy/series.ts';

export interface NamedSeries {
  /** Where it stands in what `setup` returned: `['bands', 'upper']`; nothing where it is all that was returned. */
  path: readonly string[];
  series: ColumnSeries;
}

const DEEPEST = 4;
const LONGEST_NAME = 40;

/**
 * Every series in what `setup` returned, in its order: members of objects, arrays, maps and sets, as deep as warm-up
 * looks. Bars of another timeframe are no lines; what of them is meant to be seen stands there as a series.
 */
export function namedSeries(returned: unknown, path: readonly string[] = []): NamedSeries[] {
  if (isSeries(returned)) return [{ path, series: returned }];
  if (typeof returned !== 'object' || returned === null || isSymbolBars(returned) || path.length === DEEPEST) return [];
  return membersOf(returned).flatMap(([name, member]) => namedSeries(member, [...path, name]));
}

function membersOf(value: object): [string, unknown][] {
  if (value instanceof Map) return [...value].map(([key, member], place) => [nameOf(key, place), member]);
  const members: [string, unknown][] =
    value instanceof Set ? [...value].map((one, i) => [`${i}`, one]) : Object.entries(value);
  return members.map(([key, member], place) => [nameOf(key, place), member]);
}

/** A key as a name for people; the place of a member whose key is none. */
function nameOf(key: unknown, place: number): string {
  const name = typeof key === 'string' || typeof key === 'number' ? `${key}` : `${place}`;
  return name.replace(/\p{Cc}/gu, '\uFFFD').slice(0, LONGEST_NAME);
}
