import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileStrategy } from './compile.ts';
import { evaluateStrategy } from './evaluate.ts';
import { type Sandbox, startSandbox } from './fixtures/sandbox.ts';

let sandbox: Sandbox;

beforeAll(() => {
  sandbox = startSandbox();
});

afterAll(() => sandbox.stop());

describe('module syntax keeps its meaning', () => {
  test.each([
    ['a name', "import { double } from 'hindcast'; export default double(4);", 8],
    ['another name', "import { double as twice } from 'hindcast'; export default twice(4);", 8],
    ['a quoted name', "import { 'double' as twice } from 'hindcast'; export default twice(4);", 8],
    ['the whole module', "import * as h from 'hindcast'; export default h.double(4);", 8],
    [
      'several imports',
      "import { double } from 'hindcast';\nimport { bars } from 'hindcast'; export default double(bars.at(0));",
      20,
    ],
    [
      'types and values',
      "import { type Bars, double } from 'hindcast'; import type { Series } from 'x'; export default double(4);",
      8,
    ],
    ['nothing', "import {} from 'hindcast'; import 'hindcast'; export default 8;", 8],
  ])('import of %s', async (_, source, value) => {
    expect(await sandbox.run(source)).toMatchObject({ value });
  });

  test.each([
    ['before what it uses', 'export default () => later;\nconst later = 8;', 8],
    ['in parentheses', 'export default (1, 8);', 8],
    ['over lines and comments', 'export // a\n/* b */ default\n8', 8],
    ['without a semicolon before it', 'const f = () => 8\nexport default f', 8],
    ['beside a variable of the same name as ours', 'const $default = 1, $d1 = 2, $d\\u0032 = 3; export default 8;', 8],
    ['beside named exports', 'export const a = 3, b = 5;\nexport { a as c };\nexport default () => a + b;', 8],
    ['behind an export that starts with a parenthesis', 'const f = 8\nexport { f }\n(0, 1)\nexport default f', 8],
    ['behind an import that starts with a parenthesis', "const f = 8\nimport 'hindcast'\n(0, 1)\nexport default f", 8],
    ['of undefined', 'export default undefined;', undefined],
  ])('export default %s', async (_, source, value) => {
    expect(await sandbox.run(source)).toMatchObject({ value });
  });

  test('own declarations may have the names of globals', async () => {
    expect(await sandbox.run('const Map = 3; function Set() { return 5 } export default Map + Set();')).toMatchObject({
      value: 8,
    });
  });

  test('code is strict', async () => {
    expect(await sandbox.run('export default () => { Object.freeze([])[0] = 1 };')).toMatchObject({
      threw: { line: 1 },
    });
  });
});

describe('what can not be imported', () => {
  test("a name that 'hindcast' doesn't have", async () => {
    const reply = await sandbox.run("\nimport { double, sma } from 'hindcast';\nexport default sma;");
    expect(reply).toEqual({
      refused: {
        kind: 'strategy',
        code: 'strategy.import',
        message: "'hindcast' has no export named sma.",
        hint: 'It exports bars, callBack, double, fail. A type is imported with import type { … }.',
        at: { file: 'strategy.ts', line: 2, column: 18 },
        lines: ["import { double, sma } from 'hindcast';", `${' '.repeat(17)}^`],
      },
    });
  });

  test.each(['constructor', '__proto__', 'toString'])('an inherited name: %s', async (name) => {
    const reply = await sandbox.run(`import { ${name} as x } from 'hindcast'; export default x;`);
    expect(reply).toMatchObject({ refused: { code: 'strategy.import' } });
  });

  test('the default export', async () => {
    const reply = await sandbox.run("import h from 'hindcast'; export default h;");
    expect(reply).toMatchObject({ refused: { message: "'hindcast' has no default export." } });
  });
});

test('text that compiles but that this JavaScript engine refuses is a syntax error', async () => {
  const depth = 3_000;
  const reply = await sandbox.run(`export default ${'['.repeat(depth)}${']'.repeat(depth)};`);
  expect(reply).toMatchObject({ refused: { code: 'strategy.syntax' } });
});

test('a thread that is not locked down runs no strategy', () => {
  const compiled = compileStrategy('export default 1', 's.ts');
  expect(() => evaluateStrategy(compiled, {})).toThrow('lockdown.ts');
});
