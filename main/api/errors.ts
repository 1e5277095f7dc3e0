import { ORPCError, ValidationError } from '@orpc/contract';
import { type ApiError, CONTRACT_ERRORS, contractErrorCode, INTERNAL_ERROR } from '#shared/contract/errors.ts';
import { HindcastError } from '#shared/domain/errors.ts';

/** An error as it crosses the contract: with all that is to be shown, and nothing else. */
export function contractError(detail: ApiError): ORPCError<string, ApiError> {
  const code = contractErrorCode(detail);
  return new ORPCError(code, {
    defined: true,
    status: CONTRACT_ERRORS[code].status,
    message: detail.message,
    data: detail,
  });
}

/**
 * What a failed call ends with, whatever failed. Errors that aren't meant for the user are told to `onBug` and say
 * nothing to the caller.
 */
export function asContractError(error: unknown, onBug: (error: unknown) => void): ORPCError<string, unknown> {
  if (error instanceof HindcastError) return contractError(error.detail);
  if (error instanceof ORPCError) {
    if (error.code in CONTRACT_ERRORS) return error;
    if (error.code === 'BAD_REQUEST') return contractError(invalidRequest(error));
    if (error.code === 'NOT_FOUND' || error.status < 500) return contractError(refused(error));
  }
  onBug(error);
  return contractError(INTERNAL_ERROR);
}

const MOST_ISSUES = 20;

function invalidRequest(error: ORPCError<string, unknown>): ApiError {
  const issues = error.cause instanceof ValidationError ? error.cause.issues : [];
  const lines = issues.slice(0, MOST_ISSUES).map(({ path = [], message }) => {
    const place = path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
    return place === '' ? message : `${place}: ${message}`;
  });
  return {
    kind: 'usage',
    code: 'usage.invalid-request',
    message: lines[0] === undefined ? 'The request can’t be read.' : `The request is wrong: ${lines[0]}`,
    ...(lines.length > 0 && { lines }),
  };
}

function refused({ code, message }: ORPCError<string, unknown>): ApiError {
  return { kind: 'usage', code: `usage.${code.toLowerCase().replaceAll('_', '-')}`, message };
}
