import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { joinFiles, type StrategyFiles } from '#shared/domain/strategy-files.ts';
import { compileStrategy } from './compile.ts';
import { compileCounting } from './compile-counting.ts';
import { type Sandbox, startSandbox } from './fixtures/sandbox.ts';
import { splitLines } from './source-text.ts';

let sandbox: Sandbox;

beforeAll(() => {
  sandbox = startSandbox();
});
afterAll(() => sandbox.stop());

const run = (files: StrategyFiles) => sandbox.run(joinFiles(files));

async function exportOf(files: StrategyFiles): Promise<unknown> {
  const reply = await run(files);
  if ('value' in reply) return reply.value;
  throw new Error(JSON.stringify(reply));
}

function refusalOf(files: StrategyFiles | string): ErrorDetail {
  try {
    compileStrategy(typeof files === 'string' ? files : joinFiles(files), 'cross.ts');
  } catch (thrown) {
    if (thrown instanceof HindcastError) return thrown.detail;
    throw thrown;
  }
  throw new Error('it compiled');
}

describe('a strategy of several files', () => {
  it('has what its files export', async () => {
    const files = {
      'main.ts':
        "import { add, one as first, type N } from './lib/sum.ts';\nimport * as all from './lib/sum.ts';\nexport default () => { const n: N = add(first, all.two); return n; };",
      'lib/sum.ts':
        "import { double } from 'hindcast';\nimport { one } from './one.ts';\nexport type N = number;\nexport { one };\nexport const { two } = { two: double(one) };\nexport function add(a: N, b: N): N { return a + b; }",
      'lib/one.ts': 'const here = 1;\nexport { here as one };',
    };
    expect(await exportOf(files)).toBe(3);
  });

  it('runs each file once', async () => {
    const files = {
      'main.ts': "import { a } from './a.ts';\nimport { b } from './b.ts';\nexport default () => a.steps.push(0) + b;",
      'a.ts': "import { log } from './log.ts';\nlog.steps.push(1);\nexport const a = log;",
      'b.ts': "import { log } from './log.ts';\nexport const b = log.steps.length * 10;",
      'log.ts': 'export const log = { steps: [] as number[] };',
    };
    expect(await exportOf(files)).toBe(12);
  });

  it('keeps the names of a file to itself', async () => {
    const files = {
      'main.ts': "import { get } from './a.ts';\nconst x = 1;\nexport default () => x + get();",
      'a.ts': 'const x = 10;\nexport const get = () => x;',
    };
    expect(await exportOf(files)).toBe(11);
    expect(refusalOf({ ...files, 'a.ts': 'export const get = () => y;', 'b.ts': 'const y = 1;' })).toMatchObject({
      code: 'strategy.unknown-name',
      at: { file: 'a.ts', line: 1, column: 26 },
    });
  });

  it('gives no file power over another one', async () => {
    const files = (body: string) => ({
      'main.ts': `import * as all from './a.ts';\nimport { a } from './a.ts';\nexport default () => { ${body} };`,
      'a.ts': 'export const a = function () { return typeof this + arguments.length; };',
    });
    expect(await exportOf(files('return a() + String(Object.getPrototypeOf(all))'))).toBe('undefined0null');
    expect(await run(files('all.a = 1'))).toMatchObject({ threw: { message: expect.stringContaining('read only') } });
    expect(await run(files('return all'))).toMatchObject({ powers: [] });
  });

  it('leaves files alone that nobody imports', async () => {
    const files = {
      'main.ts': 'export default 1;',
      'notes.ts': 'not a program\nat all',
      'z.ts': 'export const z = 1;',
    };
    expect(await exportOf(files)).toBe(1);
  });

  it('may import types in circles', async () => {
    const files = {
      'main.ts': "import { a } from './a.ts';\nexport type Main = number;\nexport default () => a;",
      'a.ts': "import type { Main } from './main.ts';\nexport const a: Main = 5;",
    };
    expect(await exportOf(files)).toBe(5);
  });
});

describe('an error', () => {
  const failing = {
    'main.ts': "import { b } from './b.ts';\nexport default () => b();",
    'a.ts': 'never\n\nimported',
    'b.ts': '// one\nexport const b = (): number =>\n  (null as any).x;',
    'c.ts': 'last',
  };

  it('has its line in the whole source, and its own column', async () => {
    expect(await run(failing)).toMatchObject({ threw: { line: 10, column: 17 } });
    expect(splitLines(joinFiles(failing))[9]).toBe('  (null as any).x;');
  });

  it.each(['\r\n', '\r', '\u2028'])('has it also with lines that end in %j', async (end) => {
    const files = Object.fromEntries(Object.entries(failing).map(([path, text]) => [path, text.replaceAll('\n', end)]));
    const { threw } = (await run(files)) as { threw: { line: number; column: number } };
    expect(splitLines(joinFiles(files))[threw.line - 1]?.slice(threw.column - 1)).toBe('x;');
  });

  it('keeps its line wherever the file stands', async () => {
    const paths = fc.uniqueArray(fc.constantFrom('a.ts', 'c.ts', 'lib/a.ts', 'zz.ts', '0.ts'));
    const text = fc.constantFrom('', '\n', 'export const a = 1;\n\n', "import './b.ts';\nexport {};");
    await fc.assert(
      fc.asyncProperty(paths, text, async (others, content) => {
        const files = {
          ...Object.fromEntries(others.map((path) => [path, content])),
          ...failing,
          'b.ts': failing['b.ts'],
        };
        const { threw } = (await run(files)) as { threw: { line: number; column: number } };
        expect(splitLines(joinFiles(files))[threw.line - 1]?.slice(threw.column - 1)).toBe('x;');
      }),
      { numRuns: 20 },
    );
  });
});

