import { useState } from 'react';
import { formatCount } from '../../../ui/format/count.ts';
import { Tabs } from '../../../ui/layout/Tabs.tsx';
import type { SeriesDetail } from '../queries.ts';
import { GapList } from './GapList.tsx';
import { SeriesFacts } from './SeriesFacts.tsx';
import styles from './SeriesInspector.module.css';

/** What is known of a series beside its chart. */
export function SeriesInspector({ detail, onShowRow }: { detail: SeriesDetail; onShowRow: (row: number) => void }) {
  const [tab, setTab] = useState<'facts' | 'gaps'>('facts');
  const gaps = detail.series.gaps ?? detail.gaps.length;
  return (
    <aside className={styles.inspector} aria-label="About the series">
      <Tabs
        label="About the series"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'facts', title: 'Statistics', panel: <SeriesFacts detail={detail} onShowRow={onShowRow} /> },
          {
            id: 'gaps',
            title: 'Gaps',
            count: formatCount(gaps),
            isWarning: gaps > 0,
            panel: <GapList gaps={detail.gaps} total={gaps} onShowRow={onShowRow} />,
          },
        ]}
      />
    </aside>
  );
}
