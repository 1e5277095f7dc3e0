import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { readLayout, type Side, type WorkspaceLayout, writeLayout } from '../shell/layout/workspace-layout.ts';

export interface ShellState {
  /** Which panels are shown beside a workspace, where there is room. */
  docked: Readonly<Record<Side, boolean>>;
  /** The one that lies over the workspace, in a narrow window. */
  over: Side | null;
  isBottomPanelOpen: boolean;
  /** What lies over the window, if anything does. */
  overlay: 'palette' | 'keys' | 'notifications' | 'jobs' | null;
  /** As they are stored, by workspace: those that were changed in this window. */
  layouts: Readonly<Record<string, string>>;
}

const initialState: ShellState = {
  docked: { side: true, inspector: true },
  over: null,
  isBottomPanelOpen: true,
  overlay: null,
  layouts: {},
};

/** Which parts of the window are shown, and how large. */
export const shellSlice = createSlice({
  name: 'shell',
  initialState,
  reducers: {
    sideToggled(state, { payload: { side, isOver } }: PayloadAction<{ side: Side; isOver: boolean }>) {
      if (isOver) state.over = state.over === side ? null : side;
      else state.docked[side] = !state.docked[side];
    },
    sideLeft(state, { payload: side }: PayloadAction<Side>) {
      if (state.over === side) state.over = null;
    },
    bottomPanelToggled(state) {
      state.isBottomPanelOpen = !state.isBottomPanelOpen;
    },
    overlayChanged(state, { payload }: PayloadAction<ShellState['overlay']>) {
      state.overlay = payload;
    },
    /** `stored`: what it changes where nothing was changed before. */
    layoutChanged(
      state,
      {
        payload: { workspace, stored, change },
      }: PayloadAction<{ workspace: string; stored: string | undefined; change: Partial<WorkspaceLayout> }>,
    ) {
      state.layouts[workspace] = writeLayout({ ...readLayout(state.layouts[workspace] ?? stored), ...change });
    },
  },
});
export const { sideToggled, sideLeft, bottomPanelToggled, overlayChanged, layoutChanged } = shellSlice.actions;
