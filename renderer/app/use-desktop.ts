import { use, useEffect } from 'react';
import { desktop } from './api/client.ts';
import { followLinks, showNativeMenu } from './api/follow-desktop.ts';
import { CommandContext } from './commands/use-commands.ts';
import { routeAt } from './routes/routes.ts';
import { goTo } from './routes/use-route.ts';
import { useSettings } from './store/settings.ts';

/** In the desktop app: the native menu shows the commands, and links from outside lead to their places. */
export function useDesktop(): void {
  const registry = use(CommandContext);
  const { keymap } = useSettings();
  useEffect(() => (desktop === null ? undefined : showNativeMenu(desktop, registry, keymap)), [registry, keymap]);
  useEffect(() => (desktop === null ? undefined : followLinks(desktop, goToPath)), []);
}

/** Goes to where a path from outside the window leads, if anywhere. */
export function goToPath(path: string): void {
  const route = routeAt(path);
  if (route !== null) goTo(route);
}
