/** Something that the window can do, wherever it is asked for: in a menu, the palette, by a key or in a test. */
export interface Command {
  /** Stable, for the keymap of the settings: `run.start`. */
  id: string;
  /** As menus and the palette show it. */
  title: string;
  group: CommandGroup;
  /** Other words by which it is found. */
  keywords?: readonly string[];
  /** Unless the settings give it another one: `$mod+k`, `Shift+F5`; `$mod` is ⌘ on Macs and Ctrl elsewhere. */
  defaultKey?: string;
  /** Opens or closes something over the window: its key works there too, where others are held back. */
  isOverlay?: true;
  run(): void | Promise<void>;
}

/** The menus of the menu bar, in their order. */
export const COMMAND_GROUPS = ['File', 'Edit', 'Run', 'View', 'Go', 'Help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];
