import type { ApiError } from '#shared/contract/errors.ts';

export const SAMPLE_ERROR: ApiError = {
  kind: 'strategy',
  code: 'strategy.runtime',
  message: 'The strategy stopped at bar 12,480: a period must be 1 or more.',
  hint: 'Give slow a minimum of 49.',
  at: { file: 'breakout.ts', line: 14, column: 22 },
  lines: ['14 |   const mean = sma(close, slow - 48);', '   |                ^'],
};
