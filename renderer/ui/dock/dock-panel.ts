import { createContext, type ReactNode } from 'react';
import type { MenuEntry } from '../overlay/menu-entry.ts';

/** Something that can be docked. */
export interface DockPanel {
  id: string;
  title: string;
  /** How many are inside, `412`. */
  count?: string;
  /** The count needs a look. */
  isWarning?: boolean;
  /** Small buttons in the row of the tabs while it is seen. */
  actions?: ReactNode;
  /** There while its tab is chosen. */
  content: ReactNode;
}

/** What the parts of a dock ask for by the id of a panel. */
export interface DockContents {
  panel: (id: string) => DockPanel | undefined;
  /** What can be done with a panel. */
  menu: (id: string) => readonly MenuEntry[];
  /** What is shown in place of panels where all are closed. */
  empty: ReactNode;
}

export const DockContext = createContext<DockContents>({ panel: () => undefined, menu: () => [], empty: null });

/** Its name as its tab says it. */
export function tabTitle({ title, count }: Pick<DockPanel, 'title' | 'count'>): string {
  return count === undefined ? title : `${title} ${count}`;
}
