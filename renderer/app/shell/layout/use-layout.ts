import { useCallback, useMemo } from 'react';
import { useSettings } from '../../store/settings.ts';
import { layoutChanged } from '../../store/shell-slice.ts';
import { useAppDispatch, useAppSelector } from '../../store/store.ts';
import { readLayout, type WorkspaceLayout } from './workspace-layout.ts';

/** How a workspace is arranged, and what changes that. */
export function useLayout(workspace: string): readonly [WorkspaceLayout, (change: Partial<WorkspaceLayout>) => void] {
  const dispatch = useAppDispatch();
  const stored = useSettings().layouts[workspace];
  const written = useAppSelector((state) => state.shell.layouts[workspace]) ?? stored;
  const layout = useMemo(() => readLayout(written), [written]);
  const change = useCallback(
    (part: Partial<WorkspaceLayout>) => void dispatch(layoutChanged({ workspace, stored, change: part })),
    [dispatch, workspace, stored],
  );
  return [layout, change];
}
