import { useMemo } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { useNewSweep } from '../sweeps/use-new-sweep.ts';
import { neighbourTrade } from './chart/selected-trade.ts';
import { downloadRun, EXPORT_FORMATS } from './download-run.ts';
import { useVerifyRunMutation } from './queries.ts';
import type { Rerun } from './rerun.ts';
import { RUN_COMMANDS } from './run-commands.ts';
import { useCompareWith } from './use-compare-with.ts';
import { useWorkspace } from './use-workspace.ts';
import { panelAsked, RUN_PANELS, tradeSelected, verifyStarted } from './workspace-slice.ts';

/** What can be done with the run that is shown. */
export function useRunCommands(detail: RunDetail, { runNow, stop }: Pick<Rerun, 'runNow' | 'stop'>): void {
  const dispatch = useAppDispatch();
  const { id } = detail.run;
  const trades = detail.result?.counts.trades ?? 0;
  const compareWith = useCompareWith();
  const optimise = useNewSweep();
  const selected = useWorkspace(({ selectedTrade }) => (selectedTrade?.run === id ? selectedTrade.trade : null));
  const [verify] = useVerifyRunMutation();
  const commands = useMemo<Command[]>(() => {
    const stepTrade = (step: -1 | 1) => {
      const trade = neighbourTrade(selected, step, trades);
      if (trade !== null) dispatch(tradeSelected({ run: id, trade }));
    };
    return [
      { ...RUN_COMMANDS.start, run: runNow },
      { ...RUN_COMMANDS.stop, run: stop },
      {
        ...RUN_COMMANDS.verify,
        async run() {
          const { data } = await verify(id);
          if (data !== undefined) dispatch(verifyStarted({ run: id, job: data.id }));
        },
      },
      { ...RUN_COMMANDS.compare, run: () => compareWith(id) },
      { ...RUN_COMMANDS.optimise, run: () => optimise(id) },
      ...EXPORT_FORMATS.map((format) => ({ ...RUN_COMMANDS[format], run: () => downloadRun(id, format) })),
      { ...RUN_COMMANDS.nextTrade, run: () => stepTrade(1) },
      { ...RUN_COMMANDS.previousTrade, run: () => stepTrade(-1) },
      ...RUN_PANELS.map((panel) => ({ ...RUN_COMMANDS[panel], run: () => void dispatch(panelAsked(panel)) })),
    ];
  }, [dispatch, id, trades, compareWith, optimise, selected, verify, runNow, stop]);
  useCommands(commands);
}
