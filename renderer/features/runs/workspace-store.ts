import { configureStore } from '@reduxjs/toolkit';
import { useSyncExternalStore } from 'react';
import { type WorkspaceState, workspaceSlice } from './workspace-slice.ts';

const store = configureStore({ reducer: workspaceSlice.reducer });

/** Changes what the runs workspace shows. */
export const dispatchWorkspace = store.dispatch;

/**
 * A part of what the runs workspace shows. It outlives the screen, so that coming back finds everything in its place.
 *
 * @param select gives the same value while nothing in it changes
 */
export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
