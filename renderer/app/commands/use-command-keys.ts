import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import type { Command } from './command.ts';
import { commandsByKey, isTyping, type KeyOverrides } from './keymap.ts';

/** Has keys run their commands. Keys that write something are left to text fields while one has the focus. */
export function useCommandKeys(commands: readonly Command[], overrides: KeyOverrides): void {
  useEffect(() => {
    const bindings = [...commandsByKey(commands, overrides)].map(([key, command]) => [
      key,
      (event: KeyboardEvent) => {
        if (event.defaultPrevented || (isTyping(key) && isInText(event.target))) return;
        event.preventDefault();
        void command.run();
      },
    ]);
    // Which keys belong to a text field is decided above, key by key.
    return tinykeys(globalThis.window, Object.fromEntries(bindings), { ignore: () => false });
  }, [commands, overrides]);
}

function isInText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, select')
  );
}
