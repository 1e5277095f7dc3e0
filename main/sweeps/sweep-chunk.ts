/** Runs of a sweep that follow each other in the order of its search, and what came of them. */
export interface SweepChunk {
  /** Number of the first in the search. */
  first: number;
  /** Number of each in the space. */
  places: Float64Array;
  /** For each metric that the sweep keeps its values, in the sweep's order; NaN = undefined, or the run failed. */
  metrics: readonly Float64Array[];
  failures: readonly SweepFailure[];
}

export interface SweepFailure {
  place: number;
  message: string;
}

/** A chunk as it is stored: the columns one behind the other. */
export interface StoredChunk {
  places: Uint8Array;
  metrics: Uint8Array;
}

export function encodeChunk({ places, metrics }: Pick<SweepChunk, 'places' | 'metrics'>): StoredChunk {
  const all = new Float64Array(places.length * metrics.length);
  metrics.forEach((column, metric) => {
    all.set(column, metric * places.length);
  });
  return { places: bytesOf(places), metrics: bytesOf(all) };
}

/** The places of a stored chunk. */
export function placesOf({ places }: Pick<StoredChunk, 'places'>): Float64Array {
  return numbersOf(places);
}

/** @param columns numbers of the metrics that are wanted, in the sweep's order; copies of them come back */
export function columnsOf({ metrics }: Pick<StoredChunk, 'metrics'>, runs: number, columns: readonly number[]) {
  const all = numbersOf(metrics);
  return columns.map((column) => all.slice(column * runs, (column + 1) * runs));
}

function bytesOf(column: Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** A copy: the bytes of a database row need not lie where a typed array can start. */
function numbersOf(bytes: Uint8Array): Float64Array {
  return new Float64Array(new Uint8Array(bytes).buffer);
}
