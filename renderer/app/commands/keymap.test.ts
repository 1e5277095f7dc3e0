import { describe, expect, test } from 'vitest';
import { commandsByKey, isTyping, keyOf, keyWords } from './keymap.ts';

const run = { id: 'run.start', defaultKey: 'F5' };
const stop = { id: 'run.stop', defaultKey: 'Shift+F5' };
const bare = { id: 'bare' };

describe('the key of a command', () => {
  test('is its default unless the settings say otherwise', () => {
    expect(keyOf(run, {})).toBe('F5');
    expect(keyOf(run, { 'run.start': '$mod+r' })).toBe('$mod+r');
    expect(keyOf(run, { 'run.start': null })).toBeNull();
    expect(keyOf(bare, {})).toBeNull();
    expect(keyOf(bare, { bare: 'F2' })).toBe('F2');
  });
});

describe('commands by key', () => {
  test('are found by whatever key they have', () => {
    expect([...commandsByKey([run, stop, bare], { bare: 'F2', 'run.stop': null })]).toEqual([
      ['F2', bare],
      ['F5', run],
    ]);
  });

  test('a chosen key goes before a default, and an earlier command before a later one', () => {
    expect(commandsByKey([run, bare], { bare: 'F5' }).get('F5')).toBe(bare);
    expect(commandsByKey([run, { id: 'late', defaultKey: 'F5' }], {}).get('F5')).toBe(run);
  });
});

describe('a key in words', () => {
  test.each([
    ['$mod+k', ['Ctrl', 'K'], ['⌘', 'K']],
    ['$mod+Shift+n', ['Ctrl', 'Shift', 'N'], ['⌘', '⇧', 'N']],
    ['Alt+ArrowLeft', ['Alt', '←'], ['⌥', '←']],
    ['$mod+Digit1', ['Ctrl', '1'], ['⌘', '1']],
    ['Escape', ['Esc'], ['Esc']],
    ['F5', ['F5'], ['F5']],
  ])('%s', (key, elsewhere, mac) => {
    expect(keyWords(key, false)).toEqual(elsewhere);
    expect(keyWords(key, true)).toEqual(mac);
  });
});

test.each([
  ['?', true],
  ['[', true],
  ['Shift+t', true],
  ['$mod+k', false],
  ['Control+k', false],
  ['Alt+k', false],
  ['F5', false],
  ['Escape', false],
])('%s writes something: %s', (key, expected) => {
  expect(isTyping(key)).toBe(expected);
});
