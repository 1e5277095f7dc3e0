import type { ChartView } from '../viewport/chart-view.ts';
import { fullRange, spanOf } from '../viewport/row-range.ts';

/** An edge of the part in view is grabbed from this far, px. */
const EDGE = 6;

type Grip = 'from' | 'to' | 'middle';

/** Where a pointer takes hold of the part in view; null beside it. */
export function gripAt(x: number, left: number, right: number): Grip | null {
  const nearer = Math.abs(x - left) <= Math.abs(x - right) ? 'from' : 'to';
  if (Math.abs(x - (nearer === 'from' ? left : right)) <= EDGE) return nearer;
  return x > left && x < right ? 'middle' : null;
}

/** Dragging the part in view, or one of its edges; elsewhere the view jumps to the pointer and is dragged from there. */
export function attachBrush(element: HTMLElement, view: ChartView): () => void {
  const control = new AbortController();
  const { signal } = control;
  let grip: Grip | null = null;
  let before = 0;

  const rowsPerPixel = () => spanOf(fullRange(view.rows())) / Math.max(1, element.clientWidth);
  const xOf = (event: PointerEvent) => event.clientX - element.getBoundingClientRect().left;
  const gripOf = (event: PointerEvent) => {
    const { from, to } = view.range();
    return gripAt(xOf(event), from / rowsPerPixel(), to / rowsPerPixel());
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      grip = gripOf(event);
      before = xOf(event);
      if (grip !== null) return;
      view.goTo(before * rowsPerPixel());
      grip = 'middle';
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (grip === null) {
        element.style.cursor = { from: 'ew-resize', to: 'ew-resize', middle: 'grab', beside: 'pointer' }[
          gripOf(event) ?? 'beside'
        ];
        return;
      }
      const x = xOf(event);
      const by = (x - before) * rowsPerPixel();
      before = x;
      const { from, to } = view.range();
      if (grip === 'middle') view.pan(by);
      else if (grip === 'from') view.show({ from: Math.min(from + by, to - 1), to });
      else view.show({ from, to: Math.max(to + by, from + 1) });
    },
    { signal },
  );
  const release = () => {
    grip = null;
  };
  element.addEventListener('pointerup', release, { signal });
  element.addEventListener('pointercancel', release, { signal });
  element.addEventListener('dblclick', () => view.reset(), { signal });
  return () => control.abort();
}
