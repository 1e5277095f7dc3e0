import type { Bars } from './market.ts';
import type { Series } from './series.ts';

/** A line in the middle and one on either side of it. */
export interface ChannelLines {
  readonly upper: Series;
  readonly middle: Series;
  readonly lower: Series;
}

/** The oscillator and its average. */
export interface StochLines {
  readonly k: Series;
  readonly d: Series;
}

/**
 * Technical indicators and crossings. Indicators belong in `setup`: series in, series out.
 *
 * Common to all: the value on a bar depends on that bar and earlier ones only. The first values, as many as the
 * lookback says, are NaN. Leading NaNs in the source only shift the start, so indicators of indicators work:
 * `ta.ema(ta.rsi(data.close), 5)`. At a NaN further on the indicator starts afresh, as if the series began behind
 * it. Periods are whole numbers of bars, at least 1 unless said otherwise. Wherever a division by zero lurks (prices
 * that don't move, no volume), the value given instead is named below; it is never infinite.
 */
export interface TechnicalAnalysis {
  /**
   * True when `a` crosses `b` upwards on the current bar: a > b now, and a ≤ b on the bar before. So a tie counts
   * with the side below: from a tie upwards is a cross, from above to a tie is none. Unknown values (NaN) on either
   * bar: no cross.
   * @example if (ta.crossOver(fast, slow)) order.buy();
   */
  crossOver(a: Series, b: Series | number): boolean;
  /**
   * True when `a` crosses `b` downwards on the current bar: a < b now, and a ≥ b on the bar before. So a tie counts
   * with the side above: from a tie downwards is a cross, from below to a tie is none. Unknown values (NaN) on either
   * bar: no cross.
   * @example if (ta.crossUnder(rsi, 30)) order.buy();
   */
  crossUnder(a: Series, b: Series | number): boolean;

  /**
   * Simple moving average: the mean of the last `period` values. Doesn't drift: two averages that are equal on
   * paper are equal here nearly always, on prices with a few decimals.
   * Lookback: period − 1.
   * @example ta.sma(data.close, 20)
   */
  sma(source: Series, period: number): Series;
  /**
   * Exponential moving average: EMA₋₁ + 2/(period+1) · (x − EMA₋₁), seeded with the mean of the first `period` values.
   * Lookback: period − 1.
   * @example ta.ema(data.close, 20)
   */
  ema(source: Series, period: number): Series;
  /**
   * Weighted moving average: the newest value weighs `period`, the oldest 1.
   * Lookback: period − 1.
   * @example ta.wma(data.close, 20)
   */
  wma(source: Series, period: number): Series;
  /**
   * Wilder's exponential moving average, elsewhere called RMA or SMMA: WEMA₋₁ + (x − WEMA₋₁) / period, seeded with the mean
   * of the first `period` values.
   * Lookback: period − 1.
   * @example ta.wema(data.close, 14)
   */
  wema(source: Series, period: number): Series;
  /**
   * Double exponential moving average: 2·EMA − EMA(EMA).
   * Lookback: 2 · (period − 1).
   * @example ta.dema(data.close, 20)
   */
  dema(source: Series, period: number): Series;
  /**
   * Triple exponential moving average: 3·EMA − 3·EMA(EMA) + EMA(EMA(EMA)).
   * Lookback: 3 · (period − 1).
   * @example ta.tema(data.close, 20)
   */
  tema(source: Series, period: number): Series;
  /**
   * Triangular moving average: the middle of the window weighs most; SMA(SMA(x, ⌈period/2⌉), ⌊period/2⌋ + 1).
   * Lookback: period − 1.
   * @example ta.trima(data.close, 20)
   */
  trima(source: Series, period: number): Series;
  /**
   * Tillson's T3: six exponential averages in a row, combined so that little lag is left.
   * Lookback: 6 · (period − 1).
   * @param period 5 by default
   * @param volumeFactor from 0 (smooth) to 1 (lively), 0.7 by default
   * @example ta.t3(data.close, 5)
   */
  t3(source: Series, period?: number, volumeFactor?: number): Series;
  /**
   * Kaufman's adaptive moving average: KAMA₋₁ + c · (x − KAMA₋₁), with c between those of EMA(slow) and EMA(fast),
   * squared, according to how straight the price ran: |x − x₋ₚ| / Σ|x − x₋₁| over `period` bars (1 if nothing moved).
   * Lookback: period.
   * @param period 10 by default
   * @param fast 2 by default
   * @param slow 30 by default
   * @example ta.kama(data.close, 10)
   */
  kama(source: Series, period?: number, fast?: number, slow?: number): Series;

