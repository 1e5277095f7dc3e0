import styles from '../charts.module.css';

/** Dashes as in the chart, so that lines can be told apart without their colours. */
const DASHES = ['none', '6 3', '2 2', '8 2 2 2'];
const CATEGORIES = 6;

/** A piece of a line as the chart draws the one at this place, from 0. */
export function LineSwatch({ place }: { place: number }) {
  return (
    <svg className={styles['swatch']} viewBox="0 0 18 4" aria-hidden="true">
      <line
        x1="0"
        y1="2"
        x2="18"
        y2="2"
        strokeWidth="2"
        stroke={`var(--category-${(place % CATEGORIES) + 1})`}
        strokeDasharray={DASHES[place % DASHES.length]}
      />
    </svg>
  );
}
