import type { Statistic } from '../golden-files.ts';

const percent = (id: string): Statistic => ({ id, factor: 100 });
const plain = (id: string): Statistic => ({ id, factor: 1 });
const seconds = (id: string): Statistic => ({ id, factor: 86_400 });

/** What vectorbt's statistics are called here. */
export const STATISTICS: Readonly<Record<string, Statistic>> = {
  Period: seconds('bars'),
  'Start Value': plain('initialCash'),
  'End Value': plain('finalEquity'),
  'Total Return [%]': percent('totalReturn'),
  'Benchmark Return [%]': percent('buyAndHoldReturn'),
  'Max Gross Exposure [%]': percent('maxGrossExposure'),
  'Total Fees Paid': plain('commissionPaid'),
  'Max Drawdown [%]': { id: 'maxDrawdown', factor: -100 },
  'Max Drawdown Duration': seconds('maxDrawdownDuration'),
  'Total Trades': plain('trades'),
  'Total Closed Trades': plain('closedTrades'),
  'Total Open Trades': plain('openTrades'),
  'Open Trade PnL': plain('profitForced'),
  'Win Rate [%]': percent('winRate'),
  'Best Trade [%]': percent('bestTrade'),
  'Worst Trade [%]': percent('worstTrade'),
  'Avg Winning Trade [%]': percent('averageWin'),
  'Avg Losing Trade [%]': percent('averageLoss'),
  'Avg Winning Trade Duration': seconds('averageWinDuration'),
  'Avg Losing Trade Duration': seconds('averageLossDuration'),
  'Profit Factor': plain('profitFactor'),
  Expectancy: plain('expectancy'),
  'Sharpe Ratio': plain('sharpe'),
  'Calmar Ratio': plain('calmar'),
  'Omega Ratio': plain('omega'),
  'Sortino Ratio': plain('sortino'),
};
