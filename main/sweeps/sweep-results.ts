import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { MOST_RESULTS, type Objective } from '#shared/contract/sweeps.ts';
import type { MetricId } from '#shared/domain/metric-catalog.ts';
import { columnsOf, placesOf, type StoredChunk, type SweepFailure } from './sweep-chunk.ts';
import type { SweepRecord } from './sweep-record.ts';

/** Results as columns of equal length. */
export interface ResultPage {
  places: Float64Array;
  metrics: Record<string, Float64Array>;
}

/** One result; metrics in the sweep's order. */
export interface SweepRun {
  place: number;
  metrics: Float64Array;
}

/** Runs of the search that are made, and some of their metrics. */
export interface JournalChunk {
  first: number;
  runs: number;
  metrics: Float64Array[];
}

interface ChunkRow extends StoredChunk {
  position: number;
  first: number;
  runs: number;
}

const failureSchema = z.object({ place: z.number(), message: z.string() });

/** Chunks read at a time: some megabytes. */
const CHUNKS_AT_ONCE = 500;

/** What came of the runs of sweeps, read from the table `sweep_chunks`. */
export class SweepResults {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Results in the order in which they came, from the one numbered `from` on: as many as one answer holds. */
  page({ id, search }: SweepRecord, from: number, metrics: readonly MetricId[]): ResultPage {
    const wanted = metrics.filter((metric) => search.metrics.includes(metric));
    const columns = wanted.map((metric) => search.metrics.indexOf(metric));
    const parts: Float64Array[][] = [];
    let left = MOST_RESULTS;
    for (const chunk of this.#chunks(id, 'position + runs > ? ORDER BY position', from)) {
      const start = Math.max(0, from - chunk.position);
      const end = Math.min(chunk.runs, start + left);
      parts.push([placesOf(chunk), ...columnsOf(chunk, chunk.runs, columns)].map((one) => one.subarray(start, end)));
      left -= end - start;
      if (left === 0) break;
    }
    const [places = new Float64Array(), ...values] = joined(parts, wanted.length + 1);
    return {
      places,
      metrics: Object.fromEntries(wanted.map((metric, column) => [metric, values[column]])),
    } as ResultPage;
  }

  /** The best by one metric, the best first; of equal ones the first in the space. */
  best({ id, search }: SweepRecord, { metric, goal }: Objective, limit: number): SweepRun[] {
    const sign = goal === 'maximum' ? 1 : -1;
    const ranked = search.metrics.indexOf(metric);
    const all = search.metrics.map((_, column) => column);
    const isBetter = (one: SweepRun, other: SweepRun) =>
      sign * ((other.metrics[ranked] ?? 0) - (one.metrics[ranked] ?? 0)) || one.place - other.place;
    let best: SweepRun[] = [];
    for (const chunk of this.#chunks(id, 'position >= ? ORDER BY position', 0)) {
      const places = placesOf(chunk);
      const columns = columnsOf(chunk, chunk.runs, all);
      const least = best.length < limit ? Number.NaN : sign * (best.at(-1)?.metrics[ranked] ?? 0);
      for (let row = 0; row < places.length; row++) {
        const value = sign * (columns[ranked]?.[row] ?? Number.NaN);
        if (Number.isNaN(value) || value < least) continue;
        best.push({ place: places[row] ?? 0, metrics: Float64Array.from(columns, (column) => column[row] ?? 0) });
      }
      best = best.sort(isBetter).slice(0, limit);
    }
    return best;
  }

  /** What came of one place; null where it wasn't tried. */
  at({ id, search }: SweepRecord, place: number): SweepRun | null {
    for (const chunk of this.#chunks(id, 'position >= ? ORDER BY position', 0)) {
      const row = placesOf(chunk).indexOf(place);
      if (row < 0) continue;
      const columns = columnsOf(chunk, chunk.runs, [...search.metrics.keys()]);
      return { place, metrics: Float64Array.from(columns, (column) => column[row] ?? 0) };
    }
    return null;
  }

  /** Runs that failed, in the order in which they came. */
  failures({ id }: SweepRecord, offset: number, limit: number): SweepFailure[] {
    return this.#database
      .prepare<[string, number, number], string>(
        `SELECT json_each.value FROM sweep_chunks, json_each(failures)
         WHERE sweep_id = ? ORDER BY position, json_each.key LIMIT ? OFFSET ?`,
      )
      .pluck()
      .all(id, limit, offset)
      .map((text) => failureSchema.parse(JSON.parse(text)));
  }

  /**
   * What is made of a sweep, some chunks at a time, in the order of the search.
   * @param from number of the first run in the search
   */
  journal({ id, search }: SweepRecord, from: number, metrics: readonly MetricId[]): JournalChunk[] {
    const columns = metrics.map((metric) => search.metrics.indexOf(metric));
    const found: JournalChunk[] = [];
    for (const chunk of this.#chunks(id, 'first >= ? ORDER BY first', from)) {
      const { first, runs } = chunk;
      found.push({ first, runs, metrics: columnsOf(chunk, runs, columns) });
      if (found.length === CHUNKS_AT_ONCE) break;
    }
    return found;
  }

  #chunks(id: string, where: string, from: number): IterableIterator<ChunkRow> {
    return this.#database
      .prepare<[string, number], ChunkRow>(
        `SELECT position, first, runs, places, metrics FROM sweep_chunks WHERE sweep_id = ? AND ${where}`,
      )
      .iterate(id, from);
  }
}

/** Columns of chunks, each joined to one. */
function joined(parts: readonly Float64Array[][], columns: number): Float64Array[] {
  const length = parts.reduce((sum, [first]) => sum + (first?.length ?? 0), 0);
  return Array.from({ length: columns }, (_, column) => {
    const whole = new Float64Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part[column] ?? [], at);
      at += part[column]?.length ?? 0;
    }
    return whole;
  });
}