describe('refused', () => {
  const main = (statement: string) => ({ 'main.ts': `const before = 1;\n${statement}\nexport default before;` });

  test.each([
    ["import { b } from './b.ts';", 'There is no file ./b.ts.', './lib/bands.ts'],
    ["import { b } from './a';", 'There is no file ./a.', './a.ts'],
    ["import { b } from '../a.ts';", 'There is no file ../a.ts.', './lib/bands.ts'],
    ["import './b.ts';", 'There is no file ./b.ts.', './lib/bands.ts'],
    ["import { b } from 'lib/a.ts';", 'Strategies can\'t import "lib/a.ts"', 'its own files'],
    ["import { b } from './main.ts';", 'cross.ts needs this file', 'import type'],
  ])('%s', (statement, message, hint) => {
    expect(refusalOf({ ...main(statement), 'a.ts': 'export const a = 1;' })).toMatchObject({
      kind: 'strategy',
      code: 'strategy.import',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
      at: { file: 'cross.ts', line: 2, column: 1 },
    });
  });

  test('a name that a file does not export', () => {
    const files = { ...main("import { a, c } from './a.ts';"), 'a.ts': 'export const z = 2, a = 1;\nconst c = 1;' };
    expect(refusalOf(files)).toMatchObject({
      code: 'strategy.import',
      message: 'a.ts has no export named c.',
      hint: 'It exports a, z.',
      at: { file: 'cross.ts', line: 2, column: 13 },
    });
    expect(refusalOf({ ...main("import a from './a.ts';"), 'a.ts': '' })).toMatchObject({
      message: 'a.ts has no default export.',
      hint: 'It exports nothing.',
    });
  });

  test('a circle, with the file that closes it', () => {
    const files = {
      ...main("import { a } from './lib/a.ts';"),
      'lib/a.ts': "import { b } from './b.ts';\nexport const a = b;",
      'lib/b.ts': "// b\nimport { a } from './a.ts';\nexport const b = a;",
    };
    expect(refusalOf(files)).toMatchObject({
      code: 'strategy.import',
      message: expect.stringContaining('lib/a.ts needs this file'),
      at: { file: 'lib/b.ts', line: 2, column: 1 },
    });
  });

  test.each([
    ['export default 1;', 1, 'Only main.ts has a default export: other files export names.'],
    [
      'const a = 1;\nexport let b = 1;',
      2,
      "b can change, so it can't be exported: declare it with const, or export a function.",
    ],
    [
      'var c = 1;\nexport { c as d };',
      2,
      "c can change, so it can't be exported: declare it with const, or export a function.",
    ],
    [
      'export let { e } = { e: 1 };',
      1,
      "e can change, so it can't be exported: declare it with const, or export a function.",
    ],
    ["export { a } from './main.ts';", 1, "A strategy can't export another module's names."],
    [
      "import fs from 'node:fs';",
      1,
      "Strategies can't import \"node:fs\": only 'hindcast' and files of their own can be imported.",
    ],
    ['const a = ;', 1, expect.stringMatching(/./)],
    ['await 1;', 1, expect.stringContaining('never wait')],
    ['export const a = eval("1");', 1, expect.stringContaining('eval(')],
  ])('in another file: %s', (text, line, message) => {
    expect(refusalOf({ ...main("import { a } from './a.ts';"), 'a.ts': text })).toMatchObject({
      kind: 'strategy',
      message,
      at: { file: 'a.ts', line },
    });
  });

  test('a name that hindcast does not have, in the file that imports it', async () => {
    const files = {
      ...main("import { a } from './a.ts';"),
      'a.ts': "\nimport { nothing } from 'hindcast';\nexport const a = 1;",
    };
    expect(await run(files)).toMatchObject({
      refused: { code: 'strategy.import', at: { file: 'a.ts', line: 2, column: 10 } },
    });
  });

  test.each([
    ['export default 1;\n//#file ../a.ts\n', '../a.ts is no path of a file.', 2],
    ['export default 1;\n//#file a.ts\n\n\n//#file a.ts\n', 'a.ts stands here twice.', 5],
    ['export default 1;\n//#file a.ts\n//#file b.ts\n\n//#file main.ts\n', 'main.ts stands here twice.', 5],
  ])('a list of files that is none: %j', (source, message, line) => {
    expect(refusalOf(source)).toMatchObject({
      code: 'strategy.files',
      message,
      at: { file: 'cross.ts', line, column: 1 },
    });
  });
});

it('counts the conditions of the main file, and calls the others as they are', () => {
  const { compiled, conditions } = compileCounting(
    joinFiles({
      'main.ts': "import { isUp } from './a.ts';\nexport default () => (isUp(1) ? 1 : 2);",
      'a.ts': 'export const isUp = (x: number) => (x > 0 ? true : false);',
    }),
    's.ts',
  );
  expect(conditions).toMatchObject([{ text: 'isUp(1)', line: 2 }]);
  expect(compiled.modules.map(({ file }) => file)).toEqual(['s.ts', 'a.ts']);
});
