import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import { BarPicture } from '#worker/viewport/bar-picture.ts';
import { EquityPicture } from '#worker/viewport/equity-picture.ts';
import { MarkerIndex } from '#worker/viewport/markers.ts';
import type { MarketStore } from '../market/store/market-store.ts';
import { changedData, noSuchSymbol } from '../runs/errors.ts';
import { reloadSeries } from '../runs/inputs/reload-inputs.ts';
import type { RunRecord } from '../runs/run-record.ts';

/** A stored run in memory, with what was made of it to show it. */
export class OpenedRun {
  readonly record: RunRecord;
  readonly result: RunResult;
  readonly equity: EquityPicture;
  readonly markers: MarkerIndex;
  readonly #market: MarketStore;
  readonly #pictures = new Map<string, BarPicture>();

  constructor(record: RunRecord, result: RunResult, market: MarketStore) {
    this.record = record;
    this.result = result;
    this.equity = new EquityPicture(result.time, result.equity, result.buyAndHold);
    this.markers = new MarkerIndex(result.fills, result.trades, result.time.length);
    this.#market = market;
  }

  /** Bytes of memory, near enough: the result, its pictures, and the bars that it was made from. */
  get bytes(): number {
    const { result } = this;
    const perBar = 3 * 8 + 6 * 8 * result.symbols.length;
    const tables = [result.fills, result.trades, result.orders, result.cashFlows].flatMap((table) =>
      Object.values(table),
    );
    const tableBytes = tables.reduce((sum, { byteLength }) => sum + byteLength, 0);
    return result.time.length * perBar + tableBytes + this.equity.bytes + this.markers.bytes;
  }

  /**
   * The bars of a symbol in the rows of the run's clock; the first symbol where none is named.
   * @throws HindcastError `usage.no-such-symbol`; `data.changed` where they are no longer stored as the run saw them
   */
  picture(symbol: string | undefined): BarPicture {
    const name = this.symbolNamed(symbol);
    const known = this.#pictures.get(name);
    if (known !== undefined) return known;
    const picture = new BarPicture(this.#barsOf(name));
    this.#pictures.set(name, picture);
    return picture;
  }

  /** @throws HindcastError `usage.no-such-symbol` */
  symbolNamed(symbol: string | undefined): string {
    const { symbols } = this.result;
    const found = symbol === undefined ? symbols[0] : symbols.find((one) => one.toLowerCase() === symbol.toLowerCase());
    if (found === undefined) throw noSuchSymbol(symbol ?? '', symbols);
    return found;
  }

  #barsOf(symbol: string): BarColumns {
    const used = this.record.manifest.data.find((one) => one.symbol === symbol);
    if (used === undefined) throw noSuchSymbol(symbol, this.result.symbols);
    const { bars } = reloadSeries(this.#market, used, (series) => changedData(series, this.record));
    return bars.time.length === this.result.time.length ? bars : onClock(bars, this.result.time);
  }
}

/** The bars in the rows of a clock that has all their times and others: NaN where there is no bar. */
function onClock(bars: BarColumns, clock: Float64Array): BarColumns {
  const placed = allocateBars(clock.length, 'own');
  let from = 0;
  for (const [row, time] of clock.entries()) {
    const isHere = bars.time[from] === time;
    for (const name of ['open', 'high', 'low', 'close', 'volume'] as const) {
      placed[name][row] = isHere ? (bars[name][from] as number) : Number.NaN;
    }
    if (isHere) from++;
  }
  placed.time.set(clock);
  return placed;
}
