import type { z } from 'zod';
import type { Job, JobKind, JobResult } from '#shared/contract/job.ts';

/** How the work of a job speaks with the rest. */
export interface JobControls {
  /** Aborted when the job is cancelled or its process ends. */
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
  /** Says which run the job is about. */
  onRun(run: string): void;
  /** Waits while the job is paused. */
  gate(): Promise<void>;
}

/** One kind of work that takes a while. `I` is all that it needs, as JSON: a job can begin again after a crash. */
export interface JobWork<I> {
  kind: JobKind;
  unit: Job['unit'];
  canPause: boolean;
  /** Jobs of this kind that run at the same time. */
  atOnce: number;
  input: z.ZodType<I>;
  /** @throws HindcastError when it fails; `run.cancelled` once the signal is aborted */
  perform(input: I, controls: JobControls): Promise<JobResult>;
  /** Called when the job is over for good and not failed: nobody will ask for its input again. */
  release?(input: I): void;
  /** Called now and then: throws away what is old and not in `needed`, the inputs of jobs that aren't over. */
  prune?: (needed: readonly I[]) => void;
}
