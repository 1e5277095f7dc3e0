import { useEffect, useState } from 'react';

/** The time of day, UTC, in which all times of the window are. */
export function UtcClock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <time dateTime={now.toISOString()}>UTC {now.toISOString().slice(11, 19)}</time>;
}
