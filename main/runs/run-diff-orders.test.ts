import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunExport } from '#shared/domain/run-export.ts';
import { day, exported, fill, order } from './run-diff.fixture.ts';
import { type Fill, firstDivergence, type Order } from './run-diff-orders.ts';

/** A run of these orders, each filled on the bar after its own. */
function run(orders: readonly Order[], fills?: readonly Fill[], parts: Partial<RunExport> = {}): RunExport {
  const filled = orders.map(({ id, placedIndex, symbol, side }) => fill(id, placedIndex + 1, { symbol, side }));
  return exported({ orders: [...orders], fills: [...(fills ?? filled)], ...parts });
}

describe('no divergence', () => {
  test('between runs that did the same', () => {
    expect(firstDivergence(run([order(0, 1), order(1, 3)]), run([order(0, 1), order(1, 3)]))).toBeNull();
  });

  test('in what means something within one run only, or is words', () => {
    const a = run([order(0, 1), order(1, 3, { parentId: 0 })]);
    const b = run(
      [
        order(0, 1, { placedIndex: 0, endIndex: 1, reason: 'so', tag: 'x' }),
        order(1, 3, { placedIndex: 2, endIndex: 3, parentId: null }),
      ],
      [fill(0, 2, { index: 1, why: 'so', open: 99, high: 103, low: 97, close: 99 }), fill(1, 4, { index: 3 })],
    );
    expect(firstDivergence(a, b)).toBeNull();
  });

  test('between zero and zero', () => {
    expect(firstDivergence(run([order(0, 1)], [fill(0, 2, { spread: -0 })]), run([order(0, 1)]))).toBeNull();
  });
});

describe('what was asked for', () => {
  test.each([
    ['symbol', 'OTHER'],
    ['side', 'sell'],
    ['type', 'limit'],
    ['role', 'exit'],
    ['limit', 99],
    ['stop', 101],
  ])('differs in its %s', (field, value) => {
    const [a, b] = [run([order(0, 1), order(1, 3)]), run([order(0, 1), order(1, 3, { [field]: value })])];
    expect(firstDivergence(a, b)).toMatchObject({
      kind: 'order',
      aspect: 'decision',
      time: day(3),
      onlyIn: null,
      fields: [field],
      a: { id: 1 },
      b: { id: 1, [field]: value },
    });
  });

  test('is not taken for an order more because others follow on the bar', () => {
    const both = (side: 'buy' | 'sell') => run([order(0, 1, { side }), order(1, 1, { type: 'limit', limit: 9 })]);
    expect(firstDivergence(both('buy'), both('sell'))).toMatchObject({ onlyIn: null, fields: ['side'] });
  });

  test('counts fields that a later version may add', () => {
    const trailing = Object.assign(order(0, 1), { trail: { percent: 5 } });
    const tighter = Object.assign(order(0, 1), { trail: { percent: 4 } });
    expect(firstDivergence(run([trailing]), run([structuredClone(trailing)]))).toBeNull();
    expect(firstDivergence(run([trailing]), run([tighter]))).toMatchObject({ fields: ['trail'], aspect: 'decision' });
  });

  test('a level may have been moved until the order ended', () => {
    const stopLoss = (stop: number, end: number | null) =>
      order(0, 1, { role: 'stop-loss', stop, endTime: end === null ? null : day(end) });
    const between = (a: number | null, b: number | null) =>
      firstDivergence(run([stopLoss(95, a)]), run([stopLoss(96, b)]));
    expect(between(6, 5)).toMatchObject({ fields: ['stop'], time: day(1), until: day(5) });
    expect(between(6, null)).toMatchObject({ until: day(6) });
    expect(between(null, null)).toMatchObject({ until: day(9) });
    const short = { equity: { time: [day(0), day(7)], value: [1, 1] } };
    const pending = [95, 96].map((limit) => order(0, 1, { limit, endTime: null })) as [Order, Order];
    expect(firstDivergence(run([pending[0]]), run([pending[1]], [], short))).toMatchObject({ until: day(7) });
    expect(firstDivergence(run([pending[0]], [], short), run([pending[1]]))).toMatchObject({ until: day(7) });
    const other = firstDivergence(
      run([stopLoss(95, 6)]),
      run([order(0, 1, { side: 'sell', stop: 96, endTime: day(5) })]),
    );
    expect(other).toMatchObject({ time: day(1), until: day(1) });
  });
});