  /**
   * Relative strength index, 0 … 100: 100 · G / (G + L), Wilder's averages of gains and losses.
   * 50 if nothing has moved. Lookback: period.
   * @param period 14 by default
   * @example ta.rsi(data.close, 14)
   */
  rsi(source: Series, period?: number): Series;
  /**
   * The average gain from bar to bar, in Wilder's smoothing; a fall counts as no gain.
   * Lookback: period.
   * @param period 14 by default
   * @example ta.averageGain(data.close, 14)
   */
  averageGain(source: Series, period?: number): Series;
  /**
   * The average loss from bar to bar, in Wilder's smoothing, as a positive number; a rise counts as no loss.
   * Lookback: period.
   * @param period 14 by default
   * @example ta.averageLoss(data.close, 14)
   */
  averageLoss(source: Series, period?: number): Series;
  /**
   * Chande momentum oscillator, −100 … 100: 100 · (G − L) / (G + L), Wilder's averages of gains and losses.
   * 0 if nothing has moved. Lookback: period.
   * @param period 14 by default
   * @example ta.cmo(data.close, 14)
   */
  cmo(source: Series, period?: number): Series;
  /**
   * Moving average convergence/divergence: macd = EMA(fast) − EMA(slow), signal = EMA(macd, signal), histogram =
   * macd − signal. Both averages start on the same bar.
   * Lookback: max(fast, slow) + signal − 2.
   * @param fast 12 by default
   * @param slow 26 by default
   * @param signal 9 by default
   * @example ta.macd(data.close, 12, 26, 9).histogram
   */
  macd(source: Series, fast?: number, slow?: number, signal?: number): MacdLines;
  /**
   * Percentage price oscillator: 100 · (EMA(fast) − EMA(slow)) / EMA(slow); 0 where the slow average is 0.
   * Lookback: max(fast, slow) − 1.
   * @param fast 12 by default
   * @param slow 26 by default
   * @example ta.ppo(data.close, 12, 26)
   */
  ppo(source: Series, fast?: number, slow?: number): Series;
  /**
   * Slow stochastic oscillator, 0 … 100: k = SMA(100 · (close − lowest low) / (highest high − lowest low), slowing),
   * d = SMA(k, dPeriod). Without any range the raw value is 50.
   * Lookback: kPeriod + slowing + dPeriod − 3.
   * @param kPeriod 14 by default
   * @param slowing 3 by default; 1 gives the fast oscillator
   * @param dPeriod 3 by default
   * @example ta.stoch(data, 14, 3, 3).k
   */
  stoch(bars: Bars, kPeriod?: number, slowing?: number, dPeriod?: number): StochLines;
  /**
   * Stochastic oscillator of the RSI, 0 … 100: k = where the RSI lies in its range of kPeriod bars (50 if it hasn't
   * moved), d = SMA(k, dPeriod).
   * Lookback: period + kPeriod + dPeriod − 2.
   * @param period of the RSI, 14 by default
   * @param kPeriod 14 by default
   * @param dPeriod 3 by default
   * @example ta.stochrsi(data.close, 14, 14, 3).k
   */
  stochrsi(source: Series, period?: number, kPeriod?: number, dPeriod?: number): StochLines;
  /**
   * Williams' %R, −100 … 0: −100 · (highest high − close) / (highest high − lowest low); −50 without any range.
   * Lookback: period − 1.
   * @param period 14 by default
   * @example ta.willr(data, 14)
   */
  willr(bars: Bars, period?: number): Series;
  /**
   * Commodity channel index: (tp − SMA(tp)) / (0.015 · mean |tp − SMA(tp)|), tp = (high + low + close) / 3; 0 if tp
   * hasn't moved. Lookback: period − 1.
   * @param period 20 by default
   * @example ta.cci(data, 20)
   */
  cci(bars: Bars, period?: number): Series;
  /**
   * Rate of change in percent: 100 · (x / x₋ₚ − 1); 0 where the earlier value is 0.
   * Lookback: period.
   * @param period 10 by default
   * @example ta.roc(data.close, 10)
   */
  roc(source: Series, period?: number): Series;
  /**
   * Momentum: x − x₋ₚ.
   * Lookback: period.
   * @param period 10 by default
   * @example ta.mom(data.close, 10)
   */
  mom(source: Series, period?: number): Series;
  /**
   * One-bar rate of change, in percent, of EMA(EMA(EMA(x))).
   * Lookback: 3 · (period − 1) + 1.
   * @param period 15 by default
   * @example ta.trix(data.close, 15)
   */
  trix(source: Series, period?: number): Series;
  /**
   * Know sure thing: kst = 1·SMA(ROC(roc1), sma1) + … + 4·SMA(ROC(roc4), sma4), signal = SMA(kst, signal).
   * Lookback: max(rocₖ + smaₖ) + signal − 2.
   * @param roc1 10 by default, `roc2` 15, `roc3` 20, `roc4` 30
   * @param sma1 10 by default, `sma2` 10, `sma3` 10, `sma4` 15
   * @param signal 9 by default
   * @example ta.kst(data.close).signal
   */
  kst(
    source: Series,
    roc1?: number,
    roc2?: number,
    roc3?: number,
    roc4?: number,
    sma1?: number,
    sma2?: number,
    sma3?: number,
    sma4?: number,
    signal?: number,
  ): KstLines;
  /**
   * Awesome oscillator: SMA(m, fast) − SMA(m, slow), m = (high + low) / 2.
   * Lookback: max(fast, slow) − 1.
   * @param fast 5 by default
   * @param slow 34 by default
   * @example ta.ao(data)
   */
  ao(bars: Bars, fast?: number, slow?: number): Series;
  /**
   * Ultimate oscillator, 0 … 100: the share of buying pressure in the true range over three periods, weighted 4 : 2 : 1.
   * A period without any range counts as balanced. Lookback: max(short, medium, long).
   * @param short 7 by default
   * @param medium 14 by default
   * @param long 28 by default
   * @example ta.ultosc(data)
   */
  ultosc(bars: Bars, short?: number, medium?: number, long?: number): Series;

