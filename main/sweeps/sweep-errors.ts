import type { SweepStatus } from '#shared/contract/sweeps.ts';
import { HindcastError } from '#shared/domain/errors.ts';

function usage(code: string, message: string, hint?: string): HindcastError {
  return new HindcastError({ kind: 'usage', code: `usage.${code}`, message, ...(hint !== undefined && { hint }) });
}

export function noSuchSweep(selector: string): HindcastError {
  const message = selector === 'last' ? 'There is no sweep yet.' : `There is no single sweep ${selector}.`;
  return usage('no-such-sweep', message, 'An id may be shortened as long as it is unique.');
}

export function noSuchPlace(sweep: string, place: number): HindcastError {
  return usage('no-such-place', `Sweep ${sweep} has no result of place ${place}.`);
}

export function fixedAndSearched(name: string): HindcastError {
  return usage('search-space', `The parameter ${name} is searched and has a fixed value.`, 'Give one of them.');
}

export function endlessSpace(): HindcastError {
  return usage('search-space', 'The space has more places than can be numbered.', 'Search fewer parameters or values.');
}

export function emptySpace(): HindcastError {
  return usage('search-space', 'The constraints rule out every place of the space.');
}

export function tooManyRuns(method: string, runs: number, most: number): HindcastError {
  return usage(
    'sweep-budget',
    `A sweep by ${method} makes at most ${most.toLocaleString('en')} runs, not ${runs.toLocaleString('en')}.`,
    'Give a smaller budget, fewer values or a longer step; random samples any space.',
  );
}

export function tooManyObjectives(method: string): HindcastError {
  return usage('sweep-objectives', `A search by ${method} has one objective.`, 'genetic weighs several.');
}

/** @param wanted as in “can't be deleted” */
export function wrongSweepStatus(sweep: string, status: SweepStatus, wanted: string): HindcastError {
  return usage('sweep-status', `Sweep ${sweep} can't be ${wanted}: it is ${status}.`);
}

export function changedSince(sweep: string): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.changed',
    message: `Sweep ${sweep} can't go on: its bars or the engine have changed since it began.`,
    hint: 'Start a new one; what it has found so far is kept.',
  });
}
