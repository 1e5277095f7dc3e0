import { overlayChanged, type ShellState } from '../store/shell-slice.ts';
import type { State, Store } from '../store/store.ts';

/** Opens what lies over the window, in place of what lay there, or closes it where it is open. */
export function overlayToggled(overlay: NonNullable<ShellState['overlay']>) {
  return (dispatch: Store['dispatch'], getState: () => State) => {
    dispatch(overlayChanged(getState().shell.overlay === overlay ? null : overlay));
  };
}
