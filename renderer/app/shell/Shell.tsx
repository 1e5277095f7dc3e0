import { type ReactNode, Suspense } from 'react';
import type { Workspace } from '../workspaces.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { useKeptLayouts } from './layout/use-kept-layouts.ts';
import { usePanelKeys } from './layout/use-panel-keys.ts';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';

/** The window: title bar, rail, the workspace that is shown, status bar. */
export function Shell({ workspace, children }: { workspace: Workspace | undefined; children: ReactNode }) {
  useKeptLayouts();
  usePanelKeys();
  return (
    <div className={styles.shell}>
      <TitleBar />
      <Rail current={workspace} />
      <main className={styles.workspace} aria-label={workspace?.title ?? 'Nothing here'}>
        <ConnectionBanner />
        <Suspense fallback={null}>{children}</Suspense>
      </main>
      <StatusBar />
    </div>
  );
}
