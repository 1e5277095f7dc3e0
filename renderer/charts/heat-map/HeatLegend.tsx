import styles from './heat-map.module.css';
import { type HeatScale, heatStops } from './heat-scale.ts';

const COLOURS = { raised: 'var(--bg-raised)', up: 'var(--up)', down: 'var(--down)', accent: 'var(--accent)' };

/** What the colours of a heat map mean. */
export function HeatLegend({
  scale,
  format,
  mark,
}: {
  scale: HeatScale;
  format: (value: number) => string;
  /** What a ring means; null where there is none. */
  mark: string | null;
}) {
  return (
    <span className={styles.legend}>
      {mark !== null && (
        <span className={styles.entry}>
          <span className={styles.ring} aria-hidden />
          {mark}
        </span>
      )}
      <span className={styles.entry}>
        <span className={styles.hatch} aria-hidden />
        no result
      </span>
      {format(scale.min)}
      <span
        className={styles.ramp}
        aria-hidden
        style={{ background: `linear-gradient(to right, ${heatStops(scale, COLOURS).join(', ')})` }}
      />
      {format(scale.max)}
    </span>
  );
}
