import { useEffect, useState } from 'react';
import type { Ms } from '#shared/domain/units.ts';

const STEP = 10_000;

/** The time, every ten seconds: for what says how old something is. */
export function useNow(): Ms {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP);
    return () => clearInterval(timer);
  }, []);
  return now;
}
