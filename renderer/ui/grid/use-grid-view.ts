import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { GridView } from './grid-window.ts';

/**
 * How a grid is scrolled and how large it is. The header is as high as a row, whatever the density and the text
 * scale: what it measures is the height of a row.
 */
export function useGridView(
  scroller: RefObject<HTMLElement | null>,
  header: RefObject<HTMLElement | null>,
  rowCount: number,
): GridView {
  const [view, setView] = useState({ rowHeight: 0, scrollTop: 0, height: 0 });
  useEffect(() => {
    const [area, head] = [scroller.current, header.current];
    if (area === null || head === null) return;
    const measure = () => {
      const rowHeight = head.getBoundingClientRect().height;
      return { rowHeight, scrollTop: area.scrollTop, height: Math.max(0, area.clientHeight - rowHeight) };
    };
    // In the same frame as the scrolling, so that no gap is seen.
    const onScroll = () => flushSync(() => setView(measure()));
    const observer = new ResizeObserver(() => setView(measure()));
    observer.observe(area);
    observer.observe(head);
    area.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      area.removeEventListener('scroll', onScroll);
    };
  }, [scroller, header]);
  return { ...view, rowCount };
}
