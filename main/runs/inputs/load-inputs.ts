import type { LoadedSeries, SeriesKey } from '#shared/domain/series.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import { semanticsOf } from '#worker/engine/semantics/semantics.ts';
import type { MarketStore } from '../../market/store/market-store.ts';
import { accountCurrency } from '../account-currency.ts';
import {
  duplicateSymbol,
  idleFx,
  idleSpreadSeries,
  mixedTimeframes,
  noPathToShow,
  unknownSymbolOf,
} from '../errors.ts';
import type { RunRequest } from '../run-service.ts';
import { pairDirection } from './exchange-rates.ts';
import { namedFiner, requireFinerUsed, spanOf, storedFiner } from './finer-series.ts';
import { requireTerms } from './requirements.ts';
import type { RunInput, RunInputs } from './run-inputs.ts';

/** A close is known for so long that a rate before the first bar lies within. */
const BEFORE = 45 * 86_400_000;

/**
 * Reads all that a run asks for.
 * @throws HindcastError `data.*` and `usage.*` where something is missing, or given for nothing
 */
export function loadInputs(market: MarketStore, request: RunRequest): RunInputs {
  const { from, to, spreads = {}, funding = {}, actions = {} } = request;
  const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const loaded = request.series.map((key) => market.load(key, range));
  requireOneClock(loaded);
  const symbols = loaded.map(({ key }) => key.symbol);
  for (const [part, given] of Object.entries({
    'a series of spreads': spreads,
    'funding rates': funding,
    'splits or dividends': actions,
  })) {
    const stranger = Object.keys(given).find((symbol) => !symbols.includes(symbol));
    if (stranger !== undefined) throw unknownSymbolOf(part, stranger, symbols);
  }
  if (request.costs.spread.model !== 'series' && Object.keys(spreads).length > 0) throw idleSpreadSeries();
  const finerOf = finerFor(market, request, loaded);
  const series = loaded.map((one): RunInput => {
    const { symbol } = one.key;
    const span = spanOf(one);
    const read = (key: SeriesKey | null | undefined) => (key ? market.load(key, span) : null);
    const spread = spreads[symbol];
    return {
      ...one,
      isDelisted: one.instrument.delisted === true && isWhole(market, one),
      actions: (actions[symbol] ?? []).filter(({ time }) => time > span.from && time <= span.to),
      finer: read(finerOf(one)),
      spread: spread ? market.load(spread, { ...span, from: span.from - TIMEFRAMES[spread.timeframe] }) : null,
      funding: read(funding[symbol]),
    };
  });
  requireTerms(request, series);
  return { series, fx: loadRates(market, request, series) };
}

function requireOneClock(loaded: readonly LoadedSeries[]): void {
  const symbols = loaded.map((one) => one.instrument.symbol);
  const twice = symbols.find((symbol, i) => symbols.indexOf(symbol) !== i);
  if (twice !== undefined) throw duplicateSymbol(twice);
  const timeframes = [...new Set(loaded.map((one) => one.key.timeframe))];
  if (timeframes.length > 1) throw mixedTimeframes(timeframes);
}

/** Where the shorter bars of a series are; only rules that follow a way through the bar have a use for them. */
function finerFor(
  market: MarketStore,
  { finer = [], semantics }: RunRequest,
  loaded: readonly LoadedSeries[],
): (series: LoadedSeries) => SeriesKey | null {
  const followsPath = semanticsOf(semantics).meeting === 'path';
  if (finer === 'stored') {
    if (!followsPath) return () => null;
    const stored = market.list();
    return (series) => storedFiner(series, stored);
  }
  if (finer.length > 0 && !followsPath) throw noPathToShow(semantics);
  requireFinerUsed(loaded, finer);
  return (series) => namedFiner(series, finer);
}

/** True when the last bar of a series is the last one stored. */
function isWhole(market: MarketStore, { key, bars }: LoadedSeries): boolean {
  return market.get(key)?.lastTime === bars.time.at(-1);
}

/** The pairs that the run needs, each from before its first bar on. */
function loadRates(market: MarketStore, { fx = [], account }: RunRequest, series: readonly RunInput[]): LoadedSeries[] {
  const currency = accountCurrency({ account, data: series });
  const spans = series.map(spanOf);
  const from: Ms = Math.min(...spans.map((span) => span.from)) - BEFORE;
  const to: Ms = Math.max(...spans.map((span) => span.to));
  return fx.map((key) => {
    const isNeeded = series.some(
      ({ instrument: { quoteCurrency } }) =>
        quoteCurrency !== currency && pairDirection(key.symbol, quoteCurrency, currency) !== null,
    );
    if (!isNeeded) throw idleFx(key.symbol, currency);
    return market.load(key, { from, to });
  });
}
