import { alpha } from './benchmark/alpha.ts';
import { beta } from './benchmark/beta.ts';
import { buyAndHoldReturn } from './benchmark/buy-and-hold-return.ts';
import { downCapture, upCapture } from './benchmark/capture.ts';
import { informationRatio } from './benchmark/information-ratio.ts';
import { rSquared } from './benchmark/r-squared.ts';
import { commissionPaid } from './costs/commission-paid.ts';
import { totalCosts } from './costs/total-costs.ts';
import type { Metric } from './metric.ts';
import { annualReturn } from './returns/annual-return.ts';
import { cagr } from './returns/cagr.ts';
import { finalEquity } from './returns/final-equity.ts';
import { profit } from './returns/profit.ts';
import { totalReturn } from './returns/total-return.ts';
import { averageDrawdown } from './risk/average-drawdown.ts';
import { calmar } from './risk/calmar.ts';
import { conditionalValueAtRisk } from './risk/conditional-value-at-risk.ts';
import { averageDrawdownDuration, maxDrawdownDuration } from './risk/drawdown-duration.ts';
import { kurtosis } from './risk/kurtosis.ts';
import { mar } from './risk/mar.ts';
import { maxDrawdown } from './risk/max-drawdown.ts';
import { omega } from './risk/omega.ts';
import { probabilisticSharpe } from './risk/probabilistic-sharpe.ts';
import { sharpe } from './risk/sharpe.ts';
import { sharpeLo } from './risk/sharpe-lo.ts';
import { skewness } from './risk/skewness.ts';
import { sortino } from './risk/sortino.ts';
import { tailRatio } from './risk/tail-ratio.ts';
import { ulcerIndex } from './risk/ulcer-index.ts';
import { valueAtRisk } from './risk/value-at-risk.ts';
import { volatility } from './risk/volatility.ts';
import { averageBarsHeld } from './trading/average-bars-held.ts';
import { averageMae } from './trading/average-mae.ts';
import { averageMfe } from './trading/average-mfe.ts';
import { edgeRatio } from './trading/edge-ratio.ts';
import { expectancy, expectancyClosed } from './trading/expectancy.ts';
import { exposure } from './trading/exposure.ts';
import { profitForced, tradesForced } from './trading/forced.ts';
import { kelly } from './trading/kelly.ts';
import { maxMae } from './trading/max-mae.ts';
import { maxMfe } from './trading/max-mfe.ts';
import { payoffRatio } from './trading/payoff-ratio.ts';
import { profitFactor, profitFactorClosed } from './trading/profit-factor.ts';
import { sqn, sqnClosed } from './trading/sqn.ts';
import { maxConsecutiveLosses, maxConsecutiveWins } from './trading/streaks.ts';
import { trades } from './trading/trades.ts';
import { turnover } from './trading/turnover.ts';
import { winRate, winRateClosed } from './trading/win-rate.ts';

/** Every metric of a run, in the order of the catalogue. */
export const METRICS: readonly Metric[] = [
  totalReturn,
  annualReturn,
  cagr,
  finalEquity,
  profit,
  exposure,
  turnover,
  volatility,
  sharpe,
  sharpeLo,
  probabilisticSharpe,
  sortino,
  omega,
  calmar,
  mar,
  maxDrawdown,
  averageDrawdown,
  maxDrawdownDuration,
  averageDrawdownDuration,
  ulcerIndex,
  valueAtRisk,
  conditionalValueAtRisk,
  tailRatio,
  skewness,
  kurtosis,
  trades,
  winRate,
  payoffRatio,
  profitFactor,
  expectancy,
  sqn,
  kelly,
  maxConsecutiveWins,
  maxConsecutiveLosses,
  averageBarsHeld,
  averageMae,
  averageMfe,
  maxMae,
  maxMfe,
  edgeRatio,
  tradesForced,
  profitForced,
  winRateClosed,
  profitFactorClosed,
  expectancyClosed,
  sqnClosed,
  commissionPaid,
  totalCosts,
  buyAndHoldReturn,
  alpha,
  beta,
  rSquared,
  informationRatio,
  upCapture,
  downCapture,
];
