import type { ExitReason } from '#shared/domain/run-result.ts';

/** Why a trade ended, in two words at most. */
export const EXIT_WORDS: Record<ExitReason, string> = {
  signal: 'signal',
  'stop-loss': 'stop-loss',
  'take-profit': 'take-profit',
  'trailing-stop': 'trailing stop',
  reversal: 'reversal',
  'end-of-data': 'end of data',
  liquidation: 'liquidation',
  'margin-call': 'margin call',
  delisted: 'delisted',
};
