import type { DockTree } from '../../ui/dock/dock-tree.ts';
import { BOTTOM_TABS } from './workspace-slice.ts';

/** Prices have half of the height; equity and tables share the rest. */
export const STANDARD_RUN_DOCK: DockTree = {
  split: 'column',
  parts: [
    { share: 0.52, at: { tabs: ['prices'], shown: 'prices' } },
    { share: 0.22, at: { tabs: ['equity'], shown: 'equity' } },
    { share: 0.26, at: { tabs: BOTTOM_TABS, shown: 'trades' } },
  ],
};