  /**
   * True range: max(high, close₋₁) − min(low, close₋₁).
   * Lookback: 1.
   * @example ta.trueRange(data)
   */
  trueRange(bars: Bars): Series;
  /**
   * Average true range: ATR₋₁ + (TR − ATR₋₁) / period, seeded with the mean of the first `period` true ranges.
   * Lookback: period.
   * @param period 14 by default
   * @example ta.atr(data, 14)
   */
  atr(bars: Bars, period?: number): Series;
  /**
   * Average true range in percent of the close; 0 where the close is 0.
   * Lookback: period.
   * @param period 14 by default
   * @example ta.natr(data, 14)
   */
  natr(bars: Bars, period?: number): Series;
  /**
   * Bollinger bands: middle = SMA, upper and lower = middle ± deviations · σ (of the population).
   * Lookback: period − 1.
   * @param period 20 by default
   * @param deviations at least 0, 2 by default
   * @example ta.bbands(data.close, 20, 2).lower
   */
  bbands(source: Series, period?: number, deviations?: number): ChannelLines;
  /**
   * Keltner channel: middle = EMA(close, period), upper and lower = middle ± multiplier · ATR(atrPeriod).
   * Lookback: max(period − 1, atrPeriod).
   * @param period 20 by default
   * @param multiplier at least 0, 2 by default
   * @param atrPeriod 10 by default
   * @example ta.keltner(data, 20, 2).upper
   */
  keltner(bars: Bars, period?: number, multiplier?: number, atrPeriod?: number): ChannelLines;
  /**
   * Donchian channel: upper = highest high, lower = lowest low, middle = halfway. The current bar is inside the window, so
   * a breakout compares with the bar before: `data.close.now > channel.upper.ago(1)`.
   * Lookback: period − 1.
   * @param period 20 by default
   * @example ta.donchian(data, 20).upper
   */
  donchian(bars: Bars, period?: number): ChannelLines;

