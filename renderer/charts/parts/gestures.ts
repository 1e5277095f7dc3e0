import type { ChartView } from '../viewport/chart-view.ts';
import { spanOf } from '../viewport/row-range.ts';

/** A place on a chart, px from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface GestureHandlers {
  readonly view: ChartView;
  /** Left edge and width of the plot inside the element, px. */
  readonly plot: () => { readonly x: number; readonly width: number };
  /** Where the pointer rests; null when it left or drags. */
  readonly onHover: (point: Point | null) => void;
  readonly onClick: (point: Point) => void;
}

/** Zoom per pixel of a wheel; a pinch on a touchpad comes as small steps with Ctrl held. */
const WHEEL = 0.0015;
const PINCH_WHEEL = 0.01;
const LINE_HEIGHT = 16;
/** A pointer that moved less than this, px, was a click. */
const CLICK = 4;

/** Wheel, drag, pinch and double click on a chart, without any glide afterwards. */
export function attachGestures(element: HTMLElement, { view, plot, onHover, onClick }: GestureHandlers): () => void {
  const control = new AbortController();
  const { signal } = control;
  const pointers = new Map<number, Point>();
  let moved = 0;

  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const rowsPerPixel = () => spanOf(view.range()) / Math.max(1, plot().width);
  const rowAt = (x: number) => view.range().from + (x - plot().x) * rowsPerPixel();

  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : 1;
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) return view.pan(event.deltaX * pixels * rowsPerPixel());
      if (event.shiftKey) return view.pan(event.deltaY * pixels * rowsPerPixel());
      view.zoom(Math.exp(event.deltaY * pixels * (event.ctrlKey ? PINCH_WHEEL : WHEEL)), rowAt(pointOf(event).x));
    },
    { signal, passive: false },
  );
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, pointOf(event));
      moved = pointers.size > 1 ? CLICK : 0;
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const to = pointOf(event);
      const from = pointers.get(event.pointerId);
      if (from === undefined) return onHover(to);
      moved += Math.hypot(to.x - from.x, to.y - from.y);
      if (moved < CLICK) return;
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, to);
      onHover(null);
      if (other) pinch(from, to, other);
      else view.pan((from.x - to.x) * rowsPerPixel());
    },
    { signal },
  );
  const release = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || moved >= CLICK || event.type !== 'pointerup') return;
    onClick(pointOf(event));
  };
  element.addEventListener('pointerup', release, { signal });
  element.addEventListener('pointercancel', release, { signal });
  element.addEventListener('pointerleave', () => onHover(null), { signal });
  element.addEventListener('dblclick', () => view.reset(), { signal });

  /** One finger moved while the other held: the rows under both stay under them. */
  function pinch(from: Point, to: Point, other: Point): void {
    const before = Math.max(1, Math.abs(from.x - other.x));
    const after = Math.max(1, Math.abs(to.x - other.x));
    view.zoom(before / after, rowAt(other.x));
  }

  return () => control.abort();
}
