import type { ImportPreview } from '#shared/contract/market.ts';
import { formatCount } from '../../../ui/format/count.ts';
import styles from './BadRowTable.module.css';

/** Rows of a file that are no bars: where they stand, why, and what they hold. */
export function BadRowTable({ rows, total }: { rows: ImportPreview['badRows']; total: number }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} aria-label="Bad rows" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">What is wrong</th>
            <th scope="col">As it stands in the file</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, reason, text }) => (
            <tr key={line}>
              <td className={styles.line}>{formatCount(line)}</td>
              <td>{reason}</td>
              <td className={styles.text}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && <p className={styles.more}>and {formatCount(total - rows.length)} more</p>}
    </section>
  );
}
