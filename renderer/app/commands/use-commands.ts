import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { Command } from './command.ts';
import { CommandRegistry } from './registry.ts';

export const CommandContext = createContext(new CommandRegistry());

/** All commands that can be run now. */
export function useCommandList(): readonly Command[] {
  const registry = use(CommandContext);
  return useSyncExternalStore(
    (listener) => registry.subscribe(listener),
    () => registry.all,
  );
}

/** Offers commands for as long as the component is shown. `commands` must be memoised. */
export function useCommands(commands: readonly Command[]): void {
  const registry = use(CommandContext);
  useEffect(() => registry.add(commands), [registry, commands]);
}
