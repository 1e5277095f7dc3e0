import { DEMA } from './average/dema.ts';
import { EMA } from './average/ema.ts';
import { KAMA } from './average/kama.ts';
import { SMA } from './average/sma.ts';
import { T3 } from './average/t3.ts';
import { TEMA } from './average/tema.ts';
import { TRIMA } from './average/trima.ts';
import { WEMA } from './average/wema.ts';
import { WMA } from './average/wma.ts';
import { DARK_CLOUD_COVER } from './candlestick/dark-cloud-cover.ts';
import { DOJI, DRAGONFLY_DOJI, GRAVESTONE_DOJI } from './candlestick/doji.ts';
import { ABANDONED_BABY, EVENING_DOJI_STAR, MORNING_DOJI_STAR } from './candlestick/doji-star.ts';
import { DOWNSIDE_TASUKI_GAP } from './candlestick/downside-tasuki-gap.ts';
import { ENGULFING } from './candlestick/engulfing.ts';
import { BEARISH_HARAMI, BEARISH_HARAMI_CROSS } from './candlestick/harami.ts';
import { MARUBOZU } from './candlestick/marubozu.ts';
import type { Indicator } from './indicator.ts';
import { AO } from './momentum/ao.ts';
import { AVERAGE_GAIN, AVERAGE_LOSS } from './momentum/average-change.ts';
import { CCI } from './momentum/cci.ts';
import { CMO } from './momentum/cmo.ts';
import { KST } from './momentum/kst.ts';
import { MACD } from './momentum/macd.ts';
import { MOM } from './momentum/mom.ts';
import { PPO } from './momentum/ppo.ts';
import { ROC } from './momentum/roc.ts';
import { RSI } from './momentum/rsi.ts';
import { STOCH } from './momentum/stoch.ts';
import { STOCHRSI } from './momentum/stochrsi.ts';
import { TRIX } from './momentum/trix.ts';
import { ULTOSC } from './momentum/ultosc.ts';
import { WILLR } from './momentum/willr.ts';
import { CORRELATION } from './statistics/correlation.ts';
import { HIGHEST } from './statistics/highest.ts';
import { LOWEST } from './statistics/lowest.ts';
import { MEDIAN, QUANTILE } from './statistics/quantile.ts';
import { STDDEV } from './statistics/stddev.ts';
import { ZSCORE } from './statistics/zscore.ts';
import { ADX } from './trend/adx.ts';
import { AROON } from './trend/aroon.ts';
import { CHANDELIER_EXIT } from './trend/chandelier-exit.ts';
import { HEIKIN_ASHI } from './trend/heikin-ashi.ts';
import { ICHIMOKU } from './trend/ichimoku.ts';
import { LINEARREG, LINEARREG_SLOPE } from './trend/linearreg.ts';
import { SAR } from './trend/sar.ts';
import { SUPERTREND } from './trend/supertrend.ts';
import { ATR } from './volatility/atr.ts';
import { BBANDS } from './volatility/bbands.ts';
import { DONCHIAN } from './volatility/donchian.ts';
import { KELTNER } from './volatility/keltner.ts';
import { NATR } from './volatility/natr.ts';
import { TRUE_RANGE } from './volatility/true-range.ts';
import { AD } from './volume/ad.ts';
import { ADOSC } from './volume/adosc.ts';
import { FORCE_INDEX } from './volume/force-index.ts';
import { MFI } from './volume/mfi.ts';
import { OBV } from './volume/obv.ts';
import { VWAP } from './volume/vwap.ts';

/** Every indicator that strategies find in `ta`. */
export const INDICATORS: readonly Indicator[] = [
  ...[SMA, EMA, WMA, WEMA, DEMA, TEMA, TRIMA, T3, KAMA],
  ...[RSI, AVERAGE_GAIN, AVERAGE_LOSS, CMO, MACD, PPO, STOCH, STOCHRSI, WILLR, CCI, ROC, MOM, TRIX, KST, AO, ULTOSC],
  ...[TRUE_RANGE, ATR, NATR, BBANDS, KELTNER, DONCHIAN],
  ...[ADX, AROON, SAR, SUPERTREND, CHANDELIER_EXIT, ICHIMOKU, HEIKIN_ASHI, LINEARREG, LINEARREG_SLOPE],
  ...[OBV, AD, ADOSC, FORCE_INDEX, MFI, VWAP],
  ...[HIGHEST, LOWEST, MEDIAN, QUANTILE, STDDEV, ZSCORE, CORRELATION],
  ...[DOJI, DRAGONFLY_DOJI, GRAVESTONE_DOJI, MARUBOZU, ENGULFING, BEARISH_HARAMI, BEARISH_HARAMI_CROSS],
  ...[DARK_CLOUD_COVER, DOWNSIDE_TASUKI_GAP, MORNING_DOJI_STAR, EVENING_DOJI_STAR, ABANDONED_BABY],
];
