import { expect, test } from 'vitest';
import { JOB_STATES, type JobState } from '#shared/contract/job.ts';
import { NO_PROGRESS, taskbarProgress, UNKNOWN_PROGRESS } from './taskbar.ts';

const job = (done: number, total: number, state: JobState = 'running') => ({ state, done, total });

test('the taskbar shows the mean of what is under way', () => {
  expect(taskbarProgress([job(1, 4)])).toBe(0.25);
  expect(taskbarProgress([job(1, 4), job(900, 1_200)])).toBe(0.5);
  expect(taskbarProgress([job(1, 4), job(0, 0)])).toBe(0.25);
  expect(taskbarProgress([job(5, 4)])).toBe(1);
});

test('jobs that do not know how far they are move it without an end', () => {
  expect(taskbarProgress([job(3, 0)])).toBe(UNKNOWN_PROGRESS);
});

test('nothing under way, no bar', () => {
  const idle = JOB_STATES.filter((state) => state !== 'running');
  expect(taskbarProgress(idle.map((state) => job(1, 2, state)))).toBe(NO_PROGRESS);
  expect(taskbarProgress([])).toBe(NO_PROGRESS);
});
