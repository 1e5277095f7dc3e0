import clsx from 'clsx';
import { useMemo, useState } from 'react';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import type { Coverage } from '../queries.ts';
import { GapMapCells } from './GapMapCells.tsx';
import styles from './GapMapStrip.module.css';
import { type GapMapCell, gapMap } from './gap-map.ts';

/** The bars of a series as a calendar; a cell leads to its place in the chart. */
export function GapMapStrip({ coverage, onPick }: { coverage: Coverage; onPick: (cell: GapMapCell) => void }) {
  const map = useMemo(() => gapMap(coverage), [coverage]);
  const [shown, setShown] = useState<GapMapCell | null>(null);
  return (
    <section className={styles.strip} aria-label="Gap map">
      <SectionHeading
        aside={
          <span className={styles.aside}>
            {shown?.words}
            <Legend />
          </span>
        }
      >
        {map.unit === 'day' ? 'Bars by the day' : 'Bars by the month'}
      </SectionHeading>
      <div className={styles.scroller}>
        <div className={clsx(styles.calendar, styles[map.unit])} style={{ '--columns': map.columns } as object}>
          <div className={styles.labels} aria-hidden>
            {map.labels.map(({ column, text }) => (
              <span key={column} style={{ gridColumn: column + 1 }}>
                {text}
              </span>
            ))}
          </div>
          <GapMapCells map={map} onShow={setShown} onPick={onPick} />
        </div>
      </div>
    </section>
  );
}

function Legend() {
  return (
    <span className={styles.legend}>
      <span className={clsx(styles.cell, styles.usual)} /> as usual
      <span className={clsx(styles.cell, styles.few)} /> fewer
      <span className={clsx(styles.cell, styles.none)} /> none
      <span className={clsx(styles.cell, styles.usual, styles.gap)} /> a gap ends
    </span>
  );
}
