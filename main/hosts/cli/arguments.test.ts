import { describe, expect, test } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { commandHelp } from './help.ts';

const command: Command = {
  name: 'try',
  usage: 'FILE',
  summary: 'try something',
  positionals: [1, 2],
  flags: {
    param: { value: 'P', help: 'a parameter', many: true },
    cash: { value: 'N', help: 'money' },
    fast: { help: 'soon' },
  },
  run: async () => 0,
};

function caught(read: () => unknown): HindcastError {
  try {
    read();
  } catch (error) {
    if (error instanceof HindcastError) return error;
  }
  throw new Error('it was not refused');
}

describe('readArguments', () => {
  test('tells flags from arguments', () => {
    const args = readArguments(command, ['a', '--param', 'x=1', '--fast', '--param=y=2', 'b', '--cash', '5']);
    expect(args.positionals).toEqual(['a', 'b']);
    expect(args.texts('param')).toEqual(['x=1', 'y=2']);
    expect(args.text('param')).toBe('y=2');
    expect(args.text('cash')).toBe('5');
    expect([args.has('fast'), args.has('json'), args.has('cash')]).toEqual([true, false, true]);
    expect([args.text('fast'), args.text('home'), args.texts('home')]).toEqual([undefined, undefined, []]);
  });

  test('takes a negative value behind an equals sign', () => {
    expect(readArguments(command, ['a', '--cash=-5']).text('cash')).toBe('-5');
  });

  test.each([
    [[], 'Something is missing.'],
    [['a', 'b', 'c'], 'Too many arguments: c.'],
    [['a', '--slow'], "Unknown option '--slow'."],
    [['a', '--cash'], "Option '--cash <value>' argument missing."],
    [['a', '--fast=1'], "Option '--fast' does not take an argument."],
  ])('refuses %j', (words, message) => {
    const { detail } = caught(() => readArguments(command, words));
    expect(detail).toMatchObject({ kind: 'usage', message });
    expect(detail.hint).toContain('Usage: hindcast try FILE');
  });

  test('needs no arguments to show help', () => {
    expect(readArguments(command, ['--help']).has('help')).toBe(true);
  });
});

describe('help', () => {
  test('lists the flags of a command, then the common ones', () => {
    const lines = commandHelp(command).split('\n');
    expect(lines[0]).toBe('hindcast try FILE [flags]');
    expect(lines.filter((line) => line.startsWith('  --')).map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      '--param P …',
      '--cash N',
      '--fast',
      '--home DIR',
      '--json',
      '--help',
    ]);
  });

  test('shows a command’s own flag in place of the common one', () => {
    const own = commandHelp({ ...command, flags: { json: { value: 'FILE', help: 'write it there' } } });
    expect(own).toContain('--json FILE');
    expect(own.match(/--json/g)).toHaveLength(1);
  });
});
