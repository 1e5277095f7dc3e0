import { CircleCheck, Download, Funnel, GitCompareArrows, Play, Plus, Search, Send, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/action/Button.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Kbd } from '../../../ui/action/Kbd.tsx';
import { Slider } from '../../../ui/field/Slider.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { Delta } from '../../../ui/figure/Delta.tsx';
import { KeyValue } from '../../../ui/figure/KeyValue.tsx';
import { Kpi, KpiGrid } from '../../../ui/figure/Kpi.tsx';
import { formatPercent } from '../../../ui/format/percent.ts';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import { Panel } from '../../../ui/layout/Panel.tsx';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { Tabs } from '../../../ui/layout/Tabs.tsx';
import { Badge } from '../../../ui/state/Badge.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { JobCard } from '../../../ui/state/JobCard.tsx';
import { SimulatedBadge } from '../../../ui/state/SimulatedBadge.tsx';
import styles from '../Gallery.module.css';
import { sampleTrade } from '../sample-trade.ts';
import { TRADE_COLUMNS } from '../trade-columns.tsx';

const TRADES = 412;
const nothing = () => {};

/** The parts as they stand in a workspace. */
export function WorkspaceSection() {
  return (
    <div className={styles.workspace}>
      <List />
      <Results />
      <Inspector />
    </div>
  );
}

function List() {
  const [filter, setFilter] = useState('');
  return (
    <Panel
      title="Runs"
      actions={
        <>
          <IconButton label="Filter the list" icon={<Funnel aria-hidden />} size="small" />
          <IconButton label="Add a run" icon={<Plus aria-hidden />} size="small" />
        </>
      }
    >
      <div className={styles.stack}>
        <TextField
          label="Filter of runs"
          isLabelHidden
          value={filter}
          onChange={setFilter}
          icon={<Search aria-hidden />}
          placeholder="Filter: sharpe>1"
        />
        <JobCard
          title="Sweep · fast × slow"
          state="running"
          fraction={0.62}
          words="6,214 / 10,000 · 412 runs/s · 9 s left"
          onPause={nothing}
          onCancel={nothing}
          onOpen={nothing}
        />
      </div>
    </Panel>
  );
}

function Results() {
  const [tab, setTab] = useState('trades');
  const [selected, setSelected] = useState<number | null>(2);
  const trades = (
    <DataGrid
      label="Trades of run 128"
      columns={TRADE_COLUMNS}
      rowCount={TRADES}
      getRow={(index) => sampleTrade(TRADES - index)}
      selected={selected}
      onSelect={setSelected}
      empty={<EmptyState title="No trades" />}
    />
  );
  return (
    <Tabs
      label="Results of run 128"
      value={tab}
      onChange={setTab}
      actions={
        <>
          <IconButton label="Filter the trades" icon={<Funnel aria-hidden />} size="small" />
          <IconButton label="Export the trades" icon={<Download aria-hidden />} size="small" />
        </>
      }
      tabs={[
        { id: 'trades', title: 'Trades', count: '412', panel: trades },
        { id: 'orders', title: 'Orders', count: '968', panel: <EmptyState title="Orders" /> },
        { id: 'log', title: 'Log', panel: <EmptyState title="Log" /> },
        { id: 'problems', title: 'Problems', count: '1', isWarning: true, panel: <EmptyState title="Problems" /> },
      ]}
    />
  );
}

function Inspector() {
  const [fast, setFast] = useState(12);
  const [slow, setSlow] = useState(48);
  const [risk, setRisk] = useState(0.75);
  return (
    <Panel title="Run 128" badge={<SimulatedBadge />}>
      <KpiGrid>
        <Kpi label="Net profit">
          <Delta value={1} text={formatPercent(0.1842)} />
        </Kpi>
        <Kpi label="CAGR">
          <Delta value={1} text={formatPercent(0.119)} />
        </Kpi>
        <Kpi label="Sharpe" note="Arithmetic mean, √8,760">
          1.31
        </Kpi>
        <Kpi label="Sortino">1.94</Kpi>
        <Kpi label="Max drawdown">
          <Delta value={-1} text={formatPercent(-0.0973)} />
        </Kpi>
        <Kpi label="Calmar">1.22</Kpi>
        <Kpi label="Trades">412</Kpi>
        <Kpi label="Exposure">{formatPercent(0.378, 1)}</Kpi>
      </KpiGrid>
      <SectionHeading>Trust checks</SectionHeading>
      <KeyValue
        facts={[
          {
            key: 'No look-ahead found',
            value: (
              <Badge tone="ok" icon={<CircleCheck aria-hidden />}>
                replayed
              </Badge>
            ),
          },
          {
            key: 'Costs modelled',
            value: (
              <Badge tone="warn" icon={<TriangleAlert aria-hidden />}>
                fees alone
              </Badge>
            ),
          },
        ]}
      />
      <SectionHeading
        aside={
          <Button size="small" variant="quiet">
            Reset
          </Button>
        }
      >
        Parameters
      </SectionHeading>
      <div className={styles.inset}>
        <Slider label="fast" isCode value={fast} min={2} max={40} onChange={setFast} />
        <Slider label="slow" isCode value={slow} min={10} max={120} onChange={setSlow} />
        <Slider label="riskPct" isCode value={risk} min={0} max={3} step={0.05} onChange={setRisk} />
      </div>
      <div className={styles.buttons}>
        <Button variant="primary" icon={<Play aria-hidden />} hint={<Kbd keys="F5" />}>
          Re-run
        </Button>
        <Button icon={<GitCompareArrows aria-hidden />}>Compare 2</Button>
        <Button icon={<CircleCheck aria-hidden />}>Validate</Button>
        <Button icon={<Send aria-hidden />}>To review</Button>
      </div>
    </Panel>
  );
}
