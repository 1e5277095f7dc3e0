import { Funnel, Plus } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Panel } from '../../../ui/layout/Panel.tsx';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { SplitPane } from '../../../ui/layout/SplitPane.tsx';
import { Tabs } from '../../../ui/layout/Tabs.tsx';
import { Badge } from '../../../ui/state/Badge.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import styles from '../Gallery.module.css';
import { Specimen, Specimens } from '../Specimen.tsx';

export function LayoutSection() {
  const [width, setWidth] = useState(200);
  const [height, setHeight] = useState(80);
  const [tab, setTab] = useState('trades');
  return (
    <Specimens>
      <Specimen name="Panel in a SplitPane: row, and column inside" isWide>
        <div className={styles.box}>
          <SplitPane
            label="Width of the list"
            direction="row"
            size={width}
            min={120}
            max={400}
            onResize={setWidth}
            first={
              <Panel
                title="Runs of a strategy with a long name"
                badge={<Badge>12</Badge>}
                actions={
                  <>
                    <IconButton label="Filter runs" icon={<Funnel aria-hidden />} size="small" />
                    <IconButton label="New run" icon={<Plus aria-hidden />} size="small" />
                  </>
                }
              >
                <SectionHeading aside="10">Today</SectionHeading>
              </Panel>
            }
            second={
              <SplitPane
                label="Height of the log"
                direction="column"
                sized="second"
                size={height}
                min={40}
                max={160}
                onResize={setHeight}
                first={<EmptyState title="Above" />}
                second={<EmptyState title="Below" />}
              />
            }
          />
        </div>
      </Specimen>
      <Specimen name="Tabs: counts, warning, disabled" isWide>
        <div className={styles.box}>
          <Tabs
            label="Results"
            value={tab}
            onChange={setTab}
            actions={<IconButton label="Filter results" icon={<Funnel aria-hidden />} size="small" />}
            tabs={[
              { id: 'trades', title: 'Trades', count: '412', panel: <EmptyState title="Trades" /> },
              { id: 'orders', title: 'Orders', count: '968', panel: <EmptyState title="Orders" /> },
              {
                id: 'problems',
                title: 'Problems',
                count: '1',
                isWarning: true,
                panel: <EmptyState title="Problems" />,
              },
              { id: 'values', title: 'Values at bar', isDisabled: true, panel: null },
            ]}
          />
        </div>
      </Specimen>
    </Specimens>
  );
}
