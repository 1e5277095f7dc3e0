import type { ApiError } from '#shared/contract/errors.ts';

/** An error as text for a report, one part a line. */
export function errorText({ code, message, hint, at, lines }: ApiError): string {
  return [
    `${code}: ${message}`,
    ...(hint === undefined ? [] : [hint]),
    ...(at === undefined ? [] : [`at ${at.file}:${at.line}:${at.column}`]),
    ...(lines ?? []),
  ].join('\n');
}