  /**
   * Average directional index and the directional indicators, 0 … 100, in Wilder's smoothing: plusDi and minusDi are
   * the shares of upward and downward movement in the true range, adx the average of |plusDi − minusDi| in percent of
   * their sum. Without any range plusDi and minusDi are 0; without direction adx stays as it was.
   * Lookback: 2 · period − 1.
   * @param period at least 2, 14 by default
   * @example ta.adx(data, 14).plusDi
   */
  adx(bars: Bars, period?: number): AdxLines;
  /**
   * Aroon, 0 … 100: up = 100 · (period − bars since the highest high) / period, down likewise for the lowest low, over
   * period + 1 bars; of equal extremes the latest counts. Lookback: period.
   * @param period 14 by default
   * @example ta.aroon(data, 14).up
   */
  aroon(bars: Bars, period?: number): AroonLines;
  /**
   * Parabolic stop and reverse: SAR₊₁ = SAR + af · (extreme − SAR), af growing with each new extreme.
   * Lookback: 1.
   * @param acceleration at least 0, 0.02 by default
   * @param maximum of af, at least 0, 0.2 by default
   * @example ta.sar(data)
   */
  sar(bars: Bars, acceleration?: number, maximum?: number): Series;
  /**
   * Supertrend: a stop line at `multiplier` average true ranges that follows the trend. `direction` is 1 up (the line
   * is below the price) and −1 down; TradingView's sign is the opposite. It starts at −1. Lookback: period.
   * @param period 10 by default
   * @param multiplier at least 0, 3 by default
   * @example ta.supertrend(data, 10, 3).direction
   */
  supertrend(bars: Bars, period?: number, multiplier?: number): SupertrendLines;
  /**
   * Chandelier exits: long = highest high − multiplier · ATR, short = lowest low + multiplier · ATR, all over `period` bars.
   * Lookback: period.
   * @param period 22 by default
   * @param multiplier at least 0, 3 by default
   * @example ta.chandelierExit(data, 22, 3).long
   */
  chandelierExit(bars: Bars, period?: number, multiplier?: number): ChandelierLines;
  /**
   * Ichimoku: conversion, base and spanB are halfway between highest high and lowest low of their periods, spanA =
   * (conversion + base) / 2. Each line as it is known on its bar, nothing shifted: the cloud that charts draw under
   * the current bar is `spanA.ago(26)` and `spanB.ago(26)`. Lookback: max(conversion, base, span) − 1.
   * @param conversion 9 by default
   * @param base 26 by default
   * @param span 52 by default
   * @example ta.ichimoku(data).base
   */
  ichimoku(bars: Bars, conversion?: number, base?: number, span?: number): IchimokuLines;
  /**
   * Heikin-Ashi bars: close = (open + high + low + close) / 4, open = halfway between the smoothed open and close before (at
   * first halfway between the bar's own), high and low stretched to hold both. These are averages: nothing trades at them.
   * Lookback: 0.
   * @example ta.heikinAshi(data).close
   */
  heikinAshi(bars: Bars): HeikinAshiLines;
  /**
   * The height, at the current bar, of the straight line that fits the last `period` values best (least squares).
   * Lookback: period − 1.
   * @param period at least 2, 14 by default
   * @example ta.linearreg(data.close, 14)
   */
  linearreg(source: Series, period?: number): Series;
  /**
   * The slope per bar of the straight line that fits the last `period` values best (least squares).
   * Lookback: period − 1.
   * @param period at least 2, 14 by default
   * @example ta.linearregSlope(data.close, 14)
   */
  linearregSlope(source: Series, period?: number): Series;

