import { useEffect, useRef, useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import { client } from '../../../app/api/client.ts';
import { shownError } from '../../../app/store/host-api.ts';
import { GrowingColumns, NO_RESULTS, type SweepColumns } from './sweep-columns.ts';

interface Told {
  columns: SweepColumns;
  /** All that there were when they were last asked for. */
  isWhole: boolean;
  error: ApiError | null;
}

/**
 * Results of a sweep, asked for from where the last answer ended whenever more are done.
 * @param done runs that are made, as the host last told
 */
export function useSweepColumns(sweep: string, done: number): Told {
  const [told, setTold] = useState<Told>({ columns: NO_RESULTS, isWhole: false, error: null });
  const more = useRef<() => void>(() => {});
  useEffect(() => {
    const ending = new AbortController();
    const growing = new GrowingColumns();
    let isAsking = false;
    let isAskedAgain = false;
    const ask = async () => {
      isAskedAgain = isAsking;
      if (isAsking) return;
      isAsking = true;
      try {
        for (let isWhole = false; !isWhole && !ending.signal.aborted; ) {
          const answer = await client.sweeps.results({ sweep, from: growing.count }, { signal: ending.signal });
          growing.append(answer);
          isWhole = answer.places.length === 0 || answer.next >= answer.total;
          setTold({ columns: growing.snapshot(), isWhole, error: null });
        }
      } catch (error) {
        if (!ending.signal.aborted) setTold((last) => ({ ...last, error: shownError(error) }));
      }
      isAsking = false;
      if (isAskedAgain && !ending.signal.aborted) void ask();
    };
    more.current = () => void ask();
    setTold({ columns: NO_RESULTS, isWhole: false, error: null });
    return () => ending.abort();
  }, [sweep]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more results are what it asks for
  useEffect(() => more.current(), [sweep, done]);
  return told;
}
