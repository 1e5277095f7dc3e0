import { z } from 'zod';

const KEY = 'hindcast.hidden-lines';
/** Strategies of which it is remembered; those that were last changed stay. */
const MOST_STRATEGIES = 100;

/** Names of lines that are not drawn, by strategy. */
export type HiddenLines = Readonly<Record<string, readonly string[]>>;

const hiddenSchema = z.record(z.string(), z.array(z.string()));

/** Where it is kept: the window's own storage, or a test's. */
export type LineStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What was hidden last; nothing where none was, or none that this version can read. */
export function rememberedHidden(storage: LineStorage): HiddenLines {
  const read = hiddenSchema.safeParse(parsed(storage.getItem(KEY)));
  return read.success ? read.data : {};
}

export function rememberHidden(storage: LineStorage, hidden: HiddenLines): void {
  storage.setItem(KEY, JSON.stringify(hidden));
}

/** Hides a line of a strategy, or shows it again. */
export function withToggled(hidden: HiddenLines, strategy: string, line: string): HiddenLines {
  const { [strategy]: before = [], ...others } = hidden;
  const after = before.includes(line) ? before.filter((one) => one !== line) : [...before, line];
  const kept = Object.entries(others).slice(1 - MOST_STRATEGIES);
  return Object.fromEntries(after.length === 0 ? kept : [...kept, [strategy, after]]);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
