import { describe, expect, test } from 'vitest';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { joinFiles } from '#shared/domain/strategy-files.ts';
import { assertStrategyTypes, typeCheckStrategy } from './type-check.ts';

const SMA_CROSS = `import { strategy, param, ta, type Bars } from 'hindcast';
import type { Series } from 'hindcast';

const last = (series: Series): number => series.now;
const prices: number[] = [1, 2];
const first: number = prices[0] + [...new Map<number, Bars>().keys()].toSorted().length;

export default strategy({
  name: 'SMA cross',
  params: { fast: param.int(10, { min: 2 }), mode: param.choice('a', ['a', 'b']) },
  state: () => ({ seen: first }),
  setup({ data, params }) {
    return { fast: ta.sma(data.close, params.fast) };
  },
  onBar({ order, position, params, state }, { fast }) {
    state.seen += 1;
    if (last(fast) > 1 && params.mode === 'a') order.buy({ size: order.percentOfEquity(100) });
    else position.close();
  },
});
`;

/** A strategy whose onBar has this body, on line 4. */
function withOnBar(body: string): string {
  return `import { strategy, param } from 'hindcast';
export default strategy({
  name: 'x', params: { fast: param.int(1) }, onBar({ order, bar, params }) {
${body}
} });`;
}

test('a strategy with types of its own and of the API is sound', () => {
  expect(typeCheckStrategy(SMA_CROSS, 's.ts')).toEqual([]);
  expect(typeCheckStrategy(`\uFEFF${SMA_CROSS.replaceAll('\n', '\r\n')}`, 's.ts')).toEqual([]);
});

test('a finding has place, number and source line', () => {
  expect(typeCheckStrategy(withOnBar("\torder.buy({ size: 'all' });\r"), 'my s.ts')).toEqual([
    {
      file: 'my s.ts',
      line: 4,
      column: 14,
      code: 2322,
      message: "Type 'string' is not assignable to type 'number | Size | undefined'.",
      sourceLine: "\torder.buy({ size: 'all' });",
    },
  ]);
});

describe('found', () => {
  test.each([
    ['a parameter that is not declared', 'params.fst;', 2551],
    ['a value that may be missing', 'const a: number = [1].find(() => true);', 2322],
    ['an argument without a type', 'const f = (x) => x;', 7006],
    ['a property of no type', 'bar.price;', 2339],
    ['the browser', 'window;', 2304],
    ['a missing expression', 'const a = ;', 1109],
    ['an enum', '} }); enum A {} strategy({ name: "", onBar() {', 1294],
  ])('%s', (_, body, code) => {
    expect(typeCheckStrategy(withOnBar(body), 's.ts')).toMatchObject([{ line: 4, code }]);
  });

  test('a file that is wrong in several places: in the order of the text', () => {
    const found = typeCheckStrategy('const a: number = "";\nlet b = ;\nconst c: string = 1;', 's.ts');
    expect(found.map(({ line, code }) => [line, code])).toEqual([
      [1, 2322],
      [2, 1109],
      [3, 2322],
    ]);
  });

  test.each([
    [
      "import { Series } from 'hindcast'; export const a = (s: Series) => s;",
      "'Series' is a type: write import type { Series }.",
    ],
    ['console.log(1);', 'console is not available in strategies: write log(…) from onBar instead.'],
    ["require('fs');", "require is not available in strategies: write import { … } from 'hindcast'."],
    [
      'process.exit();',
      'process is not available in strategies: strategies see only the market, their parameters and their own state.',
    ],
  ])('in our words: %s', (source, message) => {
    expect(typeCheckStrategy(source, 's.ts')).toMatchObject([{ line: 1, message }]);
  });

  test.each(['fs', 'node:fs', './market.ts', './strategy-under-check.ts', 'typescript-api', 'hindcast/index.ts'])(
    'no other module: %s',
    (name) => {
      expect(typeCheckStrategy(`import * as x from '${name}'; x;`, 's.ts')).toMatchObject([{ code: 2307 }]);
    },
  );
});

describe('of several files', () => {
  const source = (lib: string, main = '') =>
    joinFiles({
      'main.ts': `import { two, type Two } from './lib/two.ts';\nexport const three: Two = two + 1;\n${main}`,
      'lib/two.ts': lib,
      'lib/one.ts': 'export const one = 1;',
    });

  test('each is checked against the others', () => {
    const sound =
      "import { one } from './one.ts';\nimport { ta } from 'hindcast';\nexport type Two = number;\nexport const two = one + 1; ta;";
    expect(typeCheckStrategy(source(sound), 's.ts')).toEqual([]);
    expect(
      typeCheckStrategy(source(sound, "const a: string = two;\nimport { none } from './none.ts';"), 's.ts'),
    ).toMatchObject([
      { file: 's.ts', line: 3, code: 2322 },
      { file: 's.ts', line: 4, code: 2307 },
    ]);
  });

  test('a finding names its file', () => {
    expect(
      typeCheckStrategy(source('\nexport type Two = number;\nexport const two: string = 2;'), 's.ts'),
    ).toMatchObject([
      { file: 's.ts', line: 2, sourceLine: 'export const three: Two = two + 1;' },
      { file: 'lib/two.ts', line: 3, column: 14, sourceLine: 'export const two: string = 2;' },
    ]);
  });

  test.each(["'./series.ts'", "'../series.ts'", "'node:fs'", "'./lib/two'"])('%s can not be imported', (name) => {
    expect(typeCheckStrategy(`import * as all from ${name}; all;`, 's.ts')).toMatchObject([{ line: 1, code: 2307 }]);
  });
});

test('JavaScript is not checked', () => {
  expect(typeCheckStrategy('const a = (x) => x.y; a.b;', 'S.JS')).toEqual([]);
});

describe('assertStrategyTypes', () => {
  function refusalOf(source: string): ErrorDetail {
    try {
      assertStrategyTypes(source, 's.ts');
    } catch (thrown) {
      if (thrown instanceof HindcastError) return thrown.detail;
      throw thrown;
    }
    throw new Error('the strategy was accepted');
  }

  test('accepts what is sound', () => {
    expect(() => assertStrategyTypes(SMA_CROSS, 's.ts')).not.toThrow();
  });

  test('names the place, shows the line and the column', () => {
    expect(refusalOf('\uFEFF\n  const a: number = "x";')).toEqual({
      kind: 'strategy',
      code: 'strategy.types',
      message: 'The strategy has a type error.',
      hint: 'Correct the types; nothing has run.',
      at: { file: 's.ts', line: 2, column: 9 },
      lines: ["s.ts:2:9 Type 'string' is not assignable to type 'number'.", '  const a: number = "x";', '        ^'],
    });
  });

  test('shows ten and counts the rest', () => {
    const { message, lines = [] } = refusalOf('missing;\n'.repeat(12));
    expect(message).toBe('The strategy has 12 type errors.');
    expect(lines).toHaveLength(31);
    expect(lines[27]).toBe("s.ts:10:1 Cannot find name 'missing'.");
    expect(lines.at(-1)).toBe('… and 2 more');
    expect(refusalOf('missing;\n'.repeat(10)).lines).toHaveLength(30);
  });
});
