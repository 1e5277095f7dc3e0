import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

export interface ShellState {
  isSidePanelOpen: boolean;
  isInspectorOpen: boolean;
  isBottomPanelOpen: boolean;
  /** What lies over the window, if anything does. */
  overlay: 'palette' | 'keys' | 'notifications' | 'jobs' | null;
}

const initialState: ShellState = {
  isSidePanelOpen: true,
  isInspectorOpen: true,
  isBottomPanelOpen: true,
  overlay: null,
};

/** Which parts of the window are shown. */
export const shellSlice = createSlice({
  name: 'shell',
  initialState,
  reducers: {
    sidePanelToggled(state) {
      state.isSidePanelOpen = !state.isSidePanelOpen;
    },
    inspectorToggled(state) {
      state.isInspectorOpen = !state.isInspectorOpen;
    },
    bottomPanelToggled(state) {
      state.isBottomPanelOpen = !state.isBottomPanelOpen;
    },
    overlayChanged(state, { payload }: PayloadAction<ShellState['overlay']>) {
      state.overlay = payload;
    },
  },
});
export const { sidePanelToggled, inspectorToggled, bottomPanelToggled, overlayChanged } = shellSlice.actions;
