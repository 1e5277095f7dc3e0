import { Download } from 'lucide-react';
import { useState } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { formatCount } from '../../../ui/format/count.ts';
import { type Tab, Tabs } from '../../../ui/layout/Tabs.tsx';
import { downloadRun } from '../download-run.ts';
import { useWorkspace } from '../use-workspace.ts';
import { type BottomTab, bottomTabChosen } from '../workspace-slice.ts';
import { FunnelView } from './FunnelView.tsx';
import { LogTable } from './LogTable.tsx';
import { OrdersTable } from './OrdersTable.tsx';
import { PeriodsTable } from './PeriodsTable.tsx';
import { ProblemsList, problemCount } from './ProblemsList.tsx';
import { ALL_TRADES, TradeFilter } from './TradeFilter.tsx';
import { TradesTable } from './TradesTable.tsx';
import { ValuesAtBar } from './ValuesAtBar.tsx';

/** The tables of a run. Give it the run's id as its key: what is sorted and filtered belongs to one run. */
export function BottomPanel({ detail, result }: { detail: RunDetail; result: NonNullable<RunDetail['result']> }) {
  const dispatch = useAppDispatch();
  const tab = useWorkspace((state) => state.bottomTab);
  const [filter, setFilter] = useState(ALL_TRADES);
  const { counts, funnel, bars, symbols } = result;
  const problems = problemCount(detail);
  const tabs: Tab<BottomTab>[] = [
    {
      id: 'trades',
      title: 'Trades',
      count: formatCount(counts.trades),
      panel:
        funnel === null ? (
          <TradesTable detail={detail} filter={filter} />
        ) : (
          <FunnelView funnel={funnel} file={detail.run.strategy.file} />
        ),
    },
    {
      id: 'orders',
      title: 'Orders',
      count: formatCount(counts.orders),
      panel: <OrdersTable detail={detail} />,
    },
    { id: 'periods', title: 'Periods', panel: <PeriodsTable detail={detail} /> },
    {
      id: 'log',
      title: 'Log',
      ...(counts.log > 0 && { count: formatCount(counts.log) }),
      panel: <LogTable detail={detail} />,
    },
    {
      id: 'problems',
      title: 'Problems',
      ...(problems > 0 && { count: formatCount(problems), isWarning: true }),
      panel: <ProblemsList detail={detail} />,
    },
    { id: 'values', title: 'Values at bar', panel: <ValuesAtBar detail={detail} bars={bars} /> },
  ];
  return (
    <Tabs
      label="Run details"
      tabs={tabs}
      value={tab}
      onChange={(chosen) => dispatch(bottomTabChosen(chosen))}
      actions={
        tab === 'trades' && (
          <>
            {funnel === null && <TradeFilter filter={filter} symbols={symbols} onChange={setFilter} />}
            <IconButton
              label="Save the trades as CSV"
              size="small"
              icon={<Download aria-hidden />}
              onClick={() => downloadRun(detail.run.id, 'csv')}
            />
          </>
        )
      }
    />
  );
}
