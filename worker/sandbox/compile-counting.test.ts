import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledStrategy } from './compile.ts';
import { compileStrategy } from './compile.ts';
import { compileCounting } from './compile-counting.ts';
import { STRATEGY_GLOBALS } from './globals.ts';

const conditionsOf = (source: string) => compileCounting(source, 's.ts').conditions;

/** The conditions of an `onBar` with this body; those that are operands after their number in angle brackets. */
function texts(body: string): string[] {
  const source = `export default strategy({ onBar(a, b, c, d, e) {${body}} });`;
  const conditions = conditionsOf(`import { strategy } from 'hindcast';\n${source}`);
  return conditions.map(({ text, within }) => (within === null ? text : `<${within}> ${text}`));
}

describe('conditions', () => {
  test.each([
    ['if (a) b();', ['a']],
    ['if (a > b) c(); else if (!d) e();', ['a > b', '!d']],
    ['return a ? b : c;', ['a']],
    ['const x = a ? (b ? 1 : 2) : 3;', ['a', 'b']],
    ['if (a && b) c();', ['a && b', '<0> a', '<0> b']],
    ['const x = a || b;', ['a || b', '<0> a', '<0> b']],
    ['if (a && b && c && d) e();', ['a && b && c && d', '<0> a', '<0> b', '<0> c', '<0> d']],
    ['if (a && (b && c)) e();', ['a && (b && c)', '<0> a', '<0> b', '<0> c']],
    ['if (a && (b || c)) e();', ['a && (b || c)', '<0> a', '<0> b || c', '<2> b', '<2> c']],
    ['if (a || b && c) e();', ['a || b && c', '<0> a', '<0> b && c', '<2> b', '<2> c']],
    ['if (!(a && b)) c();', ['!(a && b)', 'a && b', '<1> a', '<1> b']],
    ['if (a(b && c)) d();', ['a(b && c)', 'b && c', '<1> b', '<1> c']],
    ['if (a ? b : c && d) e();', ['a ? b : c && d', 'a', 'c && d', '<2> c', '<2> d']],
    ['a && b();', ['a']],
    ['a && b && c();', ['a && b', '<0> a', '<0> b']],
    ['a || b();', ['a']],
    ['a ?? b();', []],
    ['const x = a ?? (b && c);', ['b && c', '<0> b', '<0> c']],
    ['if (a ?? b) c();', ['a ?? b']],
    ['a &&= b; while (a) b(); for (; a; ) b(); switch (a) { case b: c(); }', []],
    ['if (a) return; if (b) { if (c) d(); }', ['a', 'b', 'c']],
    ['[a].some((x) => x && b);', ['x && b', '<0> x', '<0> b']],
    ['const f = ({ x = a && b }) => x; class K { m() { if (a) b(); } }', ['a && b', '<0> a', '<0> b', 'a']],
  ])('%s', (body, expected) => {
    expect(texts(body)).toEqual(expected);
  });

  test('have their place, and a text on one line without types and comments', () => {
    const source = [
      "import { strategy } from 'hindcast';",
      'export default strategy({',
      '  onBar({ bar }) {',
      '    if ((bar.close as number) > 1 /* one */ &&',
      '      // two',
      "      'a  b' !== 'c') return;",
      '  },',
      '});',
    ].join('\r\n');
    expect(conditionsOf(source)).toEqual([
      { text: "(bar.close ) > 1 && 'a b' !== 'c'", line: 4, column: 9, within: null, isInOnBar: true },
      { text: '(bar.close ) > 1', line: 4, column: 9, within: 0, isInOnBar: true },
      { text: "'a b' !== 'c'", line: 6, column: 7, within: 0, isInOnBar: true },
    ]);
  });

  test('are cut when they are long, and nobody reads more than 200', () => {
    const long = `a.${'y'.repeat(100)}`;
    expect(texts(`if (${long}) a();`)).toEqual([`a.${'y'.repeat(77)}…`]);
    expect(texts(`if (a.${'y'.repeat(78)}) a();`)).toEqual([`a.${'y'.repeat(78)}`]);
    const many = texts(`if (a) b();`.repeat(250));
    expect(many).toHaveLength(200);
    expect(texts(`if (${'a && '.repeat(250)} b) c();`)).toHaveLength(200);
  });

  test('are those of functions that bars can come to', () => {
    const source = `import { strategy } from 'hindcast';
      const top = 1 ? 2 : 3, setup = 'x';
      function helper(x) { return x ? 1 : 2 }
      const arrow = (x) => { if (!x) return 3 };
      const definition = {
        name: top ? 'a' : 'b',
        state: () => ({ s: 1 && 2 }),
        setup() { if (1) return () => { if (2) return 3 } },
        onStart() { if (3) return },
        onFill: function () { if (4) return },
        onEnd() { if (5) return },
        signals: () => 6 && 7,
        'onBar': () => { if (helper(8)) return },
        ['onBar' + 1]() { if (9) return { onBar: 10 ? 1 : 2, state: 11 && 12 } },
        [setup]() { if (13) return },
        5() { if (14) return },
        get other() { return 15 ? 1 : 2 },
      };
      export default strategy(definition);`;
    expect(conditionsOf(source).map(({ text, isInOnBar }) => `${text}${isInOnBar ? ' in onBar' : ''}`)).toEqual([
      'x',
      '!x',
      'helper(8) in onBar',
      '9',
      '10',
      '11 && 12',
      '11',
      '12',
      '13',
      '14',
      '15',
    ]);
  });
});

