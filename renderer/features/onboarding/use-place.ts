import { useEffect, useState } from 'react';

/** So long a place of the window may take to be there, ms: a run has to be loaded first. */
const PATIENCE = 10_000;

/** What a place of the window is: its element, `waiting` while it may still come, or null where it isn't shown. */
export function usePlace(selector: string): HTMLElement | 'waiting' | null {
  const [place, setPlace] = useState<HTMLElement | 'waiting' | null>('waiting');
  useEffect(() => {
    const find = () => {
      const found = document.querySelector<HTMLElement>(selector);
      setPlace((before) => found ?? (before === null || before instanceof HTMLElement ? null : before));
    };
    const observer = new MutationObserver(find);
    observer.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => setPlace((before) => (before === 'waiting' ? null : before)), PATIENCE);
    find();
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [selector]);
  return place;
}
