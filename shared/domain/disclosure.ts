/** What everybody must know before they read a result, and accepts once; a new version is asked for again. */
export const DISCLOSURE = {
  version: 1,
  title: 'Before the first result',
  paragraphs: [
    'Everything that Hindcast computes is hypothetical. A backtest applies rules to prices that are already known; nobody traded, and nobody could have traded exactly like that.',
    'Results look better than what follows them, for reasons that a backtest can’t show: rules are chosen after seeing how they did, fills are modelled, and markets change. A good result is a reason to look closer, not a forecast.',
    'Hindcast gives no investment advice and does not know your situation. What you trade, you trade at your own risk.',
  ],
} as const;
