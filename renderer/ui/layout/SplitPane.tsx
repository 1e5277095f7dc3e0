import clsx from 'clsx';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import styles from './SplitPane.module.css';
import { dragged, stepped } from './split.ts';

/**
 * Two parts with a line between them that can be moved: dragged, with the arrow keys (Shift: further), Home and End.
 * A part that is null leaves its place to the other one, which goes on as it is.
 */
export function SplitPane({
  label,
  direction,
  sized = 'first',
  size,
  min,
  max,
  onResize,
  first,
  second,
}: {
  /** Names the line: `Width of the list`. */
  label: string;
  /** `row`: side by side. */
  direction: 'row' | 'column';
  /** Which part has the size; the other takes the rest. */
  sized?: 'first' | 'second';
  /** px at a text scale of 1, between `min` and `max`. */
  size: number;
  min: number;
  max: number;
  onResize: (size: number) => void;
  first: ReactNode;
  second: ReactNode;
}) {
  const start = useRef<{ pointer: number; size: number } | null>(null);
  const along = (event: PointerEvent) => (direction === 'row' ? event.clientX : event.clientY) / rem();
  const limits = { min, max, grows: sized === 'first' ? (1 as const) : (-1 as const) };

  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepped(event.key, event.shiftKey, direction, size, limits);
    if (next === null) return;
    event.preventDefault();
    onResize(next);
  };
  const length = `${size / 16}rem`;
  const isSplit = first !== null && second !== null;
  return (
    <div
      className={clsx(styles.split, styles[direction])}
      style={{
        gridTemplate: isSplit ? template(direction, sized === 'first' ? [length, REST] : [REST, length]) : WHOLE,
      }}
    >
      {first !== null && <div className={styles.part}>{first}</div>}
      {isSplit && (
        // biome-ignore lint/a11y/useSemanticElements: a line that moves is a separator with a value, which hr can't be
        <div
          className={styles.line}
          role="separator"
          tabIndex={0}
          aria-label={label}
          aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
          aria-valuenow={size}
          aria-valuemin={min}
          aria-valuemax={max}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            start.current = { pointer: along(event), size };
          }}
          onPointerMove={(event) => {
            if (start.current !== null) onResize(dragged(start.current, along(event), limits));
          }}
          onLostPointerCapture={() => {
            start.current = null;
          }}
        />
      )}
      {second !== null && <div className={styles.part}>{second}</div>}
    </div>
  );
}

const REST = 'minmax(0, 1fr)';
const WHOLE = `${REST} / ${REST}`;

const template = (direction: 'row' | 'column', [first, second]: [string, string]) =>
  direction === 'row' ? `minmax(0, 1fr) / ${first} 1px ${second}` : `${first} 1px ${second} / minmax(0, 1fr)`;

/** The text scale: sizes are px where it is 1. */
const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
