import { use } from 'react';
import { DockContext } from './dock-panel.ts';

/** What stands where all panels are closed. */
export function DockWatermark() {
  return use(DockContext).empty;
}
