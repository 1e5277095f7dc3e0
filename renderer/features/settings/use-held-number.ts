import { useEffect, useState } from 'react';

/** A number as it is being moved or typed; the saved one again as soon as that changes. */
export function useHeldNumber<T extends number | null>(saved: T): { value: T; hold: (value: T) => void } {
  const [value, hold] = useState(saved);
  useEffect(() => hold(saved), [saved]);
  return { value, hold };
}