describe('code that counts', () => {
  const bodyOf = ({ code, headLength }: CompiledStrategy) => code.slice(headLength, code.lastIndexOf('\n;return'));
  const counting = (source: string) => bodyOf(compileCounting(source, 's.ts').compiled);

  test('is the source with a call around each condition, on the same line', () => {
    expect(counting('const f = () => {\n  if (a && !b) return!a&&b\n};\nconst a = 1, b = 2;\nexport default f;')).toBe(
      'const f = () => {\n  if ( $c(0,( $c(1,(a)) && $c(2,(!b))))) return $c(3,( $c(4,(!a))&& $c(5,(b))))\n};\nconst a = 1, b = 2;\n;$default=     f;'.replace(
        '&& $c(2',
        '&&  $c(2',
      ),
    );
  });

  test.each([
    ['a variable', 'const $c = 1; export default () => $c ? 1 : 2;', '$c1'],
    ['a property', 'export default (x) => x.$c ? 1 : 2;', '$c1'],
    ['behind typeof', 'export default () => (typeof $c ? typeof $c1 : 2);', '$c2'],
    ['written with an escape', 'export default () => (typeof \\u0024c ? 1 : 2);', '$c1'],
  ])('calls by a name that the source does not have: %s', (_, source, name) => {
    expect(counting(source)).toContain(` ${name}(0,(`);
  });

  test('keeps the counter from the functions that take imports', () => {
    const { compiled } = compileCounting("import { a } from 'hindcast'; export default () => a ? 1 : 2;", 's.ts');
    expect(compiled.code).toMatch(/^\(function\([^)]*,parseInt,\$c\)\{return\[function\(a\)\{/);
    expect(compiled.code.slice(compiled.headLength)).toMatch(/^;/);
  });

  test('goes as deep as the source does', () => {
    const deep = `export default (a) => ${'a && (a || ('.repeat(250)}a${'))'.repeat(250)};`;
    expect(() => compileCounting(deep, 's.ts')).not.toThrow();
  });
});

/** Calls the default export, without a sandbox, as it is meant to be linked. */
function run(compiled: CompiledStrategy, hidden: readonly unknown[], args: readonly unknown[]): unknown {
  const link = runInThisContext(compiled.code) as (...globals: unknown[]) => [() => (...args: unknown[]) => unknown];
  const globals = STRATEGY_GLOBALS.map((name) => (globalThis as Record<string, unknown>)[name]);
  return link(...globals, ...hidden)[0]()(...args);
}

describe('any code does the same when it counts', () => {
  const atom = fc.constantFrom(
    ...[
      't(1)',
      'f(2)',
      'n.x',
      'a',
      '!a',
      'a++',
      '"s"',
      '0',
      '[a, b]',
      '({ x: b })',
      'typeof a',
      '-b',
      'a?.x',
      '(a, b)',
    ],
    ...['(() => a)()', '(a = t(3))', '`s`', '(function () { return b })', '/x/', '(a ?? b)', 'void 0', 'b in n'],
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => {
    const inner = tie('expression');
    return {
      expression: fc.oneof(
        { maxDepth: 5 },
        atom,
        fc
          .tuple(inner, fc.constantFrom('&&', '||', ' && ', '\n||\n', ', '), inner)
          .map((parts) => `(${parts.join('')})`),
        fc.tuple(atom, fc.constantFrom('&&', '||'), atom).map((parts) => parts.join('')),
        fc.tuple(inner, inner, inner).map(([test, yes, no]) => `(${test}?${yes}:${no})`),
        inner.map((operand) => `!${operand}`),
      ),
    };
  });
  const statement = fc.oneof(
    expression.map((one) => `log.push(${one})`),
    expression.map((one) => `;${one}`),
    fc.tuple(expression, expression).map(([test, then]) => `if(${test})log.push(${then});else log.push(7)`),
    expression.map((test) => `if (${test}) return 5`),
    fc.tuple(expression, expression).map(([test, act]) => `;(${test})&&log.push(${act})`),
    expression.map((one) => `var v = ${one}; log.push(v)`),
  );

  test('the same value, the same steps, and each condition is told its own value', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 6 }), expression, fc.nat(2), (lines, result, a) => {
        const source = `export default (t, f, log, n, a, b) => {\n${lines.join('\n')}\nreturn!${result}\n}`;
        const { compiled, conditions } = compileCounting(source, 's.ts');
        const perform = (code: CompiledStrategy, hidden: readonly unknown[]) => {
          const log: unknown[] = [];
          const truthy = (x: unknown) => log.push(`t${String(x)}`);
          const falsy = (x: unknown) => log.push(`f${String(x)}`) < 0;
          return { value: String(run(code, hidden, [truthy, falsy, log, { x: 1 }, a, 4])), log: log.map(String) };
        };
        const told: [condition: number, value: unknown][] = [];
        const count = (condition: number, value: unknown) => {
          told.push([condition, value]);
          return value;
        };
        expect(perform(compiled, [count])).toEqual(perform(compileStrategy(source, 's.ts'), []));
        // The last condition told before a whole one is its deciding operand.
        for (const [k, [condition, value]] of told.entries()) {
          const [before, deciding] = told[k - 1] ?? [-1, null];
          if (conditions[before]?.within === condition) expect(deciding).toBe(value);
          expect(condition).toBeLessThan(conditions.length);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
