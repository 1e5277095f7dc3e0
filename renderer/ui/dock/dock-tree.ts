import { z } from 'zod';

/** Panels in one place, of which one is seen. */
export interface DockGroup {
  /** Ids of panels, in the order of their tabs. */
  tabs: readonly string[];
  shown: string;
}

/** Parts beside each other (`row`) or above each other (`column`). */
export interface DockSplit {
  split: 'row' | 'column';
  /** `share`: fraction of the whole, 1 in all. */
  parts: readonly { share: number; at: DockTree }[];
}

/** Where panels are docked, whatever the size of the window. A panel that is in no group is closed. */
export type DockTree = DockGroup | DockSplit;

const DEEPEST = 8;
const MOST_TABS = 40;
const MOST_PARTS = 20;

const panelId = z.string().min(1).max(80);
const groupSchema = z.strictObject({ tabs: z.array(panelId).min(1).max(MOST_TABS), shown: panelId });

function treeSchema(depth: number): z.ZodType<DockTree> {
  if (depth === 0) return groupSchema;
  const part = z.strictObject({ share: z.number().positive().max(1), at: treeSchema(depth - 1) });
  return z.union([
    groupSchema,
    z.strictObject({ split: z.enum(['row', 'column']), parts: z.array(part).min(1).max(MOST_PARTS) }),
  ]);
}

/** Trees of eight levels at most: deeper ones nobody has made. */
export const dockTreeSchema = treeSchema(DEEPEST);

/** All panels of a tree, from the first group to the last. */
export function panelsOf(tree: DockTree): readonly string[] {
  return 'tabs' in tree ? tree.tabs : tree.parts.flatMap(({ at }) => panelsOf(at));
}

/**
 * A tree with nothing in it that can't be shown: only panels that are known, each once; no group is empty, no split has
 * less than two parts or the direction of the one that it is in, and shares come to 1.
 *
 * @returns null where nothing is left
 */
export function tidied(tree: DockTree, known: readonly string[]): DockTree | null {
  const left = new Set(known);
  const tidy = (part: DockTree): DockTree | null => {
    if ('tabs' in part) {
      const tabs = part.tabs.filter((id) => left.delete(id));
      const [first] = tabs;
      return first === undefined ? null : { tabs, shown: tabs.includes(part.shown) ? part.shown : first };
    }
    const parts = part.parts.flatMap(({ share, at }) => {
      const inner = tidy(at);
      if (inner === null) return [];
      if ('tabs' in inner || inner.split !== part.split) return [{ share, at: inner }];
      return inner.parts.map((one) => ({ share: share * one.share, at: one.at }));
    });
    const [first] = parts;
    if (first === undefined || parts.length === 1) return first?.at ?? null;
    const sum = parts.reduce((total, { share }) => total + share, 0);
    return { split: part.split, parts: parts.map(({ share, at }) => ({ share: share / sum, at })) };
  };
  return tidy(tree);
}

/** All panels of a tree in one group, for where there is room for one. */
export function stacked(tree: DockTree, shown: string | undefined): DockGroup {
  const tabs = panelsOf(tree);
  return { tabs, shown: shown !== undefined && tabs.includes(shown) ? shown : (tabs[0] ?? '') };
}

/** Shares of a layout that was only drawn again differ by less: by the pixels that were rounded. */
const SHARE_TOLERANCE = 0.01;

/** True where two trees look the same. */
export function isSameTree(a: DockTree, b: DockTree): boolean {
  if ('tabs' in a || 'tabs' in b) {
    return 'tabs' in a && 'tabs' in b && a.shown === b.shown && a.tabs.join('\n') === b.tabs.join('\n');
  }
  return (
    a.split === b.split &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => {
      const other = b.parts[index];
      return (
        other !== undefined && Math.abs(part.share - other.share) < SHARE_TOLERANCE && isSameTree(part.at, other.at)
      );
    })
  );
}
