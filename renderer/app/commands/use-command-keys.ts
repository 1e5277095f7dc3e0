import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useAppSelector } from '../store/store.ts';
import type { Command } from './command.ts';
import { commandsByKey, isTyping, type KeyOverrides } from './keymap.ts';
import { isBeneathDialog } from './modal.ts';

/**
 * Has keys run their commands. Keys that write something are left to text fields while one has the focus. Beneath a
 * dialog no command runs, except that the palette and the sheet of keys take each other's place.
 */
export function useCommandKeys(commands: readonly Command[], overrides: KeyOverrides): void {
  const isOwnOverlay = useAppSelector(({ shell: { overlay } }) => overlay === 'palette' || overlay === 'keys');
  useEffect(() => {
    const bindings = [...commandsByKey(commands, overrides)].map(([key, command]) => [
      key,
      (event: KeyboardEvent) => {
        if (event.defaultPrevented || (isTyping(key) && isInText(event.target))) return;
        // Even where it runs nothing: F5 would have a browser load the page anew, and a form would be lost.
        event.preventDefault();
        const isHeldBack = isBeneathDialog() && !(isOwnOverlay && command.isOverlay);
        if (!isHeldBack) void command.run();
      },
    ]);
    // Which keys belong to a text field is decided above, key by key.
    return tinykeys(globalThis.window, Object.fromEntries(bindings), { ignore: () => false });
  }, [commands, overrides, isOwnOverlay]);
}

function isInText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, select')
  );
}