describe('an order that only one run sent', () => {
  test.each([
    ['at the end', [order(0, 1)], [order(0, 1), order(1, 3)], 'b', null, 1],
    ['before the other', [order(0, 2)], [order(0, 4)], 'a', 0, 0],
    ['after the other', [order(0, 4)], [order(0, 2)], 'b', 0, 0],
    ['at the start', [order(0, 2)], [order(0, 0), order(1, 2)], 'b', 0, 0],
    ['on the same bar', [order(0, 2)], [order(0, 2, { side: 'sell' }), order(1, 2)], 'b', 0, 0],
    ['on the same bar, in the first run', [order(0, 2, { side: 'sell' }), order(1, 2)], [order(0, 2)], 'a', 0, 0],
  ] as const)('%s', (_, a, b, onlyIn, idOfA, idOfB) => {
    const found = firstDivergence(run(a), run(b));
    expect(found).toMatchObject({ kind: 'order', aspect: 'decision', onlyIn, fields: [] });
    expect(found).toMatchObject({ a: idOfA === null ? null : { id: idOfA }, b: { id: idOfB } });
    const sent = onlyIn === 'a' ? a[0] : b.at(idOfB);
    expect(found).toMatchObject({ time: sent?.placedTime, until: sent?.placedTime });
  });

  test('is found wherever it was slipped in, and nothing behind it is looked at', () => {
    const sent = fc
      .uniqueArray(fc.tuple(fc.nat(60), fc.constantFrom('ONE', 'TWO')), {
        minLength: 1,
        maxLength: 12,
        selector: String,
      })
      .map((all) => all.sort(([a], [b]) => a - b));
    fc.assert(
      fc.property(sent, fc.nat(), (all, at) => {
        const place = at % all.length;
        const numbered = (some: typeof all) => run(some.map(([bar, symbol], id) => order(id, bar, { symbol })));
        const [with_, without] = [numbered(all), numbered(all.filter((_, i) => i !== place))];
        expect(firstDivergence(without, with_)).toMatchObject({ onlyIn: 'b', b: { id: place } });
        expect(firstDivergence(with_, without)).toMatchObject({ onlyIn: 'a', a: { id: place } });
      }),
    );
  });
});

describe('what became of an order', () => {
  const one = [order(0, 1)];
  const against = (orders: readonly Order[], fills?: readonly Fill[]) => firstDivergence(run(one), run(orders, fills));

  test.each([
    ['a price for its costs', { price: 100.1, slippage: 0.1 }, 'costs', ['fill.price', 'fill.slippage']],
    ['a spread', { price: 100.1, spread: 0.1 }, 'costs', ['fill.price', 'fill.spread']],
    ['a commission', { commission: 1 }, 'costs', ['fill.commission']],
    ['units', { qty: 2 }, 'size', ['fill.qty']],
    ['units and what they cost', { qty: 2, commission: 1 }, 'size', ['fill.qty', 'fill.commission']],
    [
      'units for their price',
      { qty: 2, price: 99, slippage: -1 },
      'costs',
      ['fill.qty', 'fill.price', 'fill.slippage'],
    ],
    ['units for their spread', { qty: 2, spread: 1 }, 'costs', ['fill.qty', 'fill.spread']],
    ['a reference price', { price: 101, reference: 101 }, 'execution', ['fill.price', 'fill.reference']],
    ['a rule', { rule: 'limit-gap' }, 'execution', ['fill.rule']],
    ['the other side', { side: 'sell' }, 'execution', ['fill.side']],
  ] as const)('%s', (_, parts, aspect, fields) => {
    expect(against(one, [fill(0, 2, parts)])).toEqual({
      kind: 'order',
      aspect,
      time: day(2),
      until: day(2),
      onlyIn: null,
      fields: [...fields],
      a: { ...one[0], fills: [fill(0, 2)] },
      b: { ...one[0], fills: [fill(0, 2, parts)] },
    });
  });

  test('its size', () => {
    expect(against([order(0, 1, { qty: 2 })], [fill(0, 2, { qty: 2 })])).toMatchObject({
      aspect: 'size',
      fields: ['qty', 'fill.qty'],
      time: day(2),
    });
  });

  test('how much of it was filled', () => {
    const filled = (units: number) => run([Object.assign(order(0, 1), { filled: units })]);
    expect(firstDivergence(filled(1), filled(1))).toBeNull();
    expect(firstDivergence(filled(1), filled(0.5))).toMatchObject({ aspect: 'size', fields: ['filled'], time: day(2) });
  });

  test('its end', () => {
    const cancelled = order(0, 1, { status: 'cancelled', endTime: day(4) });
    expect(against([cancelled], [])).toMatchObject({
      aspect: 'execution',
      fields: ['status', 'endTime', 'fills'],
      time: day(2),
    });
    const pending = order(0, 1, { status: 'pending', endTime: null });
    expect(against([pending], [])).toMatchObject({ aspect: 'execution', time: day(2) });
    expect(firstDivergence(run([cancelled], []), run([pending], []))).toMatchObject({ time: day(4) });
    const larger = order(0, 1, { status: 'pending', endTime: null, qty: 2 });
    expect(firstDivergence(run([larger], []), run([pending], []))).toMatchObject({ aspect: 'size', time: day(9) });
    const short = { equity: { time: [day(0), day(3)], value: [1, 1] } };
    expect(firstDivergence(run([cancelled], []), run([pending], [], short))).toMatchObject({ time: day(3) });
  });

  test('a refusal', () => {
    expect(against([order(0, 1, { status: 'rejected' })], [])).toMatchObject({ aspect: 'refusal', time: day(2) });
  });

  test('one fill more', () => {
    const found = against(one, [fill(0, 2), fill(0, 5)]);
    expect(found).toMatchObject({ aspect: 'execution', fields: ['fills'], time: day(5) });
    const fewer = firstDivergence(run(one, [fill(0, 2), fill(0, 5)]), run(one));
    expect(fewer).toMatchObject({ aspect: 'execution', fields: ['fills'], time: day(5) });
  });

  test('counts from when it differs, not from when the order was sent', () => {
    const resting = (end: number) => order(0, 1, { type: 'stop', stop: 90, endTime: day(end) });
    const a = run([resting(8), order(1, 3)], [fill(1, 4), fill(0, 8)]);
    const b = run([resting(6), order(1, 3, { side: 'sell' })], [fill(1, 4), fill(0, 6)]);
    expect(firstDivergence(a, b)).toMatchObject({ a: { id: 1 }, b: { id: 1 }, fields: ['side'], time: day(3) });
    const later = run([resting(6), order(1, 7, { side: 'sell' })], [fill(1, 4), fill(0, 6)]);
    const other = run([resting(8), order(1, 7)], [fill(1, 4), fill(0, 8)]);
    expect(firstDivergence(later, other)).toMatchObject({ a: { id: 0 }, time: day(6) });
  });

  test('comes before what was sent on the same bar', () => {
    const a = run([order(0, 1), order(1, 2)]);
    const b = run([order(0, 1), order(1, 2, { side: 'sell' })], [fill(0, 2, { commission: 1 }), fill(1, 3)]);
    expect(firstDivergence(a, b)).toMatchObject({ a: { id: 0 }, fields: ['fill.commission'] });
  });
});

