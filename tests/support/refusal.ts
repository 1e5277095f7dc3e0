import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';

/** What a promise, or a function, is refused with; anything but an error for the user fails the test. */
export async function refusal(work: Promise<unknown> | (() => unknown)): Promise<ErrorDetail> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof HindcastError) return error.detail;
    throw error;
  }
  throw new Error('it was not refused');
}
