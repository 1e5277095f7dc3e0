import { expect, it } from 'vitest';
import { JOB_STATES } from '#shared/contract/job.ts';
import { isInHand, JOB_EVENTS, nextState } from './job-states.ts';

/** Every edge there is. */
const EDGES = [
  'queued start running',
  'queued cancel cancelled',
  'queued interrupt interrupted',
  'running pause paused',
  'running finish done',
  'running fail failed',
  'running cancel cancelled',
  'running interrupt interrupted',
  'paused resume running',
  'paused finish done',
  'paused fail failed',
  'paused cancel cancelled',
  'paused interrupt interrupted',
  'interrupted restart queued',
];

it.each(JOB_STATES.flatMap((state) => JOB_EVENTS.map((event) => [state, event] as const)))('%s, %s', (state, event) => {
  const edge = EDGES.find((each) => each.startsWith(`${state} ${event} `));
  expect(nextState(state, event)).toBe(edge?.split(' ')[2] ?? null);
});

it('is in hand from the queue to its end', () => {
  expect(JOB_STATES.filter(isInHand)).toEqual(['queued', 'running', 'paused']);
});
