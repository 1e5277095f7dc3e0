import { expect, test } from 'vitest';
import { RUN_COMMANDS } from './run-commands.ts';
import { BOTTOM_TABS } from './workspace-slice.ts';

const all: readonly { id: string; defaultKey?: string }[] = Object.values(RUN_COMMANDS);

test('no two commands share an id or a key', () => {
  const keys = all.flatMap(({ defaultKey }) => defaultKey ?? []);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(keys).size).toBe(keys.length);
});

test('tables have keys in the order of their tabs', () => {
  expect(BOTTOM_TABS.map((tab) => RUN_COMMANDS[tab].defaultKey)).toEqual(
    BOTTOM_TABS.map((_, index) => `Alt+Digit${index + 1}`),
  );
});
