import type { JobState } from '#shared/contract/job.ts';

/** What can happen to a job. `interrupt`: its process ends. `restart`: it begins again. */
export const JOB_EVENTS = ['start', 'pause', 'resume', 'finish', 'fail', 'cancel', 'interrupt', 'restart'] as const;
export type JobEvent = (typeof JOB_EVENTS)[number];

/** Where each event leads from each state; what isn't here can't happen. */
const TRANSITIONS: Record<JobState, Partial<Record<JobEvent, JobState>>> = {
  queued: { start: 'running', cancel: 'cancelled', interrupt: 'interrupted' },
  running: {
    pause: 'paused',
    finish: 'done',
    fail: 'failed',
    cancel: 'cancelled',
    interrupt: 'interrupted',
  },
  paused: { resume: 'running', finish: 'done', fail: 'failed', cancel: 'cancelled', interrupt: 'interrupted' },
  interrupted: { restart: 'queued' },
  done: {},
  failed: {},
  cancelled: {},
};

/** The state after an event; null where it can't happen. */
export function nextState(state: JobState, event: JobEvent): JobState | null {
  return TRANSITIONS[state][event] ?? null;
}

/** Whether a process has the job in hand. */
export function isInHand(state: JobState): boolean {
  return state === 'queued' || state === 'running' || state === 'paused';
}
