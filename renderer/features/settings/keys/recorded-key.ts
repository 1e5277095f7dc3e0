/** What a key press tells of itself, as a KeyboardEvent has it. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const MODIFIERS = ['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'CapsLock', 'Fn', 'Dead', 'Process', 'Unidentified'];

/** Without Ctrl, ⌘ or Alt these move the focus or work in lists, menus and fields, wherever one is. */
const NEEDED = ['Tab', 'Enter', 'Space', 'Escape', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown'];

/** A key press in the words of the keymap, `$mod+Shift+k`; null as long as only modifiers are held. */
export function recordedKey(press: KeyPress, isMac: boolean): string | null {
  if (MODIFIERS.includes(press.key)) return null;
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  return [
    ...((isMac ? metaKey : ctrlKey) ? ['$mod'] : []),
    ...((isMac ? ctrlKey : metaKey) ? [isMac ? 'Control' : 'Meta'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
    nameOfKey(press),
  ].join('+');
}

/** Why a key can't be given to a command; null where it can. */
export function keyRefusal(key: string): string | null {
  const parts = key.split('+');
  const name = parts.pop() ?? '';
  const isHeld = parts.some((part) => part !== 'Shift');
  if (isHeld || !(NEEDED.includes(name) || name.startsWith('Arrow'))) return null;
  return 'This key moves the focus or works in lists: hold Ctrl or Alt with it.';
}

/** Letters and signs by what they write; by their place on the keyboard where a modifier changes that. */
function nameOfKey({ key, code, altKey }: KeyPress): string {
  if (key === ' ') return 'Space';
  if (key.length > 1) return key;
  const isByPlace = altKey || key === '+' || code.startsWith('Digit') || !/[\x21-\x7e]/.test(key);
  if (!isByPlace) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) && !/[^a-z]/i.test(key) ? key.toLowerCase() : code;
}
