import type { KnownJob } from '../../app/store/jobs-slice.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export interface JobProgress {
  /** 0 … 1; null while the size of the work isn't known, or once it is over. */
  fraction: number | null;
  /** `62 % · 9 s left`, `saving`, `queued`, `done`. */
  words: string;
}

type Shown = Pick<KnownJob, 'state' | 'done' | 'total' | 'eta' | 'isUnknown'>;

/** How far a job is, as people read it. */
export function jobProgress({ state, done, total, eta, isUnknown }: Shown): JobProgress {
  if (isUnknown === true) return { fraction: null, words: 'unknown' };
  if (state !== 'running' && state !== 'paused') return { fraction: null, words: state };
  if (total === 0) return { fraction: null, words: state };
  if (state === 'running' && done >= total) return { fraction: 1, words: 'saving' };
  const fraction = Math.min(1, done / total);
  const percent = `${Math.floor(fraction * 100)}\u2009%`;
  if (state === 'paused') return { fraction, words: `paused at ${percent}` };
  return { fraction, words: eta === null ? percent : `${percent} · ${timeLeft(eta)}` };
}

/** `9 s left`, `3 min left`; rounded up, so that it never ends before it says so. */
export function timeLeft(ms: number): string {
  if (ms < MINUTE) return `${Math.max(1, Math.ceil(ms / SECOND))} s left`;
  if (ms < HOUR) return `${Math.ceil(ms / MINUTE)} min left`;
  return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min left`;
}
