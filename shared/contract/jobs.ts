import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { countSchema, jobIdSchema, pageShape, procedure } from './base.ts';
import { JOB_STATES, jobSchema } from './job.ts';

const oneJob = z.strictObject({ job: jobIdSchema });

export const jobs = {
  list: procedure
    .route({ method: 'GET', path: '/jobs', tags: ['jobs'], summary: 'Jobs, newest first' })
    .input(z.strictObject({ ...pageShape, states: z.array(z.enum(JOB_STATES)).max(JOB_STATES.length).exactOptional() }))
    .output(z.strictObject({ rows: z.array(jobSchema), total: countSchema })),
  get: procedure
    .route({ method: 'GET', path: '/jobs/{job}', tags: ['jobs'], summary: 'One job' })
    .input(oneJob)
    .output(jobSchema),
  /**
   * First every job that isn't over (or the one that was asked for), then each as it changes: at most ten times a
   * second for one job, its end always. The stream about one job ends when that is done, failed or cancelled.
   */
  watch: procedure
    .route({ method: 'GET', path: '/job-events', tags: ['jobs'], summary: 'Jobs as they change, a stream of events' })
    .input(z.strictObject({ job: jobIdSchema.exactOptional() }))
    .output(eventIterator(jobSchema)),
  pause: procedure
    .route({ method: 'POST', path: '/jobs/{job}/pause', tags: ['jobs'], summary: 'Pause a running import or sweep' })
    .input(oneJob)
    .output(jobSchema),
  /** Of a paused job, or of an interrupted one, which begins again. */
  resume: procedure
    .route({
      method: 'POST',
      path: '/jobs/{job}/resume',
      tags: ['jobs'],
      summary: 'Go on with a paused or interrupted job',
    })
    .input(oneJob)
    .output(jobSchema),
  cancel: procedure
    .route({ method: 'POST', path: '/jobs/{job}/cancel', tags: ['jobs'], summary: 'Cancel a job' })
    .input(oneJob)
    .output(jobSchema),
};
