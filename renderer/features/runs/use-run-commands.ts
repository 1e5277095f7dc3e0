import { useMemo } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { goTo } from '../../app/routes/use-route.ts';
import { neighbourTrade } from './chart/selected-trade.ts';
import { downloadRun } from './download-run.ts';
import { useVerifyRunMutation } from './queries.ts';
import type { Rerun } from './rerun.ts';
import {
  BOTTOM_TABS,
  type BottomTab,
  bottomTabChosen,
  compareToggled,
  tradeSelected,
  verifyStarted,
} from './workspace-slice.ts';
import { dispatchWorkspace, useWorkspace } from './workspace-store.ts';

export const TAB_TITLES: Record<BottomTab, string> = {
  trades: 'Trades',
  orders: 'Orders',
  periods: 'Periods',
  log: 'Log',
  problems: 'Problems',
  values: 'Values at bar',
};

/** What can be done with the run that is shown. */
export function useRunCommands(detail: RunDetail, { runNow, stop }: Pick<Rerun, 'runNow' | 'stop'>): void {
  const { id } = detail.run;
  const trades = detail.result?.counts.trades ?? 0;
  const compared = useWorkspace((state) => state.compared);
  const selected = useWorkspace(({ selectedTrade }) => (selectedTrade?.run === id ? selectedTrade.trade : null));
  const [verify] = useVerifyRunMutation();
  const commands = useMemo<Command[]>(() => {
    const stepTrade = (step: -1 | 1) => {
      const trade = neighbourTrade(selected, step, trades);
      if (trade !== null) dispatchWorkspace(tradeSelected({ run: id, trade }));
    };
    return [
      {
        id: 'run.start',
        title: 'Re-run',
        group: 'Run',
        keywords: ['again', 'backtest'],
        defaultKey: 'F5',
        run: runNow,
      },
      {
        id: 'run.stop',
        title: 'Stop the re-run',
        group: 'Run',
        keywords: ['cancel'],
        defaultKey: 'Shift+F5',
        run: stop,
      },
      {
        id: 'run.verify',
        title: 'Verify: run it again and compare to the last bit',
        group: 'Run',
        async run() {
          const { data } = await verify(id);
          if (data !== undefined) dispatchWorkspace(verifyStarted({ run: id, job: data.id }));
        },
      },
      {
        id: 'run.compare',
        title: 'Compare runs',
        group: 'Run',
        keywords: ['diff', 'overlay'],
        defaultKey: '$mod+Shift+c',
        run: () => compareWith(id, compared),
      },
      ...(['html', 'csv', 'json'] as const).map((format) => ({
        id: `run.export.${format}`,
        title: EXPORT_TITLES[format],
        group: 'File' as const,
        keywords: ['export', 'save', 'download'],
        run: () => downloadRun(id, format),
      })),
      { id: 'trade.next', title: 'Next trade', group: 'Go', defaultKey: ']', run: () => stepTrade(1) },
      { id: 'trade.previous', title: 'Previous trade', group: 'Go', defaultKey: '[', run: () => stepTrade(-1) },
      ...BOTTOM_TABS.map((tab, index) => ({
        id: `run.tab.${tab}`,
        title: `Show ${TAB_TITLES[tab].toLowerCase()}`,
        group: 'View' as const,
        defaultKey: `Alt+Digit${index + 1}`,
        run: () => void dispatchWorkspace(bottomTabChosen(tab)),
      })),
    ];
  }, [id, trades, compared, selected, verify, runNow, stop]);
  useCommands(commands);
}

export const EXPORT_TITLES = {
  html: 'Export the report as HTML',
  csv: 'Export the trades as CSV',
  json: 'Export everything as JSON',
} as const;

/** Shows a run beside the one that is ticked with it; where there is none, it is ticked and waits for another. */
export function compareWith(run: string, compared: readonly string[]): void {
  const [first, second] = compared.includes(run) ? compared : [run, ...compared];
  if (first !== undefined && second !== undefined) goTo({ place: 'compare', run: first, other: second });
  else if (!compared.includes(run)) dispatchWorkspace(compareToggled(run));
}
