import type { ApiError } from '#shared/contract/errors.ts';

/** What to do in the form, where the host's advice is for the command line. */
const ADVICE: Readonly<Record<string, string>> = {
  'data.columns': 'Choose under Columns where dates and prices stand; bars need all four prices or the close alone.',
  'data.date-format': 'Choose the date format, or another column for the date.',
  'data.ambiguous-dates': 'Choose the date format.',
  'data.archive-choice': 'Choose the file in the archive.',
  'data.bad-rows': 'Skip the bad rows, or correct the file and choose it again.',
  'data.timeframe-unknown': 'Choose the timeframe.',
  'import.symbol': 'Type another symbol.',
  'import.many-symbols': 'Leave the symbol empty: each symbol of the file becomes a series of its own.',
  'import.instrument': 'Correct the terms of the instrument.',
};

/**
 * What the host says about a file, as a sentence of its own and with advice that can be followed in the form.
 * @param fileName what the form is about, which needn't be said again
 */
export function formProblem(error: ApiError, fileName: string): ApiError {
  const { code, hint } = error;
  const start = `${fileName}: `;
  const message = error.message.startsWith(start) ? error.message.slice(start.length) : error.message;
  const advice = ADVICE[code] ?? hint;
  return {
    ...error,
    message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
    ...(advice !== undefined && { hint: advice }),
  };
}
