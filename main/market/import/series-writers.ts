import type { InstrumentTerms } from '#shared/domain/instrument.ts';
import { nearestTimeframe, TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';
import type { RowOrder } from '#worker/ingest/dialect.ts';
import type { SeriesBlock } from '#worker/ingest/ingest.ts';
import type { SeriesRows } from '#worker/ingest/series-rows.ts';
import type { CommittedSeries, ImportSink, SeriesWriter } from './sink.ts';

export interface WriterOptions {
  source: string;
  /** Null when it is to be told by the distance between bars. */
  timeframe: Timeframe | null;
  closeOnly: boolean;
  instrumentOf: (series: SeriesRows) => InstrumentTerms;
}

/** The store's writers for the series of one file, made when the first bars of a series arrive. */
export class SeriesWriters {
  readonly #sink: ImportSink;
  readonly #options: WriterOptions;
  readonly #writers = new Map<SeriesRows, SeriesWriter>();
  /** How many series there are of each timeframe. */
  readonly #timeframes = new Map<Timeframe, number>();
  /** Bars of series that have only one, until the others have told the timeframe. */
  readonly #single: SeriesBlock[] = [];

  constructor(sink: ImportSink, options: WriterOptions) {
    this.#sink = sink;
    this.#options = options;
  }

  write({ series, bars }: SeriesBlock, order: RowOrder): void {
    let writer = this.#writers.get(series);
    if (writer === undefined) {
      const timeframe = this.#timeframeOf(series);
      if (timeframe === null) {
        this.#single.push({ series, bars });
        return;
      }
      writer = this.#begin(series, timeframe);
    }
    if (order === 'ascending') writer.append(bars);
    else writer.prepend(bars);
  }

  /** Gives a series of one bar the timeframe that most others have; false when no series tells it. */
  writeSingleBars(): boolean {
    const [usual] = [...this.#timeframes].sort(([, a], [, b]) => b - a)[0] ?? [];
    if (this.#single.length > 0 && usual === undefined) return false;
    for (const { series, bars } of this.#single) if (usual !== undefined) this.#begin(series, usual).append(bars);
    return true;
  }

  /** Makes everything visible; the result has the order of `all`. */
  commit(all: readonly SeriesRows[]): CommittedSeries[] {
    const writers = all.flatMap((series) => this.#writers.get(series) ?? []);
    const committed = this.#sink.commitImport(writers);
    this.#writers.clear();
    return committed;
  }

  discard(): void {
    for (const writer of this.#writers.values()) writer.discard();
    this.#writers.clear();
  }

  /** The timeframes that occur, shortest first. */
  namedTimeframes(): Timeframe[] {
    return [...this.#timeframes.keys()].sort((a, b) => TIMEFRAMES[a] - TIMEFRAMES[b]);
  }

  #timeframeOf(series: SeriesRows): Timeframe | null {
    if (this.#options.timeframe !== null) return this.#options.timeframe;
    return Number.isNaN(series.usualStep) ? null : nearestTimeframe(series.usualStep);
  }

  #begin(series: SeriesRows, timeframe: Timeframe): SeriesWriter {
    const { source, closeOnly, instrumentOf } = this.#options;
    const instrument = instrumentOf(series);
    const key = { symbol: instrument.symbol, timeframe, source };
    const writer = this.#sink.beginImport({ key, instrument, closeOnly });
    this.#writers.set(series, writer);
    this.#timeframes.set(timeframe, (this.#timeframes.get(timeframe) ?? 0) + 1);
    return writer;
  }
}
