import type { Command } from './command.ts';

/** Keys that differ from the defaults, by command; null takes the key from a command. */
export type KeyOverrides = Readonly<Record<string, string | null>>;

/** The key of a command, null where it has none. */
export function keyOf({ id, defaultKey }: Pick<Command, 'id' | 'defaultKey'>, overrides: KeyOverrides): string | null {
  const override = overrides[id];
  return override === undefined ? (defaultKey ?? null) : override;
}

/** Commands by key. Where two want one key, that of an override goes before a default, and an earlier command first. */
export function commandsByKey<C extends Pick<Command, 'id' | 'defaultKey'>>(
  commands: readonly C[],
  overrides: KeyOverrides,
): Map<string, C> {
  const byKey = new Map<string, C>();
  const isChosen = ({ id }: C) => typeof overrides[id] === 'string';
  for (const command of [...commands.filter(isChosen), ...commands.filter((one) => !isChosen(one))]) {
    const key = keyOf(command, overrides);
    if (key !== null && !byKey.has(key)) byKey.set(key, command);
  }
  return byKey;
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** A key as people read it, one word each: `['Ctrl', 'K']`. */
export function keyWords(key: string, isMac: boolean): string[] {
  return key.split('+').map((part) => {
    if (part === '$mod') return isMac ? '⌘' : 'Ctrl';
    if (isMac && part === 'Alt') return '⌥';
    if (isMac && part === 'Shift') return '⇧';
    return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part.replace(/^(Key|Digit)/, ''));
  });
}

/** A key that writes something: it belongs to the text field that has the focus. */
export function isTyping(key: string): boolean {
  const parts = key.split('+');
  const last = parts.at(-1) ?? '';
  return last.length === 1 && !parts.includes('$mod') && !parts.includes('Control') && !parts.includes('Alt');
}
