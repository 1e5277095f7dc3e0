/** Groups in the order in which tables and reports show them. */
export const METRIC_GROUPS = ['Returns', 'Risk', 'Trades', 'Costs', 'Benchmark'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

export interface MetricEntry {
  readonly label: string;
  /** One line for a tooltip, without jargon where that is possible. */
  readonly description: string;
  readonly group: MetricGroup;
}

/** How metrics are presented, in the order of presentation. Ids are public: add, never rename. */
export const METRIC_CATALOG = {
  totalReturn: { label: 'Total return', description: 'Growth of the capital over the whole run.', group: 'Returns' },
  annualReturn: {
    label: 'Annual return',
    description: 'Constant yearly growth that makes the total return, in years of trading periods.',
    group: 'Returns',
  },
  cagr: {
    label: 'CAGR',
    description: 'Constant yearly growth that makes the total return, in calendar years.',
    group: 'Returns',
  },
  finalEquity: { label: 'Final equity', description: 'Cash plus positions at the last close.', group: 'Returns' },
  profit: { label: 'Profit', description: 'Final equity less the initial capital.', group: 'Returns' },
  exposure: { label: 'Exposure', description: 'Share of the time with a position open.', group: 'Returns' },
  turnover: {
    label: 'Turnover a year',
    description: 'How many times a year the whole account was traded over.',
    group: 'Returns',
  },
  volatility: { label: 'Volatility', description: 'Standard deviation of returns, a year.', group: 'Risk' },
  sharpe: { label: 'Sharpe ratio', description: 'Mean return per unit of total risk.', group: 'Risk' },
  sharpeLo: {
    label: 'Sharpe ratio (Lo)',
    description: 'Sharpe ratio corrected for returns that follow each other.',
    group: 'Risk',
  },
  probabilisticSharpe: {
    label: 'Probabilistic Sharpe',
    description: 'Probability that the true Sharpe ratio is above zero, given length and tails of the record.',
    group: 'Risk',
  },
  sortino: { label: 'Sortino ratio', description: 'Mean return per unit of downside risk.', group: 'Risk' },
  omega: { label: 'Omega ratio', description: 'Sum of gains for each unit of losses, by period.', group: 'Risk' },
  calmar: { label: 'Calmar ratio', description: 'Annual return per unit of maximum drawdown.', group: 'Risk' },
  mar: { label: 'MAR ratio', description: 'CAGR per unit of maximum drawdown.', group: 'Risk' },
  maxDrawdown: { label: 'Max drawdown', description: 'Largest fall of equity from a high.', group: 'Risk' },
  averageDrawdown: { label: 'Average drawdown', description: 'Mean depth of all falls from a high.', group: 'Risk' },
  maxDrawdownDuration: {
    label: 'Longest drawdown',
    description: 'Longest time below an earlier high.',
    group: 'Risk',
  },
  averageDrawdownDuration: {
    label: 'Average drawdown length',
    description: 'Mean time below an earlier high.',
    group: 'Risk',
  },
  ulcerIndex: {
    label: 'Ulcer index',
    description: 'Root mean square of drawdown: depth and length together.',
    group: 'Risk',
  },
  valueAtRisk: {
    label: 'Value at risk (95 %)',
    description: 'Return that one period in twenty falls below.',
    group: 'Risk',
  },
  conditionalValueAtRisk: {
    label: 'Expected shortfall (95 %)',
    description: 'Mean return of the worst periods, those at or below the value at risk.',
    group: 'Risk',
  },
  tailRatio: { label: 'Tail ratio', description: 'Size of the good tail against the bad one.', group: 'Risk' },
  skewness: {
    label: 'Skewness',
    description: 'Negative where rare losses are larger than rare gains.',
    group: 'Risk',
  },
  kurtosis: { label: 'Kurtosis', description: 'Weight of the tails; 3 for a normal distribution.', group: 'Risk' },
  trades: { label: 'Trades', description: 'Round trips, forced closes included.', group: 'Trades' },
  winRate: { label: 'Win rate', description: 'Share of trades with a profit after costs.', group: 'Trades' },
  payoffRatio: { label: 'Payoff ratio', description: 'Average win against average loss.', group: 'Trades' },
  profitFactor: { label: 'Profit factor', description: 'Money won for each unit of money lost.', group: 'Trades' },
  expectancy: { label: 'Expectancy', description: 'Profit of the average trade.', group: 'Trades' },
  sqn: {
    label: 'System quality number',
    description: 'Average trade against the spread of trades, larger for more of them.',
    group: 'Trades',
  },
  kelly: {
    label: 'Kelly fraction',
    description: 'Stake that would have grown the capital fastest, from win rate and payoff.',
    group: 'Trades',
  },
  maxConsecutiveWins: { label: 'Most wins in a row', description: 'In the order of exits.', group: 'Trades' },
  maxConsecutiveLosses: { label: 'Most losses in a row', description: 'In the order of exits.', group: 'Trades' },
  averageBarsHeld: {
    label: 'Average holding time',
    description: 'Bars from entry to exit of the average trade.',
    group: 'Trades',
  },
  averageMae: {
    label: 'Average worst moment (MAE)',
    description: 'How far the average trade was in loss while it was open, of its value at entry.',
    group: 'Trades',
  },
  averageMfe: {
    label: 'Average best moment (MFE)',
    description: 'How far the average trade was in profit while it was open, of its value at entry.',
    group: 'Trades',
  },
  maxMae: {
    label: 'Deepest open loss (MAE)',
    description: 'Deepest loss that any trade stood in while it was open, of its value at entry.',
    group: 'Trades',
  },
  maxMfe: {
    label: 'Highest open profit (MFE)',
    description: 'Highest profit that any trade stood in while it was open, of its value at entry.',
    group: 'Trades',
  },
  edgeRatio: {
    label: 'Edge ratio',
    description: 'Average best moment of a trade against its average worst one; 1 where entries have no edge.',
    group: 'Trades',
  },
  tradesForced: {
    label: 'Forced closes',
    description: 'Trades closed because the data ended, not by the strategy.',
    group: 'Trades',
  },
  profitForced: {
    label: 'Profit of forced closes',
    description: 'Profit of the trades that were closed because the data ended.',
    group: 'Trades',
  },
  winRateClosed: {
    label: 'Win rate without forced',
    description: 'Win rate of the trades that the strategy itself ended.',
    group: 'Trades',
  },
  profitFactorClosed: {
    label: 'Profit factor without forced',
    description: 'Profit factor of the trades that the strategy itself ended.',
    group: 'Trades',
  },
  expectancyClosed: {
    label: 'Expectancy without forced',
    description: 'Expectancy of the trades that the strategy itself ended.',
    group: 'Trades',
  },
  sqnClosed: {
    label: 'SQN without forced',
    description: 'System quality number of the trades that the strategy itself ended.',
    group: 'Trades',
  },
  commissionPaid: { label: 'Commission', description: 'Commission paid on all fills.', group: 'Costs' },
  totalCosts: { label: 'Total costs', description: 'Commission, half spreads and slippage.', group: 'Costs' },
  buyAndHoldReturn: {
    label: 'Buy and hold return',
    description: 'What the same capital would have made without a strategy.',
    group: 'Benchmark',
  },
  alpha: { label: 'Alpha', description: 'Yearly return that buy and hold does not explain.', group: 'Benchmark' },
  beta: { label: 'Beta', description: "Share of buy and hold's movement that is taken.", group: 'Benchmark' },
  rSquared: { label: 'R²', description: 'Share of the variance that buy and hold explains.', group: 'Benchmark' },
  informationRatio: {
    label: 'Information ratio',
    description: 'Mean return over buy and hold per unit of the risk of differing from it.',
    group: 'Benchmark',
  },
  upCapture: { label: 'Upside capture', description: "Part taken of buy and hold's rises.", group: 'Benchmark' },
  downCapture: {
    label: 'Downside capture',
    description: "Part suffered of buy and hold's falls.",
    group: 'Benchmark',
  },
} as const satisfies Record<string, MetricEntry>;

export type MetricId = keyof typeof METRIC_CATALOG;
