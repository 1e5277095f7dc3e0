import { describe, expect, test } from 'vitest';
import { commandWithKey, withKey } from './key-choice.ts';

const PALETTE = { id: 'view.palette', defaultKey: '$mod+k' };
const HOME = { id: 'go.home', defaultKey: '$mod+Digit1' };
const THEME = { id: 'view.theme' };
const COMMANDS = [PALETTE, HOME, THEME];

describe('the command with a key', () => {
  test.each([
    ['$mod+k', PALETTE],
    ['$mod+K', PALETTE],
    ['$mod+KeyK', PALETTE],
    ['$mod+1', HOME],
    ['$mod+Shift+k', undefined],
    ['k', undefined],
  ])('%s', (key, command) => {
    expect(commandWithKey(COMMANDS, {}, key, 'none')).toBe(command);
  });

  test('is told whatever the order of modifiers', () => {
    expect(commandWithKey(COMMANDS, { 'view.theme': '$mod+Alt+t' }, 'Alt+$mod+t', 'none')).toBe(THEME);
  });

  test('is another one than that which is to get it', () => {
    expect(commandWithKey(COMMANDS, {}, '$mod+k', 'view.palette')).toBeUndefined();
  });

  test('is none where the key was taken away', () => {
    expect(commandWithKey(COMMANDS, { 'view.palette': null }, '$mod+k', 'none')).toBeUndefined();
  });
});

describe('the keymap', () => {
  test('gives a key and takes it from whichever had it', () => {
    expect(withKey(COMMANDS, { 'go.home': '$mod+h' }, THEME, '$mod+k')).toEqual({
      'go.home': '$mod+h',
      'view.theme': '$mod+k',
      'view.palette': null,
    });
  });

  test('takes a key away', () => {
    expect(withKey(COMMANDS, {}, PALETTE, null)).toEqual({ 'view.palette': null });
  });

  test('forgets what is as by default', () => {
    expect(withKey(COMMANDS, { 'view.palette': 'F1', 'view.theme': 'F2' }, PALETTE, '$mod+k')).toEqual({
      'view.theme': 'F2',
    });
    expect(withKey(COMMANDS, { 'view.theme': 'F2' }, THEME, null)).toEqual({});
  });
});