  /**
   * On-balance volume: volume added on rising closes and taken away on falling ones, from the first bar's volume on.
   * Lookback: 0.
   * @example ta.obv(data)
   */
  obv(bars: Bars): Series;
  /**
   * Accumulation/distribution line: AD₋₁ + volume · ((close − low) − (high − close)) / (high − low); a bar without range
   * adds nothing. Lookback: 0.
   * @example ta.ad(data)
   */
  ad(bars: Bars): Series;
  /**
   * Chaikin oscillator: E(AD, fast) − E(AD, slow), exponential averages seeded with the first value.
   * Lookback: max(fast, slow) − 1.
   * @param fast 3 by default
   * @param slow 10 by default
   * @example ta.adosc(data, 3, 10)
   */
  adosc(bars: Bars, fast?: number, slow?: number): Series;
  /**
   * Elder's force index: EMA((close − close₋₁) · volume, period).
   * Lookback: period.
   * @param period 13 by default
   * @example ta.forceIndex(data, 13)
   */
  forceIndex(bars: Bars, period?: number): Series;
  /**
   * Money flow index, 0 … 100: the share, in percent, of money that flowed on bars with a rising typical price (high +
   * low + close) / 3; 50 where no money flowed. Lookback: period.
   * @param period 14 by default
   * @example ta.mfi(data, 14)
   */
  mfi(bars: Bars, period?: number): Series;
  /**
   * Volume-weighted average of (high + low + close) / 3 since the beginning of the day (UTC); that price itself as long
   * as nothing was traded. Lookback: 0.
   * @example ta.vwap(data)
   */
  vwap(bars: Bars): Series;

  /**
   * The largest of the last `period` values, the current one included.
   * Lookback: period − 1.
   * @example ta.highest(data.high, 20)
   */
  highest(source: Series, period: number): Series;
  /**
   * The smallest of the last `period` values, the current one included.
   * Lookback: period − 1.
   * @example ta.lowest(data.low, 20)
   */
  lowest(source: Series, period: number): Series;
  /**
   * The middle one of the last `period` values; the mean of the middle two where their number is even.
   * Lookback: period − 1.
   * @example ta.median(data.close, 20)
   */
  median(source: Series, period: number): Series;
  /**
   * Quantile of the last `period` values, interpolated between neighbours: position fraction · (period − 1) in order of
   * size. Lookback: period − 1.
   * @param fraction from 0 (lowest) to 1 (highest)
   * @example ta.quantile(data.volume, 50, 0.9)
   */
  quantile(source: Series, period: number, fraction: number): Series;
  /**
   * Standard deviation of the last `period` values, of the population (divided by `period`); exactly 0 where they are all
   * equal. Lookback: period − 1.
   * @example ta.stddev(data.close, 20)
   */
  stddev(source: Series, period: number): Series;
  /**
   * How many standard deviations the value lies from the mean of the last `period` values; 0 where they are all equal.
   * Lookback: period − 1.
   * @example ta.zscore(data.close, 20)
   */
  zscore(source: Series, period: number): Series;
  /**
   * Pearson's correlation of two series over the last `period` bars, −1 … 1; 0 where one of them doesn't vary.
   * Lookback: period − 1.
   * @example ta.correlation(data.close, data.of('MSFT').close, 60)
   */
  correlation(a: Series, b: Series, period: number): Series;

