import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileStrategy } from './compile.ts';
import { type Sandbox, startSandbox } from './fixtures/sandbox.ts';
import { locateError } from './locate-error.ts';

let sandbox: Sandbox;

beforeAll(() => {
  sandbox = startSandbox();
});

afterAll(() => sandbox.stop());

/** Runs a source in which `@` marks the place where an error must be found; the mark is taken out. */
async function expectErrorAtMark(marked: string, message: string | RegExp): Promise<void> {
  const before = marked.slice(0, marked.indexOf('@')).split(/\r\n|\r|\n|\u2028/);
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const text = typeof message === 'string' ? message : expect.stringMatching(message);
  expect(await sandbox.run(marked.replace('@', ''))).toEqual({ threw: { message: text, ...place } });
}

describe('the place of an error is the one in the file', () => {
  test.each([
    ['on line 1', 'export default () => null.@x'],
    ['on line 1 behind an import', "import { bars } from 'hindcast'; export default () => bars.missing.@x"],
    ['on line 1 behind types', 'const a: Array<number> = []; export default (): number => (null as any).@x'],
    ['on a later line', "import { bars } from 'hindcast';\n\nexport default () => {\n  return bars.missing.@x;\n};\n"],
    [
      'behind types over several lines',
      'interface A {\n  x: number;\n}\nconst f = (a: A): number => a.@x;\nexport default () => f(null!);',
    ],
    ['behind a comment', '/* one\n two */ export default () => null.@x'],
    ['with CRLF', "import { bars } from 'hindcast';\r\nexport default () => {\r\n  return null.@x;\r\n};\r\n"],
    ['with CR', 'const a = 1;\rexport default () => null.@x'],
    ['behind U+2028', 'const a = 1;\u2028export default () => null.@x'],
    ['with tabs', '\n\texport default () =>\tnull.@x'],
    ['behind other alphabets', "const é = '日本 😀'; export default () => null.@x"],
    ['in a default export over two lines', 'export /* a */\ndefault () => null.@x'],
    ['in a named function', 'export function f() {\n  null.@x;\n}\nexport default f;'],
    ['at the top level', 'const a = null;\na.@b;\nexport default 1;'],
    ['in a class', 'class A {\n  #x = null;\n  f() { return this.#x.@y; }\n}\nexport default () => new A().f();'],
    ['in a callback of a built-in', 'export default () =>\n  [1].map((x) => null.@x);'],
  ])('%s', async (_, marked) => {
    await expectErrorAtMark(marked, /^Cannot read properties of (null|undefined)/);
  });

  test('an error made in the engine is located where the strategy called it', async () => {
    await expectErrorAtMark("import { fail } from 'hindcast';\nexport default () => @fail();", 'the engine says no');
  });

  test('a call back through the engine is located inside the callback', async () => {
    await expectErrorAtMark(
      "import { callBack } from 'hindcast';\nexport default () => callBack(() => {\n null.@x });",
      /^Cannot read/,
    );
  });

  test('an overflow of the stack is located', async () => {
    const reply = await sandbox.run(
      'export default () => {\n  return down();\n};\nfunction down() { return down() + 1 }',
    );
    expect(reply).toMatchObject({ threw: { message: 'Maximum call stack size exceeded', line: 4 } });
  });

  test('an error keeps the place where it was made', async () => {
    await expectErrorAtMark("const e = @new Error('early');\nexport default () => { throw e };", 'early');
  });

  test('a byte order mark is no column', async () => {
    await expectErrorAtMark('export default () => null.@x', /^Cannot read/);
    expect(await sandbox.run('\uFEFFexport default () => null.x')).toMatchObject({ threw: { line: 1, column: 27 } });
  });
});

describe('whatever is thrown', () => {
  test.each([
    ['"plain text"', 'plain text'],
    ['""', 'The strategy threw a value that can not be shown.'],
    ['null', 'The strategy threw null.'],
    ['undefined', 'The strategy threw undefined.'],
    ['42', 'The strategy threw 42.'],
    ['10n', 'The strategy threw 10.'],
    ['Symbol("s")', 'The strategy threw Symbol(s).'],
    ['() => 1', 'The strategy threw a value that can not be shown.'],
    ['{}', 'The strategy threw a value that can not be shown.'],
    ['{ message: "own" }', 'own'],
    ['{ message: { toString() { return "x" } } }', 'The strategy threw a value that can not be shown.'],
    ['{ get message() { throw 1 } }', 'The strategy threw a value that can not be shown.'],
    ['{ get stack() { throw 1 }, message: "own" }', 'own'],
    ['{ stack: { toString: null }, message: "own" }', 'own'],
    ['{ stack: "x", message: "own" }', 'own'],
    ['Object.create(null)', 'The strategy threw a value that can not be shown.'],
    ['"a\\u001b[31mb\\0c"', 'a\uFFFD[31mb\uFFFDc'],
  ])('throw %s', async (thrown, message) => {
    expect(await sandbox.run(`export default () => { const x = ${thrown}; throw x };`)).toEqual({
      threw: { message, line: null, column: null },
    });
  });

  test('an error without a message has its name', async () => {
    expect(await sandbox.run('export default () => { throw new TypeError() };')).toMatchObject({
      threw: { message: 'TypeError', line: 1, column: 30 },
    });
  });

  test('a message is cut at 2,000 characters', async () => {
    const reply = await sandbox.run("export default () => { throw new Error('x'.repeat(1e6)) };");
    expect(reply).toEqual({ threw: { message: `${'x'.repeat(1999)}…`, line: 1, column: 30 } });
    expect(await sandbox.run("export default () => { throw 'x'.repeat(2000) };")).toMatchObject({
      threw: { message: 'x'.repeat(2000) },
    });
  });

  test('a stack that the strategy wrote itself can not name a place outside its file', async () => {
    const reply = await sandbox.run(
      "export default () => { throw { message: 'm', stack: 'at hindcast-strategy:99:1\\nat hindcast-strategy:1:9999' } };",
    );
    expect(reply).toEqual({ threw: { message: 'm', line: null, column: null } });
  });

  test('a proxy that refuses everything', () => {
    const compiled = compileStrategy('export default 1', 's.ts');
    const refuse = () => {
      throw new Error('no');
    };
    const hostile = new Proxy({}, { get: refuse, getPrototypeOf: refuse, has: refuse, ownKeys: refuse });
    expect(locateError(hostile, compiled)).toEqual({
      message: 'The strategy threw a value that can not be shown.',
      line: null,
      column: null,
    });
  });
});

test('without lockdown the plain stack is read', () => {
  const compiled = compileStrategy('const a = 1;\nexport default a;', 's.ts');
  const error = Object.assign(new Error('m'), { stack: 'Error: m\n  at f (hindcast-strategy:2:3)' });
  expect(locateError(error, compiled)).toEqual({ message: 'm', line: 2, column: 3 });
});
