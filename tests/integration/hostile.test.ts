import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WorkerPool } from '#main/runs/worker-pool.ts';
import { BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import { instrument } from '../support/bars.ts';
import { runTask, waves } from '../support/run-task.ts';
import { strategySource } from '../support/strategy-source.ts';

/** One thread, so that each run follows the others where they ran. */
const pool = new WorkerPool({ threads: 1, limits: { wallClock: 20_000, heapMegabytes: 512 } });
const series = ['ONE', 'TWO'].map((symbol) => ({
  instrument: instrument({ symbol }),
  bars: waves(60),
  closeOnly: false,
}));
const before = series.map(({ bars }) => bytesOf(bars));

/** A run that uses every object of the API; whoever changes one of them changes its hash. */
const CONTROL = strategySource(
  `params: { n: param.int(4, { min: 2 }) },
  state: () => ({ fills: 0 }),
  setup({ data, params }) {
    const mine = series(Array.from({ length: data.close.length }, (_, i) => data.close.at(i) * 2));
    return { sma: ta.sma(data.close, params.n), bands: ta.bbands(data.close, 5, 2), atr: ta.atr(data, 3), other: ta.ema(data.of('TWO').low, 3), mine };
  },
  onBar({ bar, data, order, position, account, state, log }, { sma, bands, atr, other, mine }) {
    if (ta.crossOver(data.close, sma)) order.buy({ size: order.percentOfEquity(30), stopLoss: bar.close - 3 * atr.now, tag: 'x' + random() });
    if (ta.crossUnder(data.close, sma)) { position.close({ tag: 'out' }); order.cancelAll(); }
    if (other.now > other.ago(1)) order.sell({ symbol: 'TWO', size: order.cash(100 + state.fills), limit: data.of('TWO').close.now + 1 });
    if (position.of('TWO').isShort) position.of('TWO').protect({ takeProfit: 90, stopLoss: null });
    log(bar.index, bar.time, account.cash, account.equity, position.size, position.openProfit, mine.now, bands.upper.now, data.symbols);
  },
  onFill(fill, { state }) { state.fills += fill.qty; },
  onEnd({ log, state }) { log(state); }`,
);

let expected: RunResult;

beforeAll(async () => {
  expected = await run(CONTROL);
  expect(expected.failure).toBeNull();
  expect(expected.fills.bar.length).toBeGreaterThan(20);
});
afterAll(() => pool.close());

function run(source: string): Promise<RunResult> {
  return pool.perform(runTask(source, { series, params: source === CONTROL ? { n: 4 } : {} }));
}

function bytesOf(bars: BarColumns): Buffer[] {
  return BAR_COLUMNS.map((name) => Buffer.from(new Uint8Array(bars[name].buffer).slice()));
}

/** Nothing that other runs see has changed. */
async function expectUntouched(): Promise<void> {
  expect(series.map(({ bars }) => bytesOf(bars))).toEqual(before);
  const again = await run(CONTROL);
  expect(again).toEqual(expected);
}

/** Runs it, whatever it does; anything but a result or an error of the strategy fails the test. */
async function survive(source: string): Promise<RunResult | HindcastError> {
  try {
    return await run(source);
  } catch (error) {
    if (error instanceof HindcastError && error.detail.kind === 'strategy') return error;
    throw error;
  } finally {
    await expectUntouched();
  }
}

const ATTEMPT = 'const attempt = (act) => { try { act(); return "done"; } catch (error) { return "threw"; } };';

/** What each expression does in onBar: `done` or `threw`. */
async function attempts(expressions: readonly string[], before = ''): Promise<[string, string | undefined][]> {
  const calls = expressions.map((expression) => `log(attempt(() => (${expression})));`).join('\n');
  const source = strategySource(
    `setup: ({ data }) => ({ sma: ta.sma(data.close, 3), bands: ta.bbands(data.close, 5, 2), mine: series(Array.from({ length: 60 }, () => 1)) }),
    onBar(context, indicators) {
      const { bar, data, order, position, account, params, log } = context;
      const { sma, bands, mine } = indicators;
      if (bar.index !== 10) return;
      const ticket = order.buy({ size: 1 });
      const size = order.cash(5);
      const away = order.percentAway(2);
      const weeks = data.at('1w');
      const condition = when.above(data.close, sma);
      ${before}
      ${calls}
    }`,
    ATTEMPT,
  );
  const result = await run(source);
  expect(result.failure).toBeNull();
  await expectUntouched();
  return expressions.map((expression, i) => [expression, result.log[i]?.text]);
}

describe('no object of the engine can be changed', () => {
  const OBJECTS = [
    'data',
    "data.of('TWO')",
    'data.close',
    'data.symbols',
    'sma',
    'bands',
    'bands.upper',
    'mine',
    'bar',
    'order',
    'order.buy',
    'ticket',
    'ticket.cancel',
    'ticket.modify',
    'away',
    'order.exit',
    'weeks',
    'weeks.close',
    'when',
    'when.above',
    'condition',
    'condition.and',
    'size',
    'position',
    "position.of('TWO')",
    'position.close',
    'account',
    'params',
    'context',
    'log',
    'ta',
    'ta.sma',
    'param',
    'param.int',
    'strategy',
    'series',
    'random',
    'data.close.at',
  ];

  test.each([
    ['a new property', (target: string) => `${target}.extra = 1`],
    ['another prototype', (target: string) => `Object.setPrototypeOf(${target}, { at: () => 0, now: 0 })`],
    ['a definition', (target: string) => `Object.defineProperty(${target}, 'now', { value: 0 })`],
    ['__proto__', (target: string) => `${target}.__proto__ = { now: 0 }`],
    ['a change of its prototype', (target: string) => `Object.getPrototypeOf(${target}).extra = 1`],
    ['an accessor', (target: string) => `${target}.__defineGetter__('now', () => 0)`],
  ])('by %s', async (_, act) => {
    const outcomes = await attempts(OBJECTS.map(act));
    expect(outcomes.filter(([, outcome]) => outcome !== 'threw')).toEqual([]);
  });

  test('by overwriting or deleting what it has', async () => {
    const outcomes = await attempts([
      'data.close = sma',
      'data.close[10] = 1',
      'data.close.now = 1',
      'data.symbols[0] = "X"',
      'data.symbols.push("X")',
      'data.symbols.length = 0',
      'data.hasBar = false',
      'delete data.close',
      'delete bands.upper',
      'bands.upper = sma',
      'bar.close = 1',
      'order.buy = null',
      'size.value = 1e9',
      'size.kind = "units"',
      'position.size = 100',
      'account.cash = 1e9',
      'params.n = 1',
      'context.order = null',
      'delete context.log',
      'ticket.id = 0',
      'Object.assign(data.close, { at: () => 0 })',
      'Object.getPrototypeOf(data.close).at = () => 0',
      'Object.getPrototypeOf(order).buy = () => 0',
      'delete Object.getPrototypeOf(data.close).ago',
      'Object.defineProperty(Object.getPrototypeOf(data.close), "now", { get: () => 0 })',
      'Object.getOwnPropertyDescriptor(Object.getPrototypeOf(data.close), "now").get.call({})',
      'Object.getOwnPropertyDescriptor(Object.getPrototypeOf(data.close), "now").get.extra = 1',
      'data.close.at.call(Object.create(data.close), 1)',
      'data.close.at.call([1, 2, 3], 1)',
      'order.buy.call({}, { size: 1 })',
      'order.buy.call(Object.create(order), { size: 1 })',
      'position.close.call(account)',
      'new data.close.constructor(5).extra.extra',
      'new (Object.getPrototypeOf(order)).constructor.x.y',
      'new data.close.at(1)',
      'new log()',
      'Array.prototype.push.call(data.close, 1)',
      'Array.prototype.fill.call(data.close, 0)',
      'Array.prototype.sort.call(data.symbols)',
      '[].splice.call(data.symbols, 0, 1)',
    ]);
    expect(outcomes.filter(([, outcome]) => outcome !== 'threw')).toEqual([]);
  });

  test('and the classes behind them stay out of reach', async () => {
    const source = strategySource(
      `onBar({ bar, data, order, position, account, log }) {
        if (bar.index > 0) return;
        const all = [data, data.close, order, position, position.of('TWO'), account, bar, order.buy({ size: 1 })];
        log(all.every((one) => one.constructor === Object));
        log(all.flatMap((one) => Reflectish(one)).filter((key) => !/^(symbol|symbols|open|high|low|close|volume|time)$/.test(key)).length);
      }`,
      'const Reflectish = (one) => [...Object.getOwnPropertyNames(one), ...Object.getOwnPropertySymbols(one).map(String)];',
    );
    const { log, failure } = await run(source);
    expect(failure).toBeNull();
    expect(log.map(({ text }) => text)).toEqual(['true', '0']);
  });
});

describe('signals', () => {
  test.each([
    ['a getter that throws', '{ get entries() { throw new Error("x"); } }'],
    ['a getter that differs', '{ get entries() { return n++ ? null : when.above(data.close, 1); } }'],
    ['a promise', 'Object.create({ then() { throw 1; } })'],
    ['a condition of another shape', '{ entries: { and() {}, or() {}, not() {} } }'],
    ['a condition with another prototype', '{ entries: Object.create(when.above(data.close, 1)) }'],
    [
      'too many parts',
      '{ entries: Array.from({ length: 5e3 }).reduce((c) => c.and(when.above(data.close, 1)), when.above(data.close, 1)) }',
    ],
    [
      'a size that acts',
      '{ entries: when.above(data.close, 1), size: { kind: "cash", get value() { return n++ ? -1 : 5; } } }',
    ],
  ])('that return %s', async (_, returned) => {
    await survive(strategySource(`signals({ data }) { return ${returned}; }`, 'let n = 0;'));
  });

  test('that fail say so', async () => {
    const error = await survive(strategySource('signals() { throw new Error("no idea"); }'));
    expect(error).toMatchObject({ detail: { message: 'The strategy failed in signals: no idea' } });
  });
});

describe('arguments that act', () => {
  test.each([
    [
      'a request that cancels everything while it is read',
      'order.buy({ get size() { order.cancelAll(); return 1; } });',
    ],
    [
      'a request that orders while it is read',
      'let depth = 0; order.buy({ get limit() { if (depth++ < 50) order.buy(this); return 90; }, size: 1 });',
    ],
    ['a request that orders itself for ever', 'order.buy({ get size() { order.buy(this); return 1; } });'],
    [
      'a request that closes while it is read',
      "order.sell({ size: 1, get tag() { position.close(); position.of('TWO').close(); return 't'; } });",
    ],
    ['a close that closes itself', 'position.close({ get tag() { position.close(this); return 1; } });'],
    [
      'levels that change while they are read',
      'let n = 0; position.protect({ get stopLoss() { return n++ ? "x" : 90; }, get takeProfit() { position.close(); return 110; } });',
    ],
    [
      'a size that is another one the second time',
      'let n = 0; order.buy({ size: { kind: "units", get value() { return n++ ? -1e9 : 1; } } });',
    ],
    [
      'a size whose kind changes',
      'let n = 0; order.buy({ size: { get kind() { return n++ ? "whole-position" : "cash"; }, value: 50 } });',
    ],
    ['a text that throws', 'order.buy({ size: 1, tag: { toString() { throw new Error("tag"); } } });'],
    ['a text that is none', 'order.buy({ size: 1, tag: Object.create(null) });'],
    ['a tag of ten megabytes', "order.buy({ size: 1, tag: 'x'.repeat(1e7) });"],
    ['a symbol that throws', 'data.of({ toString() { throw null; } });'],
    ['a symbol of ten megabytes', "data.of('x'.repeat(1e7));"],
    ['an option of ten megabytes', "order.buy({ ['x'.repeat(1e7)]: 1 });"],
    ['a log of ten megabytes', "log('x'.repeat(1e7), ['y'.repeat(1e7)]);"],
    ['a log that throws', 'log({ toJSON() { throw new Error("json"); } });'],
    [
      'a log that trades',
      'log({ toJSON() { order.buy({ size: 1 }); return undefined; }, toString() { position.close(); return "x"; } });',
    ],
    ['a log that logs', 'log({ toJSON() { log(this); } });'],
    [
      'a log of a circle, a big number, a symbol',
      'const a = []; a.push(a); [a, 1n, Symbol("x"), [1n], Object.create(null), () => 1].forEach((x) => attempt(() => log(x)));',
    ],
    [
      'numbers that are none',
      '[NaN, Infinity, -1, 0, "1", null, {}, [], 1n].forEach((x) => { attempt(() => order.buy({ size: x })); attempt(() => order.buy({ limit: x })); attempt(() => order.cash(x)); attempt(() => data.close.ago(x)); attempt(() => data.close.at(x)); attempt(() => position.protect({ stopLoss: x })); });',
    ],
    [
      'no objects at all',
      '[null, undefined, 1, "x", Symbol(), () => 1].forEach((x) => { attempt(() => order.buy(x)); attempt(() => position.close(x)); attempt(() => position.protect(x)); attempt(() => ta.sma(x, 3)); attempt(() => ta.crossOver(x, x)); attempt(() => series(x)); });',
    ],
    [
      'numbers at the edge of what there is',
      '[5e-324, 1e-9, 1e308, 2 ** 53].forEach((x) => { order.buy({ size: x }); order.sell({ size: order.cash(x) }); order.buy({ size: order.percentOfEquity(x) }); order.buy({ limit: x, stop: x, stopLoss: x, takeProfit: x }); order.sell({ limit: -x }); });',
    ],
    [
      'objects of one kind for another',
      'attempt(() => ta.sma(data, 3)); attempt(() => ta.atr(data.close, 3)); attempt(() => ta.sma(Object.create(data.close), 3)); attempt(() => ta.crossOver({ now: 1, ago() { return 0; } }, 1)); attempt(() => series([1], data));',
    ],
    [
      'an exit that exits while it is read',
      'order.exit({ get stopLoss() { order.exit({ takeProfit: 200, id: "x" }); order.cancel("x"); position.close(); return 90; }, id: "x" });',
    ],
    [
      'distances that are none, or another one the second time',
      'let n = 0; [null, {}, { kind: "series", value: 1, series: {} }, { kind: "percent", value: NaN }, { kind: "series", value: 1, series: Object.create(data.close) }].forEach((x) => { attempt(() => order.buy({ size: 1, stopLoss: x })); attempt(() => order.buy({ size: 1, trailingStop: { by: x } })); attempt(() => order.buy({ size: 1, trail: x })); }); attempt(() => order.buy({ size: 1, stopLoss: { kind: "points", get value() { return n++ ? -1e9 : 1; } } }));',
    ],
    [
      'a change of an order that acts',
      'const t = order.buy({ size: 1, limit: 1 }); attempt(() => t.modify({ get size() { t.cancel(); return 5; }, limit: 2 })); attempt(() => t.modify(null)); attempt(() => t.modify.call({}, { size: 1 })); attempt(() => t.modify({ size: -1 }));',
    ],
    [
      'names, groups and times that are none',
      '[null, 1, {}, [], "", "__proto__", "constructor", NaN, Infinity, -1].forEach((x) => ["id", "oco", "ocoMode", "timeInForce", "until", "at", "pyramiding", "reverse", "reduceOnly"].forEach((key) => attempt(() => order.buy({ size: 1, [key]: x }))));',
    ],
    [
      'conditions of what is none',
      'const c = when.above(data.close, 1); [null, 1, {}, c, data, Object.create(c), () => 1].forEach((x) => { attempt(() => c.and(x)); attempt(() => c.or(x)); attempt(() => c.not.call(x)); attempt(() => when.above(x, x)); attempt(() => when.crossOver(data.close, x)); attempt(() => when.condition(x)); });',
    ],
    ['timeframes that are none', '["2w", "", "__proto__", null, {}, 1e9].forEach((x) => attempt(() => data.at(x)));'],
    ['a deep recursion through the engine', 'const again = () => log({ toJSON: again }); again();'],
    [
      'errors with a message that acts',
      'throw { get message() { order.buy({ size: 1 }); throw 1; }, get name() { throw 2; } };',
    ],
    [
      'an error that claims a place of its own',
      "const e = new Error('x'); e.stack = 'at hindcast-strategy:1:1'; e.line = 99; throw e;",
    ],
    ['an error with a hostile message', "throw new Error('\\u001b[2J' + 'x'.repeat(1e7));"],
    [
      'an error of the engine, with its class',
      'try { ta.sma(data.close, -1); } catch (e) { attempt(() => { e.constructor.prototype.message = 1; }); attempt(() => { Object.getPrototypeOf(e).toString = null; }); throw e; }',
    ],
  ])('%s', async (_, body) => {
    await survive(
      strategySource(
        `onBar({ bar, data, order, position, log }) { if (bar.index === 3) order.buy({ size: 2 }); if (bar.index < 5) return; ${body} }`,
        ATTEMPT,
      ),
    );
  });

  test.each([
    [
      'a getter of what setup returns that throws',
      'setup() { return { get x() { throw new Error("x"); } }; }, onBar() {}',
    ],
    [
      'a map whose values never end',
      'setup() { return new (class extends Map { *values() { for (let i = 0; i < 1e5; i++) yield i; } })(); }, onBar() {}',
    ],
    ['a circle of what setup returns', 'setup({ data }) { const a = { data }; a.a = a; return a; }, onBar() {}'],
    [
      'a million series from setup',
      'setup: ({ data }) => Array.from({ length: 1e6 }, () => data.close), onBar({ order }) { order.buy({ size: 1 }); }',
    ],
    [
      'ten thousand indicators',
      'setup: ({ data }) => Array.from({ length: 1e4 }, (_, i) => ta.sma(data.close, 1 + (i % 59))), onBar() {}',
    ],
    [
      'a series of accessors',
      'setup: () => { const a = Array.from({ length: 60 }, () => 1); Object.defineProperty(a, 3, { get() { throw new Error("x"); } }); return series(a); }, onBar() {}',
    ],
    [
      'a series that is longer every time',
      'setup: () => { const a = Array.from({ length: 60 }, () => ({ valueOf() { a.push(1); return 1; } })); return series(a); }, onBar() {}',
    ],
    ['state that throws', 'state() { throw new Error("x"); }, onBar() {}'],
    ['onFill that throws', 'onBar({ order }) { order.buy({ size: 1 }); }, onFill() { throw new Error("x"); }'],
    [
      'onFill that orders for every fill',
      'onBar({ order, bar }) { if (bar.index === 1) order.buy({ size: 1 }); }, onFill(fill, { bar, order }) { if (bar.index < 9) { order.buy({ size: 1 }); order.sell({ size: 1 }); } }',
    ],
    ['onEnd that throws', 'onBar() {}, onEnd() { throw new Error("x"); }'],
    [
      'onEnd that orders',
      'onBar({ order }) { order.buy({ size: 1 }); }, onEnd({ order, position }) { position.close(); order.sell({ size: 1 }); }',
    ],
    ['a warm-up beyond all bars', 'warmup: 2 ** 40, onBar() { throw 1; }'],
    ['onBar that is replaced while it runs', 'onBar() { this.onBar = null; this.setup = 1; this.name = 2; }'],
    [
      'hooks found on a prototype',
      '__proto__: { onFill() { throw 1; }, warmup: 3 }, onBar({ order }) { order.buy({ size: 1 }); }',
    ],
  ])('%s', async (_, members) => {
    await survive(strategySource(members));
  });

  test.each([
    ['nothing', 'export default 1;'],
    ['a forged definition', "export default { name: 'x', onBar() {} };"],
    [
      'a copy of a definition',
      "import { strategy } from 'hindcast'; export default { ...strategy({ name: 'x', onBar() {} }) };",
    ],
    [
      'a definition with accessors',
      "import { strategy } from 'hindcast'; export default strategy({ get name() { throw 1; }, onBar() {} });",
    ],
    [
      'a name that is none',
      "import { strategy } from 'hindcast'; export default strategy({ name: { toString() { throw 1; } }, onBar() {} });",
    ],
    [
      'a description that throws',
      "import { strategy } from 'hindcast'; export default strategy({ name: 'x', description: { toString() { throw 1; } }, onBar() {} });",
    ],
  ])('a module that exports %s', async (_, source) => {
    expect(await survive(source)).toBeInstanceOf(HindcastError);
  });
});

describe('what a run keeps', () => {
  test('is of no use in a later run of the same thread', async () => {
    await survive(
      strategySource(
        'onBar(context) { kept.push(context); globalThis.kept = kept; }',
        'const kept = []; try { globalThis.kept = kept; } catch {}',
      ),
    );
    const result = await run(strategySource("onBar({ log }) { log(typeof globalThis['kept']); }"));
    expect(result.log[0]?.text).toBe('undefined');
  });

  test('shows after the warm-up what it shows then, not the future', async () => {
    const result = await run(
      strategySource(
        `setup({ data }) { kept = data; return {}; },
        onBar({ bar, log }) { if (bar.index === 4) log(kept.close.now === bar.close, attempt(() => kept.close.at(5)), attempt(() => kept.close.at(4))); }`,
        `let kept; ${ATTEMPT}`,
      ),
    );
    expect(result.log[0]?.text).toBe('true threw done');
  });

  test('tickets kept from earlier bars still cancel only their own order', async () => {
    const result = await run(
      strategySource(
        `onBar({ bar, order }) {
          if (bar.index < 3) tickets.push(order.buy({ size: 1, limit: 50 }));
          if (bar.index === 5) { tickets[1].cancel(); tickets[1].cancel(); }
        }`,
        'const tickets = [];',
      ),
    );
    expect([...result.orders.status]).toEqual([0, 2, 0]);
    await expectUntouched();
  });
});

describe('errors of the engine', () => {
  test('carry no classes of ours', async () => {
    const result = await run(
      strategySource(
        `onBar({ bar, data, order, position, log }) {
          if (bar.index > 0) return;
          const thrown = [() => ta.sma(data.close, -1), () => ta.sma(1), () => data.of('X'), () => order.buy({ size: -1 }),
            () => order.buy({ nope: 1 }), () => data.close.at(1e9), () => series([]), () => param.int('x'), () => strategy({}), () => position.protect({ stopLoss: 'x' })]
            .map((act) => { try { act(); } catch (error) { return error; } });
          log(thrown.map((error) => [Error, TypeError, RangeError].includes(error?.constructor)).join());
          log(thrown.map((error) => String(error.stack)).join(''));
        }`,
      ),
    );
    expect(result.failure).toBeNull();
    expect(result.log[0]?.text).toBe(Array.from({ length: 10 }, () => 'true').join());
    expect(result.log[1]?.text).toBe('');
  });
});
