import { expect, test } from 'vitest';
import { strategyProgram } from './strategy-program.ts';

test('the same files are read once, others anew', () => {
  const files = { 'main.ts': "import { one } from './lib/a.ts';", 'lib/a.ts': 'export const one = 1;' };
  const first = strategyProgram(files);
  expect(strategyProgram({ ...files })).toBe(first);
  expect(strategyProgram({ ...files, 'lib/a.ts': 'export const one = 2;' })).not.toBe(first);
  expect(strategyProgram(files)).not.toBe(first);
  expect(strategyProgram(files).files.map(({ path }) => path)).toEqual(['main.ts', 'lib/a.ts']);
});
