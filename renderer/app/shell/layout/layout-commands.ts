import type { Command } from '../../commands/command.ts';

/** What can be done with the parts of a window: everything but how. */
export const LAYOUT_COMMANDS = {
  nextPanel: { id: 'view.panel.next', title: 'Next panel', group: 'View', keywords: ['focus'], defaultKey: 'F6' },
  previousPanel: {
    id: 'view.panel.previous',
    title: 'Previous panel',
    group: 'View',
    keywords: ['focus'],
    defaultKey: 'Shift+F6',
  },
  side: { id: 'view.side', title: 'Toggle the side panel', group: 'View', defaultKey: '$mod+b' },
  inspector: { id: 'view.inspector', title: 'Toggle the inspector', group: 'View', defaultKey: '$mod+Alt+b' },
  bottom: { id: 'view.bottom', title: 'Toggle the bottom panel', group: 'View', defaultKey: '$mod+j' },
  maximise: {
    id: 'view.dock.maximise',
    title: 'Maximise panel',
    group: 'View',
    keywords: ['maximize', 'restore', 'full', 'zoom'],
    defaultKey: '$mod+Alt+Enter',
  },
  move: { id: 'view.dock.move', title: 'Move panel to…', group: 'View', keywords: ['dock', 'split', 'tab'] },
  close: { id: 'view.dock.close', title: 'Close panel', group: 'View', keywords: ['hide'], defaultKey: '$mod+Alt+w' },
  wider: { id: 'view.dock.wider', title: 'Make panel wider', group: 'View', defaultKey: 'Alt+Shift+ArrowRight' },
  narrower: {
    id: 'view.dock.narrower',
    title: 'Make panel narrower',
    group: 'View',
    defaultKey: 'Alt+Shift+ArrowLeft',
  },
  taller: { id: 'view.dock.taller', title: 'Make panel taller', group: 'View', defaultKey: 'Alt+Shift+ArrowUp' },
  lower: { id: 'view.dock.lower', title: 'Make panel lower', group: 'View', defaultKey: 'Alt+Shift+ArrowDown' },
  reset: { id: 'view.dock.reset', title: 'Reset layout', group: 'View', keywords: ['panels', 'default'] },
} as const satisfies Record<string, Omit<Command, 'run'>>;
