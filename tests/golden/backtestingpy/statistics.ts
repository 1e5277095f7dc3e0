import type { Statistic } from '../golden-files.ts';

const percent = (id: string): Statistic => ({ id, factor: 100 });
const plain = (id: string): Statistic => ({ id, factor: 1 });
const seconds = (id: string): Statistic => ({ id, factor: 86_400 });

/** What backtesting.py's statistics are called here. */
export const STATISTICS: Readonly<Record<string, Statistic>> = {
  Duration: seconds('duration'),
  'Exposure Time [%]': percent('exposure'),
  'Equity Final [$]': plain('finalEquity'),
  'Equity Peak [$]': plain('peakEquity'),
  'Commissions [$]': plain('commissionPaid'),
  'Return [%]': percent('totalReturn'),
  'Buy & Hold Return [%]': percent('buyAndHoldReturn'),
  'Return (Ann.) [%]': percent('annualReturn'),
  'Volatility (Ann.) [%]': percent('volatility'),
  'CAGR [%]': percent('cagr'),
  'Sharpe Ratio': plain('sharpe'),
  'Sortino Ratio': plain('sortino'),
  'Calmar Ratio': plain('calmar'),
  'Alpha [%]': percent('alpha'),
  Beta: plain('beta'),
  'Max. Drawdown [%]': percent('maxDrawdown'),
  'Avg. Drawdown [%]': percent('averageDrawdown'),
  'Max. Drawdown Duration': seconds('maxDrawdownDuration'),
  'Avg. Drawdown Duration': seconds('averageDrawdownDuration'),
  '# Trades': plain('trades'),
  'Win Rate [%]': percent('winRate'),
  'Best Trade [%]': percent('bestTrade'),
  'Worst Trade [%]': percent('worstTrade'),
  'Avg. Trade [%]': percent('averageTrade'),
  'Max. Trade Duration': seconds('maxTradeDuration'),
  'Avg. Trade Duration': seconds('averageTradeDuration'),
  'Profit Factor': plain('profitFactor'),
  'Expectancy [%]': percent('expectancy'),
  SQN: plain('sqn'),
  'Kelly Criterion': plain('kelly'),
};
