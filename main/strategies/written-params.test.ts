import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { joinFiles } from '#shared/domain/strategy-files.ts';
import { writtenParams } from './written-params.ts';

const declaring = (params: string) => `import { param, strategy } from 'hindcast';
export default strategy({
  params: { ${params} },
});`;

const NOTHING = { min: null, max: null, step: null, label: null, options: null };

describe('a parameter', () => {
  it('has its values and places', () => {
    const source = declaring("fast: param.int( 10, { min: 2, max: 1e2, step: 2, label: 'Fast' })");
    const start = source.indexOf('10,');
    expect(writtenParams(source)).toEqual([
      {
        name: 'fast',
        kind: 'int',
        default: 10,
        min: 2,
        max: 100,
        step: 2,
        label: 'Fast',
        options: null,
        file: 'main.ts',
        line: 3,
        column: 13,
        literal: { start, end: start + 2, line: 3, column: 30, endLine: 3, endColumn: 32 },
      },
    ]);
  });

  test.each([
    ["'my name': param.number(-0.5)", { name: 'my name', kind: 'number', default: -0.5 }],
    ['on: param.bool(true, { label: `On` })', { kind: 'bool', default: true, label: 'On' }],
    ['off: param.bool(false)', { kind: 'bool', default: false }],
    ["mode: param.choice('a', ['a', 'b'])", { kind: 'choice', default: 'a', options: ['a', 'b'] }],
    ["mode: param.choice('a', ['a', other])", { kind: 'choice', default: 'a' }],
    ["mode: param.choice('a', all)", { kind: 'choice', default: 'a' }],
    ['n: param.int(5, { min: low, max: -1, label: 3 })', { default: 5, max: -1 }],
    ['n: param.int(5, bounds)', { default: 5 }],
    ['n: param.int(1_000)', { default: 1_000 }],
    ['n: param.int(2 * 5)', { default: null, literal: null }],
    ['n: param.int(-five)', { default: null, literal: null }],
    ['n: param.int()', { default: null, literal: null }],
  ])('%s', (written, expected) => {
    const [found, ...others] = writtenParams(declaring(written));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ ...NOTHING, ...expected });
  });

  test.each([
    'n: params.int(5)',
    'n: param.float(5)',
    'n: param(5)',
    'n: 5',
    '[n]: param.int(5)',
    '...more',
    'n: ta.param.int(5)',
  ])('%s is none', (written) => {
    expect(writtenParams(declaring(written))).toEqual([]);
  });

  it('is found in any file, also in a text that does not compile', () => {
    const source = joinFiles({
      'main.ts': 'const = ;\nexport default strategy({ params: { a: param.int(1), ...shared, b: param.int(2',
      'lib/params.ts': '\nexport const shared = { c: param.int(3) };',
    });
    expect(writtenParams(source).map(({ name, file, line }) => [name, file, line])).toEqual([
      ['a', 'main.ts', 2],
      ['b', 'main.ts', 2],
      ['c', 'lib/params.ts', 2],
    ]);
  });
});

it('writes a new value exactly over the old one', () => {
  const value = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }));
  const space = fc.stringMatching(/^[ \n\t]{0,3}$/);
  fc.assert(
    fc.property(value, value, space, (before, after, gap) => {
      const source = declaring(`x: param.number(1),${gap}y: param.number(${gap}${before}${gap}, { min: 0 })`);
      const [, found] = writtenParams(source);
      const { start = 0, end = 0 } = found?.literal ?? {};
      const changed = source.slice(0, start) + after + source.slice(end);
      expect(Object.is(writtenParams(changed)[1]?.default, after) || writtenParams(changed)[1]?.default === after).toBe(
        true,
      );
      expect(writtenParams(changed)[0]).toEqual(writtenParams(source)[0]);
    }),
  );
});
