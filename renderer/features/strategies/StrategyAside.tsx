import type { StrategyDetail } from '#shared/contract/strategy.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { Tabs } from '../../ui/layout/Tabs.tsx';
import { asideChosen } from './desk-slice.ts';
import { HistoryPanel } from './history/HistoryPanel.tsx';
import { ParamSliders } from './run/ParamSliders.tsx';
import { ResultPanel } from './run/ResultPanel.tsx';
import type { Running } from './run/use-running.ts';
import { useDesk } from './use-desk.ts';
import type { StrategyActions } from './use-strategy-actions.ts';

/** Beside the text: what comes of it and its sliders, or how it came about. */
export function StrategyAside({
  detail,
  running: { run, declared, moved, move, write },
  actions,
}: {
  detail: StrategyDetail;
  running: Running;
  actions: StrategyActions;
}) {
  const dispatch = useAppDispatch();
  const shown = useDesk((state) => state.aside);
  return (
    <Tabs
      label="Beside the text"
      value={shown}
      onChange={(tab) => dispatch(asideChosen(tab))}
      tabs={[
        {
          id: 'result',
          title: 'Result',
          panel: (
            <>
              <ResultPanel run={run} />
              <ParamSliders declared={declared} moved={moved} onMove={move} onCommit={run.runSoon} onWrite={write} />
            </>
          ),
        },
        {
          id: 'history',
          title: 'History',
          panel: (
            <HistoryPanel
              detail={detail}
              onRestore={(revision) => void actions.restore(revision)}
              onBranch={(branch) => void actions.switchBranch(branch)}
            />
          ),
        },
      ]}
    />
  );
}
