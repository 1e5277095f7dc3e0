import styles from './Skeleton.module.css';

/**
 * Holds the place of something that is on its way: give it the size of what comes, so that nothing moves when it is
 * there. It shows itself only after 150 ms.
 *
 * @param width any CSS length
 * @param height any CSS length; without, that of a line of text
 */
export function Skeleton({ width = '100%', height = '0.625rem' }: { width?: string; height?: string }) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden />;
}

/** A few lines of text that are on their way. */
export function SkeletonLines({ label, lines }: { label: string; lines: number }) {
  return (
    <div className={styles.lines} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines differ in their place alone
        <Skeleton key={line} width={line === lines - 1 ? '60%' : '100%'} />
      ))}
    </div>
  );
}
