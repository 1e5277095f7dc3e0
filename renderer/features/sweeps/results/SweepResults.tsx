import { useMemo, useState } from 'react';
import type { SweepRow } from '#shared/contract/sweeps.ts';
import type { MetricId } from '#shared/domain/metric-catalog.ts';
import { Levels } from '#shared/domain/search-space.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { SplitPane } from '../../../ui/layout/SplitPane.tsx';
import { Tabs } from '../../../ui/layout/Tabs.tsx';
import type { SweepDetail } from '../queries.ts';
import styles from '../sweeps.module.css';
import { FailureTable } from './FailureTable.tsx';
import { HeatPanel } from './HeatPanel.tsx';
import type { SweepColumns } from './sweep-columns.ts';
import { TopTable } from './TopTable.tsx';
import { useOpenPlace } from './use-open-place.ts';

/** Map and tables of what a sweep has found. */
export function SweepResults({
  sweep,
  units,
  columns,
  isWhole,
}: {
  sweep: SweepRow;
  units: SweepDetail['units'];
  columns: SweepColumns;
  isWhole: boolean;
}) {
  const { id, search, failed } = sweep;
  const levels = useMemo(() => new Levels(search.space), [search.space]);
  const unitOf = (metric: MetricId) => units[search.metrics.indexOf(metric)] ?? 'ratio';
  const [width, setWidth] = useState(560);
  const [tab, setTab] = useState<'top' | 'failures'>('top');
  const { open, opening } = useOpenPlace(id);
  return (
    <SplitPane
      label="Width of the tables"
      direction="row"
      sized="second"
      size={width}
      min={320}
      max={1_000}
      onResize={setWidth}
      first={
        <HeatPanel sweep={sweep} levels={levels} unitOf={unitOf} columns={columns} isWhole={isWhole} onOpen={open} />
      }
      second={
        <div className={styles.tables}>
          <p className={styles.opening} role="status">
            {opening ? 'Running these parameters in full…' : ''}
          </p>
          <Tabs
            label="Results"
            value={tab}
            onChange={setTab}
            tabs={[
              {
                id: 'top',
                title: 'Top',
                panel: <TopTable sweep={sweep} levels={levels} unitOf={unitOf} columns={columns} onOpen={open} />,
              },
              {
                id: 'failures',
                title: 'Failures',
                count: formatCount(failed),
                isWarning: failed > 0,
                panel: <FailureTable sweep={sweep} />,
              },
            ]}
          />
        </div>
      }
    />
  );
}
