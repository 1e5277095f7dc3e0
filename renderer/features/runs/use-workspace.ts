import { useAppSelector } from '../../app/store/store.ts';
import { type WorkspaceState, workspaceSlice } from './workspace-slice.ts';

/**
 * A part of what the runs workspace shows. It outlives the screen, so that coming back finds everything in its place.
 *
 * @param select gives the same value while nothing in it changes
 */
export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useAppSelector((state) => select(state[workspaceSlice.name]));
}
