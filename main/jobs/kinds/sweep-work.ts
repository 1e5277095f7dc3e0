import { z } from 'zod';
import type { SweepService } from '../../sweeps/sweep-service.ts';
import type { JobWork } from '../job-kind.ts';

export interface SweepJobInput {
  sweep: string;
}

/** A sweep that is written down already. One that was interrupted goes on where it was. */
export function sweepWork(sweepService: SweepService): JobWork<SweepJobInput> {
  return {
    kind: 'sweep',
    unit: 'runs',
    canPause: true,
    atOnce: 1,
    input: z.strictObject({ sweep: z.string() }),
    async perform({ sweep }, controls) {
      const { id, done, failed } = await sweepService.perform(sweep, controls);
      return { kind: 'sweep', sweep: id, runs: done, failed };
    },
  };
}
