const MODIFIERS: Readonly<Record<string, string>> = {
  $mod: 'CmdOrCtrl',
  Control: 'Ctrl',
  Alt: 'Alt',
  Shift: 'Shift',
  Meta: 'Super',
};
const NAMED: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Enter: 'Return',
  Space: 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};

/**
 * A key of the window's keymap (`$mod+Shift+n`) as the native menu writes it (`CmdOrCtrl+Shift+N`); null for keys
 * that a menu must not take from the window: those that write something, and sequences.
 */
export function acceleratorOf(key: string): string | null {
  const parts = key.split('+');
  const last = parts.pop() ?? '';
  const modifiers = parts.map((part) => (Object.hasOwn(MODIFIERS, part) ? MODIFIERS[part] : undefined));
  if (modifiers.includes(undefined) || new Set(modifiers).size < modifiers.length) return null;
  const name = nameOf(last);
  if (name === null) return null;
  const isFunctionKey = /^F\d+$/.test(name);
  const writes = modifiers.every((modifier) => modifier === 'Shift');
  return writes && !isFunctionKey ? null : [...modifiers, name].join('+');
}

function nameOf(key: string): string | null {
  if (Object.hasOwn(NAMED, key)) return NAMED[key] ?? null;
  const [, letter] = /^(?:Key|Digit)?([a-z0-9])$/i.exec(key) ?? [];
  if (letter !== undefined) return letter.toUpperCase();
  return /^(F([1-9]|1\d|2[0-4])|[,./;'[\]\\=-])$/.test(key) ? key : null;
}
