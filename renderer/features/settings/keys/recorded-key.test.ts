import { describe, expect, test } from 'vitest';
import { type KeyPress, keyRefusal, recordedKey } from './recorded-key.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a recorded key', () => {
  test.each([
    [press('k', 'KeyK', { ctrlKey: true }), '$mod+k'],
    [press('K', 'KeyK', { ctrlKey: true, shiftKey: true }), '$mod+Shift+k'],
    [press('o', 'KeyO', { metaKey: true }), 'Meta+o'],
    [press('F5', 'F5', { shiftKey: true }), 'Shift+F5'],
    [press('ArrowLeft', 'ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
    [press('1', 'Digit1', { ctrlKey: true }), '$mod+Digit1'],
    [press('!', 'Digit1', { shiftKey: true }), 'Shift+Digit1'],
    [press('?', 'Slash', { shiftKey: true }), 'Shift+?'],
    [press('[', 'BracketLeft'), '['],
    [press('+', 'NumpadAdd', { ctrlKey: true }), '$mod+NumpadAdd'],
    [press(' ', 'Space', { ctrlKey: true }), '$mod+Space'],
    [press('b', 'KeyB', { ctrlKey: true, altKey: true }), '$mod+Alt+b'],
    [press('.', 'Period', { altKey: true }), 'Alt+Period'],
    [press('ф', 'KeyA', { ctrlKey: true }), '$mod+KeyA'],
    [press('~', 'Backquote', { shiftKey: true }), 'Shift+~'],
  ])('of %j is %s', (pressed, key) => {
    expect(recordedKey(pressed, false)).toBe(key);
  });

  test.each([
    [press('k', 'KeyK', { metaKey: true }), '$mod+k'],
    [press('k', 'KeyK', { ctrlKey: true }), 'Control+k'],
    [press('∫', 'KeyB', { altKey: true }), 'Alt+KeyB'],
  ])('of %j on a Mac is %s', (pressed, key) => {
    expect(recordedKey(pressed, true)).toBe(key);
  });

  test.each(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead'])('waits while only %s is held', (key) => {
    expect(recordedKey(press(key, `${key}Left`, { ctrlKey: true }), false)).toBeNull();
  });
});

describe('a refusal', () => {
  test.each(['Tab', 'Shift+Tab', 'Enter', 'Space', 'Delete', 'ArrowLeft', 'Shift+ArrowUp', 'PageDown'])(
    'of %s',
    (key) => {
      expect(keyRefusal(key)).toMatch(/hold Ctrl or Alt/);
    },
  );

  test.each(['$mod+Enter', 'Alt+ArrowLeft', 'Control+Home', 'Meta+Delete', 'F5', 'k', 'Shift+?'])(
    'not of %s',
    (key) => {
      expect(keyRefusal(key)).toBeNull();
    },
  );
});
