import { type ReactNode, useState } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { WorkspaceDock } from '../../app/shell/layout/WorkspaceDock.tsx';
import type { DockHandle } from '../../ui/dock/dock-actions.ts';
import type { DockPanel } from '../../ui/dock/dock-panel.ts';
import { RunCharts } from './chart/RunCharts.tsx';
import { STANDARD_RUN_DOCK } from './standard-dock.ts';
import { useTablePanels } from './tables/use-table-panels.tsx';
import { useShownPanels } from './use-shown-panels.ts';

interface Shown {
  detail: RunDetail;
  result: NonNullable<RunDetail['result']>;
}

/** Charts and tables of a run. Another run takes their place without moving any. */
export function RunDock({ detail, result }: Shown) {
  return (
    <RunCharts detail={detail} result={result}>
      {(charts) => <DockedRun detail={detail} result={result} charts={charts} />}
    </RunCharts>
  );
}

function DockedRun({ detail, result, charts }: Shown & { charts: { prices: ReactNode; equity: ReactNode } }) {
  const [dock, setDock] = useState<DockHandle | null>(null);
  const tables = useTablePanels(detail, result);
  const panels: readonly DockPanel[] = [
    { id: 'prices', title: 'Prices', content: charts.prices },
    { id: 'equity', title: 'Equity', content: charts.equity },
    ...tables,
  ];
  useShownPanels(dock, panels);
  return (
    <WorkspaceDock
      workspace="runs"
      label="Charts and tables"
      panels={panels}
      standard={STANDARD_RUN_DOCK}
      onReady={setDock}
    />
  );
}
