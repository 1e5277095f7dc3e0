import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { type ApiError, apiErrorOf } from '#shared/contract/errors.ts';
import type { ChartAsking, ChartPart } from '../../charts/parts/asking.ts';
import { isOutOfReach } from './connection-slice.ts';
import { useAppSelector } from './store.ts';

/** `place`: where a time is in a series, which the screen of a chart asks for by itself. */
type Asker = ChartPart | 'place';
type Errors = Readonly<Partial<Record<Asker, ApiError>>>;

export interface ChartErrors extends ChartAsking {
  /** What to show; null while there is none, and while the window says that the host is out of reach. */
  readonly error: ApiError | null;
  readonly onError: (error: unknown, asker: Asker) => void;
  readonly onAnswer: (asker: Asker) => void;
  /** Asks again. What is wrong stays on the screen until there is an answer. */
  readonly retry: () => void;
}

/** What a chart couldn't get, for it to tell (`onError`, `onAnswer`: the same functions always). It asks again when it is told to, and when the host is back. */
export function useChartErrors(): ChartErrors {
  const [errors, setErrors] = useState<Errors>({});
  const [attempt, setAttempt] = useState(0);
  const isAway = useAppSelector((state) => isOutOfReach(state.connection));
  const onError = useCallback((error: unknown, asker: Asker) => {
    setErrors((before) => ({ ...before, [asker]: apiErrorOf(error) }));
  }, []);
  const onAnswer = useCallback((asker: Asker) => setErrors((before) => withoutError(before, asker)), []);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const [error = null] = Object.values(errors);

  const retryFailed = useEffectEvent(() => {
    if (error !== null) retry();
  });
  useEffect(() => {
    if (!isAway) retryFailed();
  }, [isAway]);
  return { error: isAway ? null : error, attempt, onError, onAnswer, retry };
}

/** The same object where nothing changes: charts are answered with every step. */
export function withoutError(errors: Errors, asker: Asker): Errors {
  const { [asker]: answered, ...others } = errors;
  return answered === undefined ? errors : others;
}
