import { describe, expect, test } from 'vitest';
import type { RunDifference } from '#shared/contract/run-diff.ts';
import { changesInWords, divergenceInWords, partingFills, samenessInWords } from './diff-words.ts';

type Change = RunDifference['manifest'][number];
type Divergence = NonNullable<RunDifference['divergence']>;

const change = (area: Change['area'], path: string[], a: unknown, b: unknown): Change => ({
  area,
  path,
  a: a === undefined ? null : JSON.stringify(a),
  b: b === undefined ? null : JSON.stringify(b),
});
const TIME = Date.UTC(2010, 4, 31, 14, 30);

describe('what runs were told differently', () => {
  test('stands under what it is about, parameters first', () => {
    const manifest = [
      change('seed', ['seed'], 0, 42),
      change('parameter', ['params', 'fast'], 10, 12),
      change('parameter', ['params', 'slow'], 30, 48),
    ];
    expect(changesInWords({ manifest })).toEqual([
      {
        title: 'Parameters',
        changes: [
          { name: 'fast', a: '10', b: '12' },
          { name: 'slow', a: '30', b: '48' },
        ],
      },
      { title: 'Seed', changes: [{ name: 'seed', a: '0', b: '42' }] },
    ]);
  });

  test.each([
    [change('data', ['data', 'SP500', 'rows'], 10, 12), { name: 'SP500, bars', a: '10', b: '12' }],
    [
      change('data', ['data', 'SP500', 'firstTime'], TIME, 0),
      { name: 'SP500, first bar', a: '2010-05-31 14:30', b: '1970-01-01' },
    ],
    [
      change('code', ['strategy', 'sha256'], 'a'.repeat(64), 'b'.repeat(64)),
      { name: 'source', a: 'aaaaaaaaaaaa…', b: 'bbbbbbbbbbbb…' },
    ],
    [change('account', ['account', 'leverage'], undefined, 2), { name: 'leverage', a: 'not set', b: '2' }],
    [
      change('costs', ['costs', 'spread'], { model: 'none' }, { model: 'percent', fraction: 0.001 }),
      { name: 'spread', a: 'none', b: 'percent (fraction 0.001)' },
    ],
    [change('data', ['data'], ['A', 'B'], ['B', 'A']), { name: 'data', a: 'A, B', b: 'B, A' }],
    [
      change('data', ['data', 'GOOG'], undefined, { rows: 3, session: null }),
      { name: 'GOOG', a: 'not set', b: 'bars 3, session null' },
    ],
  ])('%j', (one, words) => {
    expect(changesInWords({ manifest: [one] })[0]?.changes).toEqual([words]);
  });
});

const parting = { aspect: 'decision', time: TIME, until: TIME } as const;
const order = { id: 7, side: 'buy', symbol: 'SP500', role: 'entry', type: 'market' };
const of = (parts: object) => ({ ...parting, ...parts }) as Divergence;

describe('the first difference', () => {
  test.each([
    [
      of({ kind: 'equity', aspect: 'account' }),
      'The account alone came apart. All orders and fills are the same, equity is not.',
    ],
    [
      of({ kind: 'engine-fill', aspect: 'execution', fields: ['price', 'fill.rule'], a: {}, b: {} }),
      'The same order was filled differently. A close by the engine differs in price, fill rule.',
    ],
    [
      of({ kind: 'engine-fill', aspect: 'refusal', fields: [], a: null, b: {} }),
      'One was refused what the other one got. A position was closed by the engine in B only.',
    ],
    [
      of({ kind: 'engine-fill', aspect: 'costs', fields: [], a: {}, b: null }),
      'They were charged differently. A position was closed by the engine in A only.',
    ],
    [
      of({ kind: 'order', aspect: 'size', onlyIn: null, fields: ['qty'], a: order, b: order }),
      'They traded different sizes. Order 7 differs in qty.',
    ],
    [
      of({ kind: 'order', onlyIn: 'a', fields: [], a: order, b: null }),
      'They asked for different things. A sent an order to buy SP500 (entry, market) that B did not send.',
    ],
    [
      of({ kind: 'order', onlyIn: 'b', fields: [], a: null, b: order }),
      'They asked for different things. B sent an order to buy SP500 (entry, market) that A did not send.',
    ],
  ])('%#: %s', (divergence, what) => {
    expect(divergenceInWords(divergence)).toEqual({ title: 'They part on 2010-05-31 14:30', what });
  });
});

test('what is the same is said', () => {
  expect(samenessInWords({ isEqual: true, divergence: null })).toMatch(/^Equal/);
  expect(samenessInWords({ isEqual: false, divergence: null })).toMatch(/^Orders, fills and equity are the same/);
  expect(samenessInWords({ isEqual: false, divergence: of({ kind: 'equity' }) })).toBeNull();
});

describe('the fills of what parted', () => {
  const filled = (why: string) => ({ ...order, fills: [{ why }] });

  test('are told of both', () => {
    const divergence = of({ kind: 'order', onlyIn: null, fields: ['qty'], a: filled('ten'), b: filled('twelve') });
    expect(partingFills({ divergence })).toEqual([
      { letter: 'A', why: 'ten' },
      { letter: 'B', why: 'twelve' },
    ]);
    const closed = of({ kind: 'engine-fill', fields: [], a: null, b: { why: 'closed' } });
    expect(partingFills({ divergence: closed })).toEqual([{ letter: 'B', why: 'closed' }]);
  });

  test('are told of the one that sent an order alone', () => {
    const sent = of({ kind: 'order', onlyIn: 'b', fields: [], a: filled('the next one'), b: filled('ten') });
    expect(partingFills({ divergence: sent })).toEqual([{ letter: 'B', why: 'ten' }]);
  });

  test('are none where equity alone parted, or nothing', () => {
    expect(partingFills({ divergence: of({ kind: 'equity' }) })).toEqual([]);
    expect(partingFills({ divergence: null })).toEqual([]);
  });
});
