import { describe, expect, test, vi } from 'vitest';
import type { Command } from './command.ts';
import { CommandRegistry } from './registry.ts';

const command = (id: string): Command => ({ id, title: id, group: 'View', run: () => {} });

describe('the registry', () => {
  test('lists what was added, until it is taken out', () => {
    const registry = new CommandRegistry();
    registry.add([command('a')]);
    const remove = registry.add([command('b'), command('c')]);
    expect(registry.all.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    remove();
    expect(registry.all.map(({ id }) => id)).toEqual(['a']);
    expect(registry.find('b')).toBeUndefined();
    registry.add([command('b')]);
    expect(registry.find('b')?.title).toBe('b');
  });

  test('has no two commands of one name', () => {
    const registry = new CommandRegistry();
    registry.add([command('a')]);
    expect(() => registry.add([command('b'), command('a')])).toThrow('there are two commands a');
    expect(registry.all).toHaveLength(1);
  });

  test('gives a new list with each change, and tells of it', () => {
    const registry = new CommandRegistry();
    const listener = vi.fn();
    const before = registry.all;
    const end = registry.subscribe(listener);
    const remove = registry.add([command('a')]);
    expect(registry.all).not.toBe(before);
    remove();
    expect(listener).toHaveBeenCalledTimes(2);
    end();
    registry.add([command('b')]);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
