import type { Objective } from '#shared/contract/sweeps.ts';
import type { Levels } from '#shared/domain/search-space.ts';
import { paramValueInWords } from '../../runs/list/params-in-words.ts';

/** More than can be told apart on a screen: beyond, neighbouring levels share a cell. */
const MOST_CELLS = 200;

/** Which two axes span the map, and what of the others is shown: a level of each, or null for the best of all. */
export interface HeatView {
  readonly x: number;
  /** Null in a space of one axis. */
  readonly y: number | null;
  readonly fixed: readonly (number | null)[];
}

/** The cells of a heat map: row by row, the lowest level of y first. */
export interface HeatCells {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** NaN where no run came to something. */
  readonly values: Float64Array;
  /** The result in each cell, by its row in the columns; −1 where there is none. */
  readonly results: Int32Array;
}

/** The first two axes, the best of all others. */
export function firstView(levels: Levels): HeatView {
  return { x: 0, y: levels.names.length > 1 ? 1 : null, fixed: levels.names.map(() => null) };
}

/**
 * Puts results into the cells of two axes. Of several that fall into one cell the best is shown.
 * @param places of the results, as numbers in the space
 * @param scores of them by the metric that is shown
 */
export function heatCells(
  levels: Levels,
  { x, y, fixed }: HeatView,
  places: Float64Array,
  scores: Float64Array,
  goal: Objective['goal'],
): HeatCells {
  const columns = cellLabels(levels, x);
  const rows = y === null ? [''] : cellLabels(levels, y);
  const results = new Int32Array(columns.length * rows.length).fill(-1);
  const values = new Float64Array(results.length).fill(Number.NaN);
  const sign = goal === 'maximum' ? 1 : -1;
  places.forEach((number, result) => {
    const place = levels.placeOf(number);
    if (fixed.some((level, axis) => level !== null && axis !== x && axis !== y && place[axis] !== level)) return;
    const cell = cellOf(levels, { x, y }, place);
    const score = scores[result] ?? Number.NaN;
    const shown = values[cell] ?? Number.NaN;
    if (results[cell] !== -1 && !(Number.isNaN(shown) || sign * score > sign * shown)) return;
    if (results[cell] !== -1 && Number.isNaN(score)) return;
    results[cell] = result;
    values[cell] = score;
  });
  return { columns, rows, values, results };
}

/** The number of the cell that a place falls into. */
export function cellOf(levels: Levels, { x, y }: Pick<HeatView, 'x' | 'y'>, place: readonly number[]): number {
  const column = cellAlong(levels, x, place);
  return y === null ? column : cellAlong(levels, y, place) * cellCount(levels, x) + column;
}

function cellAlong(levels: Levels, axis: number, place: readonly number[]): number {
  const length = levels.values[axis]?.length ?? 1;
  return Math.floor(((place[axis] ?? 0) * cellCount(levels, axis)) / length);
}

function cellCount(levels: Levels, axis: number): number {
  return Math.min(MOST_CELLS, levels.values[axis]?.length ?? 1);
}

/** The first value in each cell of an axis. */
function cellLabels(levels: Levels, axis: number): string[] {
  const values = levels.values[axis] ?? [];
  const cells = cellCount(levels, axis);
  return Array.from({ length: cells }, (_, cell) => {
    const value = values[Math.ceil((cell * values.length) / cells)];
    return value === undefined ? '' : paramValueInWords(value);
  });
}
