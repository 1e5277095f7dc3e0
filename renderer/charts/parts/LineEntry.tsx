import clsx from 'clsx';
import { numberLabel } from '../axes/number-label.ts';
import styles from '../charts.module.css';
import type { ChartLine } from '../scene/price-scene.ts';
import { LineSwatch } from './LineSwatch.tsx';

interface LineEntryProps {
  line: ChartLine;
  /** Of all lines, hidden ones included: what its colour and dash go by. */
  place: number;
  value: number;
  isHidden: boolean;
  /** Without it the line can't be hidden. */
  onToggle?: ((id: string) => void) | undefined;
}

/** A line in the legend: how it looks, and its value; a click hides it or shows it again. */
export function LineEntry({ line, place, value, isHidden, onToggle }: LineEntryProps) {
  const { id, name, decimals } = line;
  const entry = (
    <>
      <LineSwatch place={place} />
      {name} {!isHidden && <b>{numberLabel(value, decimals)}</b>}
    </>
  );
  if (onToggle === undefined) return <span className={styles['entry']}>{entry}</span>;
  return (
    <button
      type="button"
      className={clsx(styles['entry'], styles['toggle'], isHidden && styles['hidden'])}
      aria-pressed={!isHidden}
      title={isHidden ? 'Show' : 'Hide'}
      onClick={() => onToggle(id)}
    >
      {entry}
    </button>
  );
}