  /**
   * Doji: the bar opens and closes at nearly equal prices. 1 where there is one, else 0.
   *
   * To all patterns with "nearly" (or ≈): prices differ by no more than a tenth of the mean range (high − low) of the ten
   * bars before the pattern; where these had no range there is no pattern. Lookback: 10.
   * @example if (ta.doji(data).now === 1) …
   */
  doji(bars: Bars): Series;
  /**
   * Dragonfly doji: open ≈ close ≈ high, with a lower shadow. 1 where there is one, else 0.
   * Lookback: 10.
   * @example ta.dragonflyDoji(data)
   */
  dragonflyDoji(bars: Bars): Series;
  /**
   * Gravestone doji: open ≈ close ≈ low, with an upper shadow. 1 where there is one, else 0.
   * Lookback: 10.
   * @example ta.gravestoneDoji(data)
   */
  gravestoneDoji(bars: Bars): Series;
  /**
   * Marubozu, a body with nearly no shadows: 1 rising (open ≈ low, close ≈ high), −1 falling (open ≈ high, close ≈ low),
   * else 0. Lookback: 10.
   * @example ta.marubozu(data)
   */
  marubozu(bars: Bars): Series;
  /**
   * Engulfing: 1 where a rising body covers the falling one before completely, −1 the other way round, else 0.
   * Lookback: 1.
   * @example ta.engulfing(data)
   */
  engulfing(bars: Bars): Series;
  /**
   * Bearish harami: −1 where, after a rising bar, body and low lie inside the body before, with a lower high; else 0.
   * Lookback: 1.
   * @example ta.bearishHarami(data)
   */
  bearishHarami(bars: Bars): Series;
  /**
   * Bearish harami cross: −1 where a bearish harami opens and closes at nearly equal prices, else 0.
   * Lookback: 11.
   * @example ta.bearishHaramiCross(data)
   */
  bearishHaramiCross(bars: Bars): Series;
  /**
   * Dark cloud cover: −1 where, after a rising bar, one opens above its high and closes in the lower half of its body; else
   * 0. Lookback: 1.
   * @example ta.darkCloudCover(data)
   */
  darkCloudCover(bars: Bars): Series;
  /**
   * Downside Tasuki gap: −1 where, after two falling bars with a gap between them, a rising one opens in the second body and
   * closes in the gap; else 0. Lookback: 2.
   * @example ta.downsideTasukiGap(data)
   */
  downsideTasukiGap(bars: Bars): Series;
  /**
   * Morning doji star: 1 where, after a falling bar and a doji that lies below it with a gap, a rising bar opens above the
   * doji and closes above the middle of the first body; else 0. The doji has both shadows or none. Lookback: 12.
   * @example ta.morningDojiStar(data)
   */
  morningDojiStar(bars: Bars): Series;
  /**
   * Evening doji star: −1 where, after a rising bar and a doji that lies above it with a gap, a falling bar opens below the
   * doji and closes below the middle of the first body; else 0. The doji has both shadows or none. Lookback: 12.
   * @example ta.eveningDojiStar(data)
   */
  eveningDojiStar(bars: Bars): Series;
  /**
   * Abandoned baby, the bullish one: 1 where, after a falling bar and a doji, a rising bar stays below the open of the first
   * and the doji lies below both with gaps; else 0. The doji has both shadows or none. Lookback: 12.
   * @example ta.abandonedBaby(data)
   */
  abandonedBaby(bars: Bars): Series;
}

export interface MacdLines {
  readonly macd: Series;
  readonly signal: Series;
  readonly histogram: Series;
}

export interface KstLines {
  readonly kst: Series;
  readonly signal: Series;
}

export interface AdxLines {
  readonly adx: Series;
  readonly plusDi: Series;
  readonly minusDi: Series;
}

export interface AroonLines {
  readonly up: Series;
  readonly down: Series;
}

export interface SupertrendLines {
  readonly value: Series;
  /** 1 up, −1 down. */
  readonly direction: Series;
}

/** Stops of a long and of a short position. */
export interface ChandelierLines {
  readonly long: Series;
  readonly short: Series;
}

export interface IchimokuLines {
  readonly conversion: Series;
  readonly base: Series;
  readonly spanA: Series;
  readonly spanB: Series;
}

export interface HeikinAshiLines {
  readonly open: Series;
  readonly high: Series;
  readonly low: Series;
  readonly close: Series;
}
