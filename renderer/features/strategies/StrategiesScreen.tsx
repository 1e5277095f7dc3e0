import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { goTo, useRoute } from '../../app/routes/use-route.ts';
import { WorkspaceSide } from '../../app/shell/layout/WorkspaceSide.tsx';
import { useAppDispatch } from '../../app/store/store.ts';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import { askedFor, strategyOpened } from './desk-slice.ts';
import { SHARED } from './draft/paths.ts';
import { NewStrategyDialog } from './list/NewStrategyDialog.tsx';
import { StrategyList } from './list/StrategyList.tsx';
import { useBeginning } from './list/use-beginning.ts';
import { Welcome } from './list/Welcome.tsx';
import { STRATEGY_COMMANDS } from './strategy-commands.ts';
import { useDesk } from './use-desk.ts';
import { useDeskMemory } from './use-desk-memory.ts';

/** The editor is large: it comes when a strategy is first opened. */
const Workbench = lazy(async () => ({ default: (await import('./Workbench.tsx')).Workbench }));

/** The strategies, and the one that is written. */
export function StrategiesScreen() {
  const dispatch = useAppDispatch();
  useDeskMemory();
  useNewCommands();
  const route = useRoute();
  const asked = route?.place === 'strategies' ? route.strategy : null;
  const current = useDesk((state) => state.current);
  const isRecalled = useDesk((state) => state.isRecalled);
  useEffect(() => {
    if (asked !== null) dispatch(strategyOpened(asked));
  }, [dispatch, asked]);
  const shown = asked ?? current;
  return (
    <WorkspaceSide
      workspace="strategies"
      side="side"
      title="list of strategies"
      panel={<StrategyList current={shown} />}
    >
      {shown !== null && (
        <Suspense fallback={<SkeletonLines label="Editor" lines={8} />}>
          <Workbench id={shown} />
        </Suspense>
      )}
      {shown === null && isRecalled && <Welcome />}
      <NewStrategyDialog />
    </WorkspaceSide>
  );
}

const NOTHING = () => {};

function useNewCommands(): void {
  const dispatch = useAppDispatch();
  const { importFile } = useBeginning(NOTHING);
  const commands = useMemo<Command[]>(
    () => [
      { ...STRATEGY_COMMANDS.new, run: () => void dispatch(askedFor('new')) },
      { ...STRATEGY_COMMANDS.import, run: importFile },
      { ...STRATEGY_COMMANDS.shared, run: () => goTo({ place: 'strategies', strategy: SHARED }) },
    ],
    [dispatch, importFile],
  );
  useCommands(commands);
}
