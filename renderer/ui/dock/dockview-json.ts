import type { Orientation, SerializedDockview } from 'dockview-react';
import type { DockTree } from './dock-tree.ts';

type DockviewNode = SerializedDockview['grid']['root'];

/** The one component that dockview knows: what is in a panel comes from its id. */
export const PANEL_COMPONENT = 'panel';

const ORIENTATION = { row: 'HORIZONTAL' as Orientation.HORIZONTAL, column: 'VERTICAL' as Orientation.VERTICAL };

/** px */
export interface DockSize {
  width: number;
  height: number;
}

/** A tidy tree as dockview reads it, in a place of this size. */
export function toDockview(
  tree: DockTree,
  { width, height }: DockSize,
  titleOf: (panel: string) => string,
): SerializedDockview {
  const panels: SerializedDockview['panels'] = {};
  let groups = 0;
  // `size`: across the parts of a branch, or along those of the branch that a group is in; `length`: the other one.
  const write = (part: DockTree, size: number, length: number): DockviewNode => {
    if ('split' in part) {
      return { type: 'branch', size, data: part.parts.map(({ share, at }) => write(at, share * length, size)) };
    }
    for (const id of part.tabs) panels[id] = { id, contentComponent: PANEL_COMPONENT, title: titleOf(id) };
    groups++;
    return { type: 'leaf', size, data: { id: groupId(groups), views: [...part.tabs], activeView: part.shown } };
  };
  const isColumn = 'split' in tree && tree.split === 'column';
  const [across, along] = isColumn ? [width, height] : [height, width];
  const written = 'split' in tree ? write(tree, across, along) : write(tree, along, across);
  return {
    grid: {
      // The root is a branch, whatever is in it.
      root: 'split' in tree ? written : { type: 'branch', size: across, data: [written] },
      width,
      height,
      orientation: isColumn ? ORIENTATION.column : ORIENTATION.row,
    },
    panels,
    // Commands go to a panel from the first: to the first one.
    activeGroup: groupId(1),
  };
}

const groupId = (place: number) => `group-${place}`;

/** What dockview wrote, as a tree; to be tidied. Null where it shows nothing. */
export function fromDockview({ grid }: SerializedDockview): DockTree | null {
  const read = (node: DockviewNode, split: 'row' | 'column'): DockTree | null => {
    if (!Array.isArray(node.data)) {
      const { views, activeView } = node.data;
      const shown = activeView ?? views[0];
      return shown === undefined ? null : { tabs: views, shown };
    }
    const sum = node.data.reduce((total, { size = 0 }) => total + size, 0);
    const parts = node.data.flatMap((child) => {
      const at = read(child, split === 'row' ? 'column' : 'row');
      return at === null ? [] : [{ share: shareOf(child.size ?? 0, sum), at }];
    });
    return parts.length === 0 ? null : { split, parts };
  };
  return read(grid.root, grid.orientation === ORIENTATION.row ? 'row' : 'column');
}

/** Least of all shares: a part that was squeezed to nothing can still be drawn larger. */
const LEAST_SHARE = 0.001;

const shareOf = (size: number, sum: number) => (sum > 0 ? Math.max(LEAST_SHARE, size / sum) : 1);
