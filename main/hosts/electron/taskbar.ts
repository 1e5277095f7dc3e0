import type { Job } from '#shared/contract/job.ts';

/** What `setProgressBar` takes: −1 hides the bar, more than 1 moves it without an end. */
export const NO_PROGRESS = -1;
export const UNKNOWN_PROGRESS = 2;

/** How far the jobs are that are under way, as one bar: the mean of those that know it. */
export function taskbarProgress(jobs: Iterable<Pick<Job, 'state' | 'done' | 'total'>>): number {
  const running = [...jobs].filter(({ state }) => state === 'running');
  const known = running.filter(({ total }) => total > 0);
  if (running.length === 0) return NO_PROGRESS;
  if (known.length === 0) return UNKNOWN_PROGRESS;
  return known.reduce((sum, { done, total }) => sum + Math.min(1, done / total), 0) / known.length;
}
