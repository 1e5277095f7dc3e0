import { expect, test } from 'vitest';
import { searchCommands } from './search.ts';

const COMMANDS = [
  { title: 'Go to Runs', group: 'Go' as const },
  { title: 'Run strategy', group: 'Run' as const, keywords: ['backtest', 'execute'] },
  { title: 'Toggle theme', group: 'View' as const, keywords: ['dark', 'light'] },
  { title: 'Verify run', group: 'Run' as const },
];
const titles = (typed: string) => searchCommands(COMMANDS, typed).map(({ title }) => title);

test.each([
  ['', ['Go to Runs', 'Run strategy', 'Toggle theme', 'Verify run']],
  ['  ', ['Go to Runs', 'Run strategy', 'Toggle theme', 'Verify run']],
  ['run', ['Run strategy', 'Go to Runs', 'Verify run']],
  ['go ru', ['Go to Runs']],
  ['DARK', ['Toggle theme']],
  ['back', ['Run strategy']],
  ['theme togg', ['Toggle theme']],
  ['view', ['Toggle theme']],
  ['nothing', []],
])('"%s" finds %o', (typed, expected) => {
  expect(titles(typed)).toEqual(expected);
});
