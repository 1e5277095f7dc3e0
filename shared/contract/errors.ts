import { z } from 'zod';

/** `internal`: a bug of ours. The rest is as in ErrorKind. */
export const API_ERROR_KINDS = ['usage', 'data', 'strategy', 'run', 'storage', 'internal'] as const;
export type ApiErrorKind = (typeof API_ERROR_KINDS)[number];

/** What went wrong, for the screen: as ErrorDetail, or an internal error about which nothing more is said. */
export const apiErrorSchema = z.strictObject({
  kind: z.enum(API_ERROR_KINDS),
  /** Stable, for programs: `data.bad-rows`. */
  code: z.string(),
  /** What happened, one sentence for a person. */
  message: z.string(),
  /** What to do about it. */
  hint: z.string().exactOptional(),
  /** Where in the strategy or data file, from 1. */
  at: z.strictObject({ file: z.string(), line: z.number(), column: z.number() }).exactOptional(),
  /** The lines behind the message: bad rows, the source line with a caret … */
  lines: z.array(z.string()).exactOptional(),
});
export type ApiError = z.infer<typeof apiErrorSchema>;

/** The errors that every procedure may end with; `data` holds what is to be shown. */
export const CONTRACT_ERRORS = {
  /** The request is wrong. */
  USAGE: { status: 400, data: apiErrorSchema },
  /** What the request names isn't there. */
  NOT_FOUND: { status: 404, data: apiErrorSchema },
  /** What the request is about has changed since the caller saw it. */
  CONFLICT: { status: 409, data: apiErrorSchema },
  /** Market data is missing, unreadable or wrong. */
  DATA: { status: 422, data: apiErrorSchema },
  /** The strategy doesn't compile, throws, loops or eats memory. */
  STRATEGY: { status: 422, data: apiErrorSchema },
  /** The run failed for another reason. */
  RUN: { status: 422, data: apiErrorSchema },
  /** The disk or the database refused. */
  STORAGE: { status: 507, data: apiErrorSchema },
  /** A bug of ours. */
  INTERNAL: { status: 500, data: apiErrorSchema },
} as const;
export type ContractErrorCode = keyof typeof CONTRACT_ERRORS;

const CODE_OF_KIND: Record<ApiErrorKind, ContractErrorCode> = {
  usage: 'USAGE',
  data: 'DATA',
  strategy: 'STRATEGY',
  run: 'RUN',
  storage: 'STORAGE',
  internal: 'INTERNAL',
};

/** The error of the contract that says this. */
export function contractErrorCode({ kind, code }: Pick<ApiError, 'kind' | 'code'>): ContractErrorCode {
  if (/\.no-such-/.test(code)) return 'NOT_FOUND';
  return /\.stale-/.test(code) ? 'CONFLICT' : CODE_OF_KIND[kind];
}

export const INTERNAL_ERROR: ApiError = {
  kind: 'internal',
  code: 'internal',
  message: 'Something went wrong inside Hindcast.',
  hint: 'Try again. If it happens again, please report it with what you did.',
};

/** What to show of an error that a call of the contract ended with, whatever it is. */
export function apiErrorOf(error: unknown): ApiError {
  const { data, message } = Object(error) as { data?: unknown; message?: unknown };
  const told = apiErrorSchema.safeParse(data);
  if (told.success) return told.data;
  if (error instanceof TypeError) return UNREACHABLE;
  return typeof message === 'string' ? { ...INTERNAL_ERROR, lines: [message] } : INTERNAL_ERROR;
}

/** A fetch that never got an answer is a TypeError in every browser. */
const UNREACHABLE: ApiError = {
  kind: 'run',
  code: 'run.unreachable',
  message: 'Hindcast does not answer.',
  hint: 'See whether it is still running, and try again.',
};
