import type { Direction, DockviewApi, DockviewGroupPanel } from 'dockview-react';
import { type DockTree, panelsOf } from './dock-tree.ts';
import { PANEL_COMPONENT } from './dockview-json.ts';

/** What moves and shows the panels of a dock. */
export type { DockviewApi as DockHandle } from 'dockview-react';

/** Where a panel goes, seen from another one, or from all of them. */
export const DOCK_SIDES = ['left', 'right', 'above', 'below'] as const;
export type DockSide = (typeof DOCK_SIDES)[number];

/**
 * Shows a panel. One that is closed opens where the standard layout has it: among the tabs of its neighbours there,
 * else at the upper edge if it is the first of all, or at the lower one.
 */
export function showPanel(dock: DockviewApi, id: string, title: string, standard: DockTree): void {
  const open = dock.getPanel(id);
  if (open !== undefined) {
    if (dock.hasMaximizedGroup() && !open.api.isMaximized()) dock.exitMaximizedGroup();
    open.api.setActive();
    return;
  }
  dock.exitMaximizedGroup();
  const neighbour = neighboursOf(standard, id).find((other) => dock.getPanel(other) !== undefined);
  const edge = panelsOf(standard)[0] === id ? 'above' : 'below';
  dock.addPanel({
    id,
    title,
    component: PANEL_COMPONENT,
    position: neighbour === undefined ? { direction: edge } : { referencePanel: neighbour, direction: 'within' },
  });
}

/** The other tabs of a panel's group. */
function neighboursOf(tree: DockTree, id: string): readonly string[] {
  if ('split' in tree) return tree.parts.flatMap(({ at }) => neighboursOf(at, id));
  return tree.tabs.includes(id) ? tree.tabs.filter((other) => other !== id) : [];
}

const POSITION = { left: 'left', right: 'right', above: 'top', below: 'bottom' } as const;

/**
 * Moves a panel.
 *
 * @param side `tab`: among the tabs of `beside`
 * @param beside null: all panels, at whose edge it goes
 */
export function movePanel(dock: DockviewApi, id: string, side: DockSide | 'tab', beside: string | null): void {
  const panel = dock.getPanel(id);
  const target = beside === null ? undefined : dock.getPanel(beside);
  if (panel === undefined) return;
  dock.exitMaximizedGroup();
  if (target !== undefined) {
    panel.api.moveTo({ group: target.group, position: side === 'tab' ? 'center' : POSITION[side] });
  } else if (side !== 'tab') {
    panel.api.moveTo({ group: dock.addGroup({ direction: side satisfies Direction }) });
  }
  panel.api.setActive();
}

/** Gives the active panel the whole place, or what it had before. */
export function toggleMaximised(dock: DockviewApi): void {
  if (dock.hasMaximizedGroup()) dock.exitMaximizedGroup();
  else if (dock.activePanel !== undefined) dock.maximizeGroup(dock.activePanel);
}

/** Makes the active panel larger, or smaller, at the cost of its neighbours. `by`: px. */
export function resizeActive(dock: DockviewApi, along: 'width' | 'height', by: number): void {
  const group = dock.activeGroup;
  if (group === undefined || dock.hasMaximizedGroup()) return;
  group.api.setSize({ [along]: group.api[along] + by });
}

/** Hides groups that have no panel but these, or shows them again. */
export function hideGroupsOf(dock: DockviewApi, ids: readonly string[], isHidden: boolean): void {
  for (const group of dock.groups) {
    if (isOnlyOf(group, ids) && group.api.isVisible === isHidden) group.api.setVisible(!isHidden);
  }
}

function isOnlyOf({ panels }: DockviewGroupPanel, ids: readonly string[]): boolean {
  return panels.length > 0 && panels.every(({ id }) => ids.includes(id));
}

/** True where showing a panel hides none but these: no panel at all, or one of them. */
export function hidesOnly(dock: DockviewApi, id: string, ids: readonly string[]): boolean {
  const hidden = dock.getPanel(id)?.group.activePanel?.id;
  return hidden !== undefined && ids.includes(hidden);
}
