import { useEffect, useState } from 'react';

/** A value as it was when it last stood still for a while, and was good. */
export function useSettled<T>(value: T, pause: number, isGood: boolean): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (!isGood) return;
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause, isGood]);
  return settled;
}
