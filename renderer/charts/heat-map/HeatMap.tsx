import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { HeatLegend } from './HeatLegend.tsx';
import { cellAfterKey, cellAt } from './heat-layout.ts';
import styles from './heat-map.module.css';
import { heatScale } from './heat-scale.ts';
import { useHeatCanvas } from './use-heat-canvas.ts';

export interface HeatMapProps {
  /** What is shown: `Sharpe ratio by fast and slow`. */
  label: string;
  /** Labels of the cells, from the least on; one empty row where there is one axis. */
  columns: readonly string[];
  rows: readonly string[];
  xTitle: string;
  yTitle: string | null;
  /** Row by row, the lowest first; NaN where there is none. */
  values: Float64Array;
  format: (value: number) => string;
  /** A cell that stands out, and why: `plateau centre`. */
  mark: { cell: number; words: string } | null;
  /** Enter or a double click. */
  onOpen: (cell: number) => void;
}

/** Values over two axes as colours. Pointer and arrow keys tell the value of a cell, Enter opens it. */
export function HeatMap({ label, columns, rows, xTitle, yTitle, values, format, mark, onOpen }: HeatMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const scale = heatScale(values);
  const focused = chosen !== null && chosen < values.length ? chosen : null;
  const layout = useHeatCanvas(canvas, { scale, columns, rows, values, marked: mark?.cell ?? null, focused });
  const told = hovered ?? focused;

  const wordsOf = (cell: number) => {
    const value = values[cell] ?? Number.NaN;
    const x = `${xTitle} ${columns[cell % columns.length]}`;
    const y = yTitle === null ? '' : ` · ${yTitle} ${rows[Math.floor(cell / columns.length)]}`;
    const marked = cell === mark?.cell ? `, ${mark.words}` : '';
    return `${x}${y}: ${Number.isNaN(value) ? 'no result' : format(value)}${marked}`;
  };
  const under = ({ nativeEvent: { offsetX, offsetY } }: MouseEvent) =>
    layout === null ? null : cellAt(layout, offsetX, offsetY);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && focused !== null) onOpen(focused);
    const first = mark?.cell ?? 0;
    const next = focused === null ? first : cellAfterKey(event.key, focused, columns.length, rows.length);
    if (next === null || cellAfterKey(event.key, 0, 1, 1) === null) return;
    event.preventDefault();
    setChosen(next);
  };
  return (
    <figure className={styles.map}>
      <div className={styles.frame}>
        {yTitle !== null && <span className={styles.yTitle}>{yTitle}</span>}
        <canvas
          ref={canvas}
          className={styles.canvas}
          role="img"
          tabIndex={0}
          aria-label={`${label}, ${columns.length} by ${rows.length} cells. Arrow keys tell their values, Enter opens one.`}
          onKeyDown={onKeyDown}
          onPointerMove={(event) => setHovered(under(event))}
          onPointerLeave={() => setHovered(null)}
          onClick={(event) => setChosen(under(event))}
          onDoubleClick={(event) => {
            const cell = under(event);
            if (cell !== null) onOpen(cell);
          }}
        />
      </div>
      <span className={styles.xTitle}>{xTitle}</span>
      <figcaption className={styles.foot}>
        <span className={styles.told} role="status">
          {told === null ? '' : wordsOf(told)}
        </span>
        {scale !== null && <HeatLegend scale={scale} format={format} mark={mark?.words ?? null} />}
      </figcaption>
    </figure>
  );
}
