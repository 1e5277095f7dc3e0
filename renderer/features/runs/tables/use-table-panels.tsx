import { Download } from 'lucide-react';
import { useState } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import type { DockPanel } from '../../../ui/dock/dock-panel.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { downloadRun } from '../download-run.ts';
import type { BottomTab } from '../workspace-slice.ts';
import { FunnelView } from './FunnelView.tsx';
import { LogTable } from './LogTable.tsx';
import { OrdersTable } from './OrdersTable.tsx';
import { PeriodsTable } from './PeriodsTable.tsx';
import { ProblemsList, problemCount } from './ProblemsList.tsx';
import { ALL_TRADES, TradeFilter, type TradeFilterChoice } from './TradeFilter.tsx';
import { TradesTable } from './TradesTable.tsx';
import { ValuesAtBar } from './ValuesAtBar.tsx';

/** The tables of a run. What is sorted and filtered belongs to one run. */
export function useTablePanels(
  detail: RunDetail,
  { counts, funnel, bars, symbols }: NonNullable<RunDetail['result']>,
): readonly (DockPanel & { id: BottomTab })[] {
  const { id: run, strategy } = detail.run;
  const [filter, setFilter] = useFilterOf(run);
  const problems = problemCount(detail);
  return [
    {
      id: 'trades',
      title: 'Trades',
      count: formatCount(counts.trades),
      content:
        funnel === null ? (
          <TradesTable key={run} detail={detail} filter={filter} />
        ) : (
          <FunnelView funnel={funnel} file={strategy.file} />
        ),
      actions: (
        <>
          {funnel === null && <TradeFilter filter={filter} symbols={symbols} onChange={setFilter} />}
          <IconButton
            label="Save the trades as CSV"
            size="small"
            icon={<Download aria-hidden />}
            onClick={() => downloadRun(run, 'csv')}
          />
        </>
      ),
    },
    {
      id: 'orders',
      title: 'Orders',
      count: formatCount(counts.orders),
      content: <OrdersTable key={run} detail={detail} />,
    },
    { id: 'periods', title: 'Periods', content: <PeriodsTable key={run} detail={detail} /> },
    {
      id: 'log',
      title: 'Log',
      ...(counts.log > 0 && { count: formatCount(counts.log) }),
      content: <LogTable key={run} detail={detail} />,
    },
    {
      id: 'problems',
      title: 'Problems',
      ...(problems > 0 && { count: formatCount(problems), isWarning: true }),
      content: <ProblemsList detail={detail} />,
    },
    { id: 'values', title: 'Values at bar', content: <ValuesAtBar key={run} detail={detail} bars={bars} /> },
  ];
}

/** Which trades of a run are listed; all of them for another run. */
function useFilterOf(run: string): readonly [TradeFilterChoice, (filter: TradeFilterChoice) => void] {
  const [chosen, choose] = useState({ run, filter: ALL_TRADES });
  return [chosen.run === run ? chosen.filter : ALL_TRADES, (filter) => choose({ run, filter })];
}
