import type { DesktopClient, MenuCommand } from '#shared/contract/desktop.ts';
import type { Command } from '../commands/command.ts';
import { type KeyOverrides, keyOf } from '../commands/keymap.ts';
import type { CommandRegistry } from '../commands/registry.ts';

/**
 * Shows the commands of the window in the native menu for as long as it isn't ended, and runs those that are chosen.
 * @returns what ends it
 */
export function showNativeMenu(desktop: DesktopClient, registry: CommandRegistry, keys: KeyOverrides): () => void {
  let shown = new AbortController();
  const show = () => {
    shown.abort();
    shown = new AbortController();
    void follow(
      desktop.menu({ commands: registry.all.map((one) => inMenu(one, keys)) }, { signal: shown.signal }),
      ({ id }) => registry.find(id)?.run(),
    );
  };
  const unsubscribe = registry.subscribe(show);
  show();
  return () => {
    unsubscribe();
    shown.abort();
  };
}

/**
 * Leads the window to where links from outside point.
 * @param goTo takes a path of the window, such as `/run/0af3`
 * @returns what ends it
 */
export function followLinks(desktop: DesktopClient, goTo: (path: string) => void): () => void {
  const ending = new AbortController();
  void follow(desktop.links(undefined, { signal: ending.signal }), ({ path }) => goTo(path));
  return () => ending.abort();
}

/** A stream of the host ends only with the window, or when it is no longer wanted. */
async function follow<T>(stream: Promise<AsyncIterable<T>>, onEach: (one: T) => unknown): Promise<void> {
  try {
    for await (const one of await stream) onEach(one);
  } catch {
    // Ended from here, or with the host.
  }
}

function inMenu(command: Command, keys: KeyOverrides): MenuCommand {
  const { id, title, group } = command;
  return { id, title, group, key: keyOf(command, keys) };
}
