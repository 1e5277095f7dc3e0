import { DEFAULT_LIMITS, type RunLimits } from '../../runs/worker-pool.ts';
import type { Arguments, Flag } from './command.ts';
import { numberFlag, wholeFlag } from './flag-values.ts';

/** Flags of every command that runs a strategy. */
export const LIMIT_FLAGS: Readonly<Record<string, Flag>> = {
  'time-limit': { value: 'SECONDS', help: `stop the strategy after this time (${DEFAULT_LIMITS.wallClock / 1_000})` },
  'memory-limit': { value: 'MB', help: `stop the strategy beyond this memory (${DEFAULT_LIMITS.heapMegabytes})` },
};

export function limitsOf(args: Arguments): Partial<RunLimits> {
  const seconds = args.text('time-limit');
  const megabytes = args.text('memory-limit');
  return {
    ...(seconds !== undefined && {
      wallClock: numberFlag('time-limit', seconds, 0.001, 'a number of seconds') * 1_000,
    }),
    ...(megabytes !== undefined && {
      heapMegabytes: wholeFlag('memory-limit', megabytes, 16, 'whole megabytes, 16 or more'),
    }),
  };
}