describe('a close by the engine', () => {
  const closed = (...fills: Fill[]) => run([order(0, 1)], [fill(0, 2), ...fills]);
  const close = (at: number, parts = {}) => fill(null, at, { side: 'sell', rule: 'end-of-data', ...parts });

  test('that only one made, or at another price', () => {
    expect(firstDivergence(closed(), closed())).toBeNull();
    expect(firstDivergence(closed(close(9)), closed(close(9)))).toBeNull();
    expect(firstDivergence(closed(close(9)), closed())).toEqual({
      kind: 'engine-fill',
      aspect: 'execution',
      time: day(9),
      until: day(9),
      fields: [],
      a: close(9),
      b: null,
    });
    expect(firstDivergence(closed(), closed(close(7)))).toMatchObject({ time: day(7), a: null, b: close(7) });
    expect(firstDivergence(closed(close(9)), closed(close(6)))).toMatchObject({ time: day(6), fields: ['fill.time'] });
    expect(firstDivergence(closed(close(9)), closed(close(9, { commission: 1 })))).toMatchObject({ aspect: 'costs' });
    expect(firstDivergence(closed(close(8), close(9)), closed(close(8), close(9, { qty: 2 })))).toMatchObject({
      aspect: 'size',
      time: day(9),
    });
  });

  test('comes after the orders of its bar', () => {
    const a = run([order(0, 1), order(1, 9, { status: 'pending', endTime: null })], [fill(0, 2)]);
    expect(firstDivergence(a, closed(close(9)))).toMatchObject({ kind: 'order', onlyIn: 'a' });
    expect(firstDivergence(a, closed(close(8)))).toMatchObject({ kind: 'engine-fill' });
  });
});

describe('equity', () => {
  const worth = (value: number[], from = 0) =>
    exported({ equity: { time: value.map((_, index) => day(from + index)), value } });

  test.each([
    ['another value', worth([1, 2, 3]), worth([1, 5, 3]), 1, 2, 5],
    ['a longer run', worth([1, 2]), worth([1, 2, 3]), 2, null, 3],
    ['a shorter run', worth([1, 2, 3]), worth([1, 2]), 2, 3, null],
    ['a later start', worth([1, 2, 3]), worth([1, 2, 3], 1), 0, 1, null],
    ['an earlier start', worth([1, 2, 3], 1), worth([1, 2, 3]), 0, null, 1],
  ])('%s', (_, left, right, at, a, b) => {
    expect(firstDivergence(left, right)).toEqual({
      kind: 'equity',
      aspect: 'account',
      time: day(at),
      until: day(at),
      a,
      b,
    });
  });

  test('is not looked at while orders differ', () => {
    expect(firstDivergence(worth([1, 2]), { ...worth([5, 2]), orders: [order(0, 1)] })).toMatchObject({
      kind: 'order',
    });
  });
});
