import type { JobState } from '#shared/contract/job.ts';
import { HindcastError } from '#shared/domain/errors.ts';

export function noSuchJob(id: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-such-job',
    message: `There is no job ${id}.`,
    hint: 'It may be so old that it was forgotten.',
  });
}

/** @param wanted as in “can't be paused” */
export function wrongJobState(title: string, state: JobState, wanted: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.job-state',
    message: `“${title}” can't be ${wanted}: it is ${state}.`,
  });
}

export function cannotPause(title: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.job-pause',
    message: `“${title}” can't be paused.`,
    hint: 'Only imports and sweeps can.',
  });
}
