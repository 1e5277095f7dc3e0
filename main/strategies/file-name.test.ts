import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['SMA cross', 'sma-cross.ts'],
  ['  Señal Å: 2.5%  ', 'senal-a-2-5.ts'],
  ['交叉', 'strategy.ts'],
])('%s is kept in %s', (name, file) => {
  expect(fileName(name)).toBe(file);
});
