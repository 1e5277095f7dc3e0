import { useEffect } from 'react';
import { CoachMarks } from '../features/onboarding/CoachMarks.tsx';
import { Welcome } from '../features/onboarding/Welcome.tsx';
import { useAwaitedRun } from '../features/runs/use-awaited-run.ts';
import { ToastRegion } from '../ui/overlay/ToastRegion.tsx';
import { CommandPalette } from './commands/CommandPalette.tsx';
import { KeySheet } from './commands/KeySheet.tsx';
import { useCommandKeys } from './commands/use-command-keys.ts';
import { useCommandList } from './commands/use-commands.ts';
import { useGlobalCommands } from './commands/use-global-commands.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useRoute } from './routes/use-route.ts';
import { NotificationDrawer } from './shell/NotificationDrawer.tsx';
import { NowhereScreen } from './shell/NowhereScreen.tsx';
import { Shell } from './shell/Shell.tsx';
import { useSettings } from './store/settings.ts';
import { useDesktop } from './use-desktop.ts';
import { useJobNotices } from './use-job-notices.ts';
import { workspaceOf } from './workspaces.ts';

/** The whole window. */
export function App() {
  const route = useRoute();
  const workspace = route === null ? undefined : workspaceOf(route);
  const { keymap } = useSettings();
  useGlobalCommands();
  useDesktop();
  useAwaitedRun();
  useJobNotices();
  useCommandKeys(useCommandList(), keymap);
  useEffect(() => {
    document.title = workspace === undefined ? 'Hindcast' : `${workspace.title} — Hindcast`;
  }, [workspace]);
  return (
    <>
      <Shell workspace={workspace}>
        <ErrorBoundary key={workspace?.place}>
          {workspace === undefined ? <NowhereScreen /> : <workspace.Screen />}
        </ErrorBoundary>
      </Shell>
      <CommandPalette />
      <KeySheet />
      <NotificationDrawer />
      <CoachMarks />
      <Welcome />
      <ToastRegion />
    </>
  );
}
