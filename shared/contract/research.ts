import { z } from 'zod';
import { countSchema, numberOrNull, procedure } from './base.ts';
import { strategyRefSchema } from './strategies.ts';

export const trialsSchema = z.strictObject({
  /** Runs and runs of sweeps so far, deleted ones included. */
  trials: countSchema,
  /** Those that had a Sharpe ratio, and its mean and variance (ddof 1) over them; annualised. */
  sharpes: countSchema,
  meanSharpe: numberOrNull,
  varianceOfSharpe: numberOrNull,
  /** The best Sharpe ratio that so many trials without any skill are expected to bring, annualised. */
  expectedMaximumSharpe: numberOrNull,
});
export type Trials = z.infer<typeof trialsSchema>;

export const research = {
  /** How often a strategy was tried, whatever its revision. It never gets less. */
  trials: procedure
    .route({ method: 'POST', path: '/research/trials', tags: ['research'], summary: 'How often a strategy was tried' })
    .input(z.strictObject({ strategy: strategyRefSchema }))
    .output(trialsSchema),
};
