import { createApi, fakeBaseQuery } from '@reduxjs/toolkit/query/react';
import { type ApiError, apiErrorOf, apiErrorSchema, INTERNAL_ERROR } from '#shared/contract/errors.ts';

/** What the answers of the host are about: a change of one makes its copies stale. */
export const TOPICS = ['market', 'runs', 'settings', 'strategies', 'sweeps', 'system'] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * Answers of the host as the window keeps them. Each feature adds its own questions (`injectEndpoints`). Columns for
 * charts and rows of long tables don't belong here: they are asked for where they are drawn.
 */
export const hostApi = createApi({
  reducerPath: 'host',
  baseQuery: fakeBaseQuery<ApiError>(),
  tagTypes: TOPICS,
  endpoints: () => ({}),
});

/** What a query makes of a call of the contract: its answer, or what to show of its error. */
export async function answerOf<T>(call: Promise<T>): Promise<{ data: T } | { error: ApiError }> {
  try {
    return { data: await call };
  } catch (error) {
    return { error: apiErrorOf(error) };
  }
}

/** What to show of the error of a query or mutation; null while there is none. Of a query, see `useShownError`. */
export function shownError(error: unknown): ApiError | null {
  if (error === undefined) return null;
  const told = apiErrorSchema.safeParse(error);
  return told.success ? told.data : INTERNAL_ERROR;
}
