import { expect, test } from 'vitest';
import { knownCommands } from './known-commands.ts';

const palette = { id: 'view.palette', title: 'Find a command', group: 'View' } as const;
const importHere = { id: 'data.import', title: 'Import', group: 'File' } as const;

test('commands of other screens stand beside those of this one', () => {
  const groups = knownCommands([palette]);
  const idsOf = (name: string) => groups.find(({ group }) => group === name)?.commands.map(({ id }) => id);
  expect(groups.map(({ group }) => group)).toEqual(['File', 'Edit', 'Run', 'View', 'Go']);
  expect(idsOf('File')).toContain('data.import');
  expect(idsOf('Run')).toContain('run.new');
  expect(idsOf('View')?.[0]).toBe('view.palette');
});

test('a command that is offered here is listed once, as it is here', () => {
  const commands = knownCommands([importHere]).flatMap((group) => group.commands);
  expect(commands.filter(({ id }) => id === 'data.import')).toEqual([importHere]);
});
