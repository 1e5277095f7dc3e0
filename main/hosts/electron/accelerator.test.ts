import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceleratorOf } from './accelerator.ts';

test.each([
  ['$mod+k', 'CmdOrCtrl+K'],
  ['$mod+Shift+n', 'CmdOrCtrl+Shift+N'],
  ['$mod+Alt+b', 'CmdOrCtrl+Alt+B'],
  ['Control+Digit1', 'Ctrl+1'],
  ['Meta+KeyA', 'Super+A'],
  ['Alt+ArrowLeft', 'Alt+Left'],
  ['F5', 'F5'],
  ['Shift+F5', 'Shift+F5'],
  ['$mod+,', 'CmdOrCtrl+,'],
  ['F24', 'F24'],
])('%s is %s', (key, expected) => {
  expect(acceleratorOf(key)).toBe(expected);
});

test.each([
  't',
  'Shift+t',
  '?',
  '[',
  'Enter',
  'Shift+Tab',
  'F25',
  'F0',
  '',
  '+',
  '$mod+',
  '$mod+$mod+k',
  'Hyper+k',
  '$mod+k $mod+s',
  'constructor+k',
  '$mod+toString',
])('%s stays with the window', (key) => {
  expect(acceleratorOf(key)).toBeNull();
});

test('nothing but accelerators comes out', () => {
  const part = fc.oneof(fc.constantFrom('$mod', 'Shift', 'Alt', 'F5', 'k', 'ArrowUp'), fc.string());
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const accelerator = acceleratorOf(parts.join('+'));
      if (accelerator !== null)
        expect(accelerator).toMatch(/^((CmdOrCtrl|Ctrl|Alt|Shift|Super)\+)*([A-Z0-9,./;'[\]\\=-]|\w{2,9})$/);
    }),
  );
});
