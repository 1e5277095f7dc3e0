import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { compileStrategy } from './compile.ts';
import { splitLines } from './source-text.ts';

function refusalOf(source: string): ErrorDetail {
  try {
    compileStrategy(source, 'my strategy.ts');
  } catch (thrown) {
    if (thrown instanceof HindcastError) return thrown.detail;
    throw thrown;
  }
  throw new Error('the strategy compiled');
}

/** `@` marks the place where the source must be refused; the mark is taken out. */
function refusalAtMark(marked: string): ErrorDetail {
  const before = marked.slice(0, marked.indexOf('@')).split(/\r\n|\r|\n|\u2028/);
  const detail = refusalOf(marked.replace('@', ''));
  expect(detail.at).toEqual({
    file: 'my strategy.ts',
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  });
  return detail;
}

describe('types disappear, nothing moves', () => {
  test('every character outside types, imports and comments keeps its place', () => {
    const source = [
      "import { strategy, type Bars } from 'hindcast'; // the API",
      'interface Levels {\n  stop: number;\n}',
      "export const note: string = 'é 😀 -- >';",
      'const f = <T,>(x: T): T => x as T;',
      'export default strategy(f({ name: note! } satisfies object));',
    ].join('\r\n');
    const compiled = compileStrategy(source, 's.ts');
    const body = compiled.code.slice(compiled.headLength);
    const kept = ['note', "= 'é 😀 -- >';", 'const f =', '(x', '=> x', 'strategy(f({ name: note', '}));'];
    for (const text of kept) expect(body.indexOf(text)).toBe(source.indexOf(text));
    expect(body).not.toMatch(/import|interface|the API|string/);
  });

  test('the result is plain data', () => {
    const compiled = compileStrategy("import { param } from 'hindcast';\nexport default param;", 's.ts');
    expect(structuredClone(compiled)).toEqual(compiled);
    expect(compiled.modules).toEqual([
      {
        file: 's.ts',
        text: compiled.source,
        imports: [{ module: null, imported: 'param', local: 'param', offset: 9 }],
      },
    ]);
    expect(compiled).toMatchObject({
      file: 's.ts',
      source: "import { param } from 'hindcast';\nexport default param;",
    });
  });

  test.each([
    ['arrow in a comment', '// price --> stop\nexport default 1;'],
    ['comment that mentions import(', '/* no import("fs") and no eval() <!-- */ export default 1;'],
    ['comment that names the code', '//# sourceURL=other.js\nexport default 1;'],
    ['method called import', 'export default (x) => x.import(1);'],
    ['long sum', `export default ${'1+'.repeat(1_500)}1;`],
    ['typeof an unknown name', 'export default typeof process;'],
    [
      'labels, properties and private names',
      'class A { #p = 1; q = this.#p; r() { x: for (;;) break x; } }\nexport default { A, y: 1 };',
    ],
    [
      'destructuring',
      'const { a, b: [c = 1, ...d], ...e } = {}; export default (f, { g } = {}) => { try { f(a, c, d, e, g) } catch ({ h }) { h() } };',
    ],
  ])('accepted: %s', (_, source) => {
    expect(() => compileStrategy(source, 's.ts')).not.toThrow();
  });
});

