import { expect, test } from 'vitest';
import { importedPaths, resolveImport } from './strategy-imports.ts';

test.each([
  ['main.ts', './lib/a.ts', 'lib/a.ts'],
  ['lib/b.ts', './a.ts', 'lib/a.ts'],
  ['lib/b.ts', '../main.ts', 'main.ts'],
  ['lib/deep/b.ts', '.././a.ts', 'lib/a.ts'],
  ['main.ts', '../a.ts', null],
  ['lib/b.ts', '../../a.ts', null],
])('in %s, %s is %s', (from, specifier, path) => {
  expect(resolveImport(from, specifier)).toBe(path);
});

test('imports of files are found, however they are written', () => {
  const text = [
    "import { strategy } from 'hindcast';",
    "import { a } from './a.ts';",
    'import type { B } from "./lib/b.ts";',
    "import * as c from'./c.ts';",
    "import './d.ts';",
    "import {\n  e,\n} from\n  './e.ts';",
    "import f from '../f.ts';",
    "const x = [...perform('./g.ts')];",
  ].join('\n');
  expect(importedPaths('main.ts', text)).toEqual(['a.ts', 'lib/b.ts', 'c.ts', 'd.ts', 'e.ts']);
  expect(importedPaths('lib/main.ts', "import f from '../f.ts';")).toEqual(['f.ts']);
});
