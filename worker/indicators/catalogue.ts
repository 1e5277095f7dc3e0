import { DEMA } from './average/dema.ts';
import { EMA } from './average/ema.ts';
import { KAMA } from './average/kama.ts';
import { SMA } from './average/sma.ts';
import { T3 } from './average/t3.ts';
import { TEMA } from './average/tema.ts';
import { TRIMA } from './average/trima.ts';
import { WMA } from './average/wma.ts';
import type { Indicator } from './indicator.ts';
import { CCI } from './momentum/cci.ts';
import { CMO } from './momentum/cmo.ts';
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
import { MFI } from './volume/mfi.ts';
import { OBV } from './volume/obv.ts';
import { VWAP } from './volume/vwap.ts';

/** Every indicator that strategies find in `ta`. */
export const INDICATORS: readonly Indicator[] = [
  ...[SMA, EMA, WMA, DEMA, TEMA, TRIMA, T3, KAMA],
  ...[RSI, CMO, MACD, PPO, STOCH, STOCHRSI, WILLR, CCI, ROC, MOM, TRIX, ULTOSC],
  ...[TRUE_RANGE, ATR, NATR, BBANDS, KELTNER, DONCHIAN],
  ...[ADX, AROON, SAR, SUPERTREND, ICHIMOKU, LINEARREG, LINEARREG_SLOPE],
  ...[OBV, AD, ADOSC, MFI, VWAP],
  ...[HIGHEST, LOWEST, MEDIAN, QUANTILE, STDDEV, ZSCORE, CORRELATION],
];