describe('syntax errors', () => {
  test.each([
    ['enum', '@enum Side { Long }', /^enum is not supported in strategies: use const Side/],
    ['const enum', '@const enum Side { Long }', /^enum is not supported/],
    ['namespace', 'const a = 1;\n@namespace N { export const x = 1 }', /^namespace is not supported/],
    ['module', '@module N { export const x = 1 }', /^namespace is not supported/],
    [
      'parameter property',
      'class A {\n\tconstructor(private @x: number) {}\n}',
      /^A parameter property is not supported/,
    ],
    ['import equals', "@import fs = require('fs');", /^import … = is not supported/],
    ['export assignment', '@export = 1;', /^export = is not supported/],
    [
      'angle brackets',
      'const a = @<number>1;',
      /^A type assertion in angle brackets is not supported in strategies: use value as Type\.$/,
    ],
    ['decorator', '@\u0040sealed class A {}', /^A decorator is not supported/],
    ['async', 'export default { @async onBar() {} };', /^async and await are not supported/],
    ['async arrow', 'const f = @async () => 1;', /^async and await/],
    ['for await', '@for await (const x of []) {}', /^async and await/],
    ['async function', '@async function f() {}', /^async and await/],
    ['await', 'const a = @await 1;', /await/],
    ['import.meta', 'export default @import.meta.url;', /^import\.meta is not available/],
    ['missing expression', 'const a: number = 1 + @;', 'Expression expected.'],
    ['two declarations', 'const a = 1;\nconst @a = 2;', /already been declared/],
    ['end of file', 'const a = (1 + 2@', /./],
    ['behind tabs and wide characters', "const a = 1;\r\n\tconst é = '日本 😀' + @;\r\n", 'Expression expected.'],
    ['behind characters of every width', "const a = 'é e\u0301 日 😀 𝒙 🇩🇪 👨‍👩‍👧 ｱ Ａ 、 \u00ad'; @enum B {}", /^enum/],
    ['in a file with CR', 'const a = 1;\rconst b = @;', 'Expression expected.'],
    ['behind U+2028', 'const a = 1;\u2028const b = @;', 'Expression expected.'],
    ['hash bang', '#@!/usr/bin/env node', /./],
    ['import( in code', "export default () => @import('fs');", /^import\( is not allowed/],
    ['import( in a string', "export default 'an @import (1)';", /^import\( is not allowed/],
    ['spread import(', "export default [...@import('fs')];", /^import\( is not allowed/],
    ['eval(', "export default @eval('1');", /^eval\( is not allowed/],
    ['eval( in a string', "export default '@eval(1)';", /^eval\( is not allowed/],
    ['-->', 'let n = 3;\nwhile (n @--> 0) {}\nexport default n;', /<!-- and -->/],
    ['<!--', "export default '@<!--';", /<!-- and -->/],
  ])('%s', (_, marked, message) => {
    const detail = refusalAtMark(marked);
    expect(detail).toMatchObject({ kind: 'strategy', code: 'strategy.syntax' });
    expect(detail.message).toMatch(message);
    expect(detail.message).not.toMatch(/strip|\(\d+:\d+\)/);
    expect(detail.message).toMatch(/[^.]\.$/);
  });

  test('show the source line and a caret under the place', () => {
    expect(refusalOf('const a = 1;\n\tconst b = ;\nexport default 1;').lines).toEqual([
      '\tconst b = ;',
      '\t          ^',
    ]);
  });

  test.each([
    ['parentheses', (n: number) => `${'('.repeat(n)}1${')'.repeat(n)}`],
    ['blocks', (n: number) => `${'{'.repeat(n)}${'}'.repeat(n)}`],
    ['types', (n: number) => `let a: ${'A<'.repeat(n)}1${'>'.repeat(n)}`],
    ['a sum', (n: number) => `1${'+1'.repeat(n)}`],
  ])('endless nesting is refused and the next strategy compiles: %s', (_, nest) => {
    expect(refusalOf(`${nest(100_000)};export default 1;`)).toMatchObject({
      code: 'strategy.syntax',
      message: 'The strategy is nested too deeply to be read.',
    });
    expect(() => compileStrategy('const a: number = 1; export default a;', 's.ts')).not.toThrow();
  });
});

describe('imports and exports', () => {
  test.each([
    ['another module', "@import fs from 'node:fs'; export default fs;", `can't import "node:fs": only 'hindcast'`],
    ['a file', "const a = 1;\n@import { b } from './b.ts';", 'There is no file ./b.ts.'],
    ['for its effect', "@import 'fs';", `can't import "fs"`],
  ])('import of %s', (_, marked, message) => {
    const detail = refusalAtMark(marked);
    expect(detail.code).toBe('strategy.import');
    expect(detail.message).toContain(message);
  });

  test.each([
    ["@export * from 'hindcast'; export default 1;"],
    ["@export { param } from 'hindcast'; export default 1;"],
    ["export default 1; @export * as h from 'fs';"],
  ])('re-export: %s', (marked) => {
    expect(refusalAtMark(marked)).toMatchObject({
      code: 'strategy.syntax',
      message: "A strategy can't export another module's names.",
    });
  });

  test.each([
    ['nothing', '@'],
    ['no default', '@export const a = 1;'],
    ['a function', '@export default function f() {}'],
    ['a class', 'const a = 1; @export default class {}'],
    ['a renamed export', 'const a = 1; export { @a as default };'],
  ])('no default export of a value: %s', (_, marked) => {
    expect(refusalAtMark(marked)).toMatchObject({
      code: 'strategy.no-default-export',
      message: 'The strategy file must say export default strategy({ … }).',
    });
  });
});

describe('unknown names', () => {
  test.each([
    ['export default () => @lenght;', 'lenght is not defined.'],
    [
      "export default () => @console.log('x');",
      'console is not available in strategies: write log(…) from onBar instead.',
    ],
    [
      "const fs = @require('fs'); export default fs;",
      "require is not available in strategies: write import { … } from 'hindcast'.",
    ],
    ['export default () => @process.env;', /^process is not available in strategies: /],
    ['export default new @Float64Array(3);', 'Float64Array is not available in strategies: use a plain array.'],
    ['export default { a: @Promise, b: fetch };', /^Promise is not available/],
    ['@x = 1; export default 1;', 'x is not defined.'],
    ['export default { @short };', 'short is not defined.'],
    ['export default () => @hasOwnProperty;', 'hasOwnProperty is not defined.'],
  ])('%s', (marked, message) => {
    const detail = refusalAtMark(marked);
    expect(detail.code).toBe('strategy.unknown-name');
    expect(detail.message).toMatch(message);
  });
});

describe('any text', () => {
  const fragment = fc.constantFrom(
    ...[
      "import { a } from 'hindcast'",
      'import',
      'export default ',
      'export ',
      '{',
      '}',
      '(',
      ')',
      '`',
      '${',
      "'",
      '"',
      '/*',
      '*/',
    ],
    ...[
      '//',
      '\n',
      '\r\n',
      '\r',
      '\u2028',
      ' ',
      '\t',
      ';',
      'const a: number = 1',
      'type A = ',
      '<',
      '>',
      '=>',
      'as any',
      'enum A',
    ],
    ...[
      'function f(x?: T) ',
      'class A ',
      'é😀',
      '/x/',
      '#!',
      '@',
      '\uFEFF',
      '-->',
      'a',
      '1',
      'async ',
      'await ',
      '\\u{61}',
      '\ud800',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.array(fragment, { maxLength: 20 }).map((parts) => `${parts.join('')}\nexport default 1;\n${parts.join('\n')}`),
  );

  test('compiles to as many lines, or is refused with a place inside it', () => {
    fc.assert(
      fc.property(text, (source) => {
        try {
          const { code, headLength } = compileStrategy(source, 's.ts');
          const body = code.slice(headLength, code.lastIndexOf('\n;return'));
          expect(splitLines(body).length).toBe(splitLines(source).length);
        } catch (thrown) {
          if (!(thrown instanceof HindcastError)) throw thrown;
          const { line, column } = thrown.detail.at ?? { line: 0, column: 0 };
          const length = splitLines(source.replace(/^\uFEFF/, ''))[line - 1]?.length ?? -1;
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(length + 1);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
