import { useEffect, useMemo } from 'react';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { useRoute } from '../../app/routes/use-route.ts';
import { WorkspaceSide } from '../../app/shell/layout/WorkspaceSide.tsx';
import { useSettingsQuery } from '../../app/store/settings.ts';
import { sideLeft } from '../../app/store/shell-slice.ts';
import { useShownError } from '../../app/store/shown-error.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { CompareScreen } from '../compare/CompareScreen.tsx';
import { EmptyRuns } from './EmptyRuns.tsx';
import { RunsSide } from './list/RunsSide.tsx';
import { NewRunDialog } from './new-run/NewRunDialog.tsx';
import { useRunsQuery } from './queries.ts';
import { RunPage } from './RunPage.tsx';
import { RUN_COMMANDS } from './run-commands.ts';
import { useWorkspace } from './use-workspace.ts';
import { newRunOpened } from './workspace-slice.ts';

/** The list of runs, and the run or the comparison that is shown. */
export function RunsScreen() {
  const dispatch = useAppDispatch();
  useNewRunCommand();
  const route = useRoute();
  const settings = useSettingsQuery();
  const newest = useRunsQuery({ limit: 2 });
  const failure = useShownError(newest.error);
  const leaving = useWorkspace((state) => state.leaving);
  const first = newest.data?.rows.find(({ id }) => id !== leaving);
  const asked = route?.place === 'runs' ? route.run : null;
  const run = asked ?? first?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another run is what it follows
  useEffect(() => void dispatch(sideLeft('side')), [dispatch, route]);

  const main = useMemo(() => {
    if (route?.place === 'compare') return <CompareScreen run={route.run} other={route.other} />;
    if (run !== null) return <RunPage run={run} />;
    if (failure !== null) return <ErrorState heading="Runs" error={failure} onRetry={newest.refetch} />;
    return newest.data === undefined ? null : <EmptyRuns />;
  }, [route, run, failure, newest.data, newest.refetch]);
  // How the panels stand is known a moment after the window opens: until then nothing may stand elsewhere.
  if (settings.isLoading) return null;
  return (
    <>
      <WorkspaceSide
        workspace="runs"
        side="side"
        title="list of runs"
        panel={<RunsSide current={route?.place === 'compare' ? route.run : run} />}
      >
        {main}
      </WorkspaceSide>
      <NewRunDialog />
    </>
  );
}

function useNewRunCommand(): void {
  const dispatch = useAppDispatch();
  const commands = useMemo<Command[]>(
    () => [{ ...RUN_COMMANDS.new, run: () => void dispatch(newRunOpened({})) }],
    [dispatch],
  );
  useCommands(commands);
}
