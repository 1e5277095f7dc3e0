import { HindcastError } from '#shared/domain/errors.ts';

/** @param what can't be done, as the beginning of a sentence: `Free space can’t be given back` */
export function jobsInHand(what: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.jobs-in-hand',
    message: `${what} while jobs are under way.`,
    hint: 'Wait until they are over, or cancel them.',
  });
}
