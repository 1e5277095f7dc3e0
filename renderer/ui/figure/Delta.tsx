import clsx from 'clsx';
import { withSign } from '../format/signed.ts';
import styles from './Delta.module.css';

/** A gain or a loss: its colour, its sign and, where asked for, its arrow say which. */
export function Delta({
  value,
  text,
  hasArrow = false,
}: {
  /** Decides between up, down and flat. */
  value: number;
  /** The value as it is written, without a plus. */
  text: string;
  /** ▲▼ instead of a plus, for lists. */
  hasArrow?: boolean;
}) {
  const direction = directionOf(value, text);
  if (!hasArrow) return <span className={styles[direction]}>{withSign(text)}</span>;
  return (
    <span className={clsx(styles[direction], styles.withArrow)}>
      {direction !== 'flat' && (
        <span className={styles.arrow} aria-hidden>
          {direction === 'up' ? '▲' : '▼'}
        </span>
      )}
      {text}
    </span>
  );
}

/** What is written as zero is neither a gain nor a loss. */
function directionOf(value: number, text: string): 'up' | 'down' | 'flat' {
  if (!/[1-9]/.test(text)) return 'flat';
  return value > 0 ? 'up' : 'down';
}
