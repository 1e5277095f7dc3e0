import { useEffect, useState } from 'react';
import type { Ms } from '#shared/domain/units.ts';

/** A value once it hasn't changed for a while: what is asked of the host with each key would be asked in vain. */
export function useRested<T>(value: T, pause: Ms): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return rested;
}
