import { type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import type { InstrumentTerms } from '#shared/domain/instrument.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import type { Ms } from '#shared/domain/units.ts';
import { BarQueue } from './bar-queue.ts';
import { CHUNK_ROWS } from './chunk.ts';
import type { StoredBars } from './chunk-table.ts';
import type { StagingMemory } from './staging-memory.ts';

/** What an import is for. */
export interface ImportTarget {
  key: SeriesKey;
  /** What is said about it; the rest stays as it is known. */
  instrument: InstrumentTerms;
  /** The file has one price a bar. */
  closeOnly: boolean;
}

/** Where a writer puts its bars. */
export interface StagingDisk {
  write(staged: StoredBars, bars: BarColumns): void;
  remove(staged: StoredBars): void;
}

/**
 * Takes the bars of one series out of a file, in pieces of any size, and puts them on disk where nobody sees them
 * until `MarketStore.commitImport`. Made by `MarketStore.beginImport`.
 */
export class SeriesWriter {
  readonly target: ImportTarget;
  readonly staged: StoredBars;
  readonly #disk: StagingDisk;
  readonly #memory: StagingMemory;
  readonly #queue = new BarQueue();
  #isOpen = true;
  #fillsFrom: 'start' | 'end' = 'start';
  #rows = 0;
  #firstTime: Ms = Number.POSITIVE_INFINITY;
  #lastTime: Ms = Number.NEGATIVE_INFINITY;

  constructor(target: ImportTarget, stagingId: number, disk: StagingDisk, memory: StagingMemory) {
    this.target = target;
    this.staged = { ...target.key, id: stagingId };
    this.#disk = disk;
    this.#memory = memory;
  }

  /** Bars given so far. After an error of the disk not all of them may be there, and a commit would notice. */
  get rows(): number {
    return this.#rows;
  }

  /**
   * Takes bars that follow everything so far. The columns are copied.
   * @throws RangeError when times don't ascend; HindcastError of kind `storage` when the disk refuses.
   */
  append(bars: BarColumns): void {
    const last = requireAscending(bars.time, this.#lastTime);
    if (last === undefined) return;
    this.#lastTime = last;
    this.#firstTime = Math.min(this.#firstTime, bars.time[0] as Ms);
    this.#rows += bars.time.length;
    this.#turn('start');
    for (let row = 0; row < bars.time.length; row += CHUNK_ROWS) {
      this.#take(sliceBars(bars, row, row + CHUNK_ROWS));
    }
  }

  /**
   * Takes bars that precede everything so far: for files that run backwards. The bars themselves run forwards.
   * @throws like `append`.
   */
  prepend(bars: BarColumns): void {
    const last = requireAscending(bars.time, Number.NEGATIVE_INFINITY);
    if (last === undefined) return;
    if (last >= this.#firstTime) throw new RangeError(`bars up to ${last} don't precede those from ${this.#firstTime}`);
    this.#firstTime = bars.time[0] as Ms;
    this.#lastTime = Math.max(this.#lastTime, last);
    this.#rows += bars.time.length;
    this.#turn('end');
    for (let end = bars.time.length; end > 0; end -= CHUNK_ROWS) {
      this.#take(sliceBars(bars, Math.max(0, end - CHUNK_ROWS), end));
    }
  }

  /** Puts what waits for a full chunk on disk as it is. */
  flush(): void {
    while (this.#queue.rows > 0) this.#writeChunk();
    this.#queue.clear();
  }

  /**
   * Forgets the import: nothing of it stays. What a full or locked disk keeps from being removed now goes when an
   * import begins after this process has ended.
   */
  discard(): void {
    if (!this.#isOpen) return;
    this.close();
    this.#disk.remove(this.staged);
  }

  /** Takes no more bars. */
  close(): void {
    this.#isOpen = false;
    this.#memory.release(this, this.#queue.rows);
    this.#queue.clear();
  }

  #take(bars: BarColumns): void {
    if (!this.#isOpen) throw new Error('this import is over');
    if (this.#fillsFrom === 'start') this.#queue.append(bars);
    else this.#queue.prepend(bars);
    this.#memory.count(this, bars.time.length);
    while (this.#queue.rows >= CHUNK_ROWS) this.#writeChunk();
  }

  #writeChunk(): void {
    const write = (bars: BarColumns) => {
      this.#disk.write(this.staged, bars);
      this.#memory.count(this, -bars.time.length);
    };
    if (this.#fillsFrom === 'start') this.#queue.takeFirst(CHUNK_ROWS, write);
    else this.#queue.takeLast(CHUNK_ROWS, write);
  }

  /** Only bars that follow each other may wait together. */
  #turn(fillsFrom: 'start' | 'end'): void {
    if (fillsFrom !== this.#fillsFrom) this.flush();
    this.#fillsFrom = fillsFrom;
  }
}

/** @returns the last time; undefined without bars. */
function requireAscending(time: Float64Array, after: Ms): Ms | undefined {
  let previous = after;
  for (const next of time) {
    if (!(next > previous)) throw new RangeError(`bar times must ascend: ${next} after ${previous}`);
    previous = next;
  }
  return time.length === 0 ? undefined : previous;
}
