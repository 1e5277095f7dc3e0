import { type RefCallback, useCallback, useState } from 'react';

/** Which part of what scrolls in an element is seen, px. */
export interface ScrollView {
  top: number;
  height: number;
}

/** Follows the element that gets `ref`. */
export function useScrollView(): { ref: RefCallback<HTMLElement>; view: ScrollView } {
  const [view, setView] = useState<ScrollView>({ top: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element;
      setView((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return { ref, view };
}
