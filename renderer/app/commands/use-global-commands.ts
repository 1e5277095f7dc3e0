import { useMemo } from 'react';
import { goTo } from '../routes/use-route.ts';
import { useChangeSettingsMutation } from '../store/settings.ts';
import { useAppDispatch } from '../store/store.ts';
import { WORKSPACES } from '../workspaces.ts';
import type { Command } from './command.ts';
import { overlayToggled } from './overlay-toggled.ts';
import { useCommands } from './use-commands.ts';

const THEMES = [
  ['dark', 'Use the dark theme'],
  ['light', 'Use the light theme'],
  ['system', 'Use the theme of the system'],
] as const;

/** What can be done wherever one is. */
export function useGlobalCommands(): void {
  const dispatch = useAppDispatch();
  const [change] = useChangeSettingsMutation();
  const commands = useMemo<Command[]>(
    () => [
      ...WORKSPACES.map(({ place, title, home }, index) => ({
        id: `go.${place}`,
        title: `Go to ${title}`,
        group: 'Go' as const,
        defaultKey: `$mod+Digit${index + 1}`,
        run: () => goTo(home),
      })),
      {
        id: 'go.back',
        title: 'Back',
        group: 'Go',
        defaultKey: 'Alt+ArrowLeft',
        run: () => history.back(),
      },
      {
        id: 'go.forward',
        title: 'Forward',
        group: 'Go',
        defaultKey: 'Alt+ArrowRight',
        run: () => history.forward(),
      },
      {
        id: 'view.palette',
        title: 'Find a command',
        group: 'View',
        keywords: ['palette', 'search'],
        defaultKey: '$mod+k',
        isOverlay: true,
        run: () => void dispatch(overlayToggled('palette')),
      },
      {
        id: 'view.notifications',
        title: 'Show notifications',
        group: 'View',
        defaultKey: '$mod+Shift+n',
        isOverlay: true,
        run: () => void dispatch(overlayToggled('notifications')),
      },
      ...THEMES.map(([theme, title]) => ({
        id: `view.theme.${theme}`,
        title,
        group: 'View' as const,
        keywords: ['theme', 'colours'],
        run: () => void change({ theme }),
      })),
      {
        id: 'help.keys',
        title: 'Show all keys',
        group: 'Help',
        keywords: ['shortcuts', 'keyboard'],
        defaultKey: 'Shift+?',
        isOverlay: true,
        run: () => void dispatch(overlayToggled('keys')),
      },
    ],
    [dispatch, change],
  );
  useCommands(commands);
}
