import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sliceBars } from '#shared/domain/bars.ts';
import type { RunFailure } from '#shared/domain/run-result.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { runRequest, store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';

const TRADES = strategySource(
  `params: { every: param.int(10, { min: 5, max: 20 }), side: param.choice('long', ['long', 'short']), on: param.bool(true) },
  onBar({ order, position, bar, params }) {
    if (!params.on) return;
    if (bar.index % params.every === 1) params.side === 'long' ? order.buy({ size: 3 }) : order.sell({ size: 3 });
    if (bar.index % params.every === 4) position.close();
  }`,
);
const DICE = strategySource('onBar({ order }) { if (random() > 0.5) order.buy({ size: 1 }); }');

let app: TempApp;
let series: SeriesKey;
const bars = waves(60);

beforeAll(() => {
  app = tempApp();
  series = store(app, 'TEST', bars);
});
afterAll(() => app.remove());

const run = (source: string, parts: Parameters<typeof runRequest>[2] = {}) =>
  app.runService.run(runRequest(source, [series], parts));

describe('a run', () => {
  test('made twice is the same computation with the same result, in two records', async () => {
    const [first, second] = [await run(TRADES), await run(TRADES)];
    expect(first.result.trades.symbol.length).toBe(6);
    expect(second.record.manifestId).toBe(first.record.manifestId);
    expect(second.record.resultHash).toBe(first.record.resultHash);
    expect(second.record.id).not.toBe(first.record.id);
    expect(first.record).toMatchObject({ status: 'done', strategyName: 'test', strategyFile: 'test.ts', error: null });
    expect(first.record.finishedAt).toBeGreaterThan(first.record.createdAt);
  });

  test('reads back from the store as it was computed', async () => {
    const { record, result } = await run(TRADES);
    expect(app.runs.result(app.runs.find(record.id))).toEqual(result);
    expect(app.runs.source(record)).toBe(TRADES);
  });

  test.each([
    ['a parameter', { params: { every: 11 } }],
    ['the range', { from: bars.time[5] as number }],
    ['the capital', { cash: 10_001 }],
    ['the seed', { seed: 1 }],
    [
      'the costs',
      { costs: { commission: { model: 'fixed', amount: 1 }, spread: { model: 'none' }, slippage: { model: 'none' } } },
    ],
  ] as const)('with another value of %s is another computation', async (_, parts) => {
    const [one, other] = [await run(TRADES), await run(TRADES, parts)];
    expect(other.record.manifestId).not.toBe(one.record.manifestId);
  });

  test('with the default written out is the same computation', async () => {
    const [one, other] = [await run(TRADES), await run(TRADES, { params: { every: '10', on: 'true' } })];
    expect(other.record.manifestId).toBe(one.record.manifestId);
  });

  test('throws its dice by the seed', async () => {
    const hashes = [];
    for (const seed of [1, 1, 2]) hashes.push((await run(DICE, { seed })).record.resultHash);
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test('sees the range that was asked for, both ends included', async () => {
    const { result } = await run(TRADES, { from: bars.time[10] as number, to: bars.time[19] as number });
    expect([...result.time]).toEqual([...bars.time.slice(10, 20)]);
  });

  test('in another process gives the same hashes', async () => {
    const { record } = await run(TRADES);
    const script = `
      import { createApp } from '#main/app.ts';
      const app = createApp({ home: process.argv[1], threads: 1 }, { clock: () => 0 });
      const of = app.runs.find(process.argv[2]);
      const { manifest } = of;
      const { record } = await app.runService.run({
        strategy: { source: app.runs.source(of), file: 'elsewhere.ts' }, params: manifest.params, series: manifest.data,
        cash: manifest.cash, costs: manifest.costs, account: manifest.account, semantics: manifest.semantics,
        seed: manifest.seed });
      console.log(record.manifestId, record.resultHash);
      await app.close();`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module-typescript',
      '--eval',
      script,
      app.home,
      record.id,
    ]);
    expect(stdout.trim()).toBe(`${record.manifestId} ${record.resultHash}`);
  });
});

describe('wrong requests', () => {
  test.each([
    ['an unknown parameter', { slow: 3 }, 'usage.unknown-parameter', 'no parameter slow', 'every, side, on'],
    ['a value below its bounds', { every: 4 }, 'usage.parameter-value', 'every must be at least 5, not 4', ''],
    ['a value above its bounds', { every: '21' }, 'usage.parameter-value', 'every must be at most 20, not 21', ''],
    ['a fraction for a whole number', { every: 7.5 }, 'usage.parameter-value', 'a whole number, not 7.5', ''],
    ['a text for a number', { every: 'often' }, 'usage.parameter-value', 'a number, not "often"', ''],
    ['nothing for a number', { every: ' ' }, 'usage.parameter-value', 'a number, not " "', ''],
    ['a choice that there isn’t', { side: 'both' }, 'usage.parameter-value', 'one of long, short, not "both"', ''],
    ['a number for yes or no', { on: 1 }, 'usage.parameter-value', 'true or false, not 1', ''],
    ['a name that every object has', { constructor: 1 }, 'usage.unknown-parameter', 'no parameter constructor', ''],
  ])('%s is refused, and nothing is stored', async (_, params, code, message, hint) => {
    const before = app.runs.list().length;
    const error = await refusal(run(TRADES, { params }));
    expect(error).toMatchObject({ kind: 'usage', code });
    expect(error.message).toContain(message);
    expect(error.hint ?? '').toContain(hint);
    expect(app.runs.list()).toHaveLength(before);
  });

  test('a strategy without parameters says so', async () => {
    const error = await refusal(run(DICE, { params: { fast: 1 } }));
    expect(error.hint).toBe('It declares no parameters.');
  });

  test.each([
    ['a choice without options', "{ kind: 'choice', default: 'a' }", 'the options are a list of texts'],
    ['an option too long to write down', "param.choice('a', ['a', 'b'.repeat(201)])", 'at most 200 characters'],
    ['a kind that there isn’t', "{ kind: 'colour', default: 1 }", 'declare p with param.int'],
    ['nothing', 'null', 'declare p with param.int'],
    ['a default outside its bounds', 'param.int(1, { min: 2 })', 'must be at least 2, not 1'],
    ['a bound that is none', "param.number(1, { max: 'x' })", 'max must be a number'],
    ['a default of the wrong kind', "{ kind: 'int', default: 1n }", 'must be a number, not 1'],
    ['an accessor that throws', '{ get kind() { throw new Error("mine") } }', 'mine'],
  ])('a parameter declared by %s is an error of the strategy', async (_, declared, message) => {
    const error = await refusal(run(strategySource(`params: { p: ${declared} }, onBar() {}`)));
    expect(error).toMatchObject({ kind: 'strategy', code: 'strategy.runtime', at: { line: expect.any(Number) } });
    expect(error.message).toContain(message);
  });

  test('what a declaration becomes later is nobody’s business', async () => {
    const source = strategySource(
      'params: { p }, onBar({ params, log }) { log(params.p) }',
      'const p = { kind: "int", default: 1, toJSON() { throw 1 } };',
    ).replace('export default', 'setTrap(); export default');
    const trapped = `${source}\nfunction setTrap() { p.max = 5; }`;
    const { result } = await run(trapped, { params: { p: 4 } });
    expect(result.log[0]?.text).toBe('4');
  });

  test('data that isn’t there, or not then', async () => {
    const nowhere = await refusal(
      app.runService.run(runRequest(TRADES, [{ symbol: 'NONE', timeframe: '1d', source: 'import' }])),
    );
    expect(nowhere).toMatchObject({ kind: 'data', code: 'data.no-such-series' });
    const never = await refusal(run(TRADES, { from: Date.UTC(2030, 0) }));
    expect(never).toMatchObject({ kind: 'data', code: 'data.no-bars-in-range' });
    expect(never.hint).toContain('2024-01-01 to 2024-02-29');
  });

  test('two timeframes, where a long bar would tell what the short ones inside it do', async () => {
    const hourly = store(app, 'HOURLY', bars, { timeframe: '1h' });
    const mixed = await refusal(app.runService.run(runRequest(TRADES, [series, hourly])));
    expect(mixed).toMatchObject({ kind: 'usage', code: 'usage.mixed-timeframes' });
    expect(mixed.message).toContain('1d, 1h');
  });

  test('a symbol twice, two currencies, ticks without a tick size', async () => {
    const twice = await refusal(app.runService.run(runRequest(TRADES, [series, series])));
    expect(twice).toMatchObject({ kind: 'usage', code: 'usage.duplicate-symbol' });
    const euro = store(app, 'EURO', bars, { instrument: { quoteCurrency: 'EUR' } });
    const mixed = await refusal(app.runService.run(runRequest(TRADES, [series, euro])));
    expect(mixed).toMatchObject({ kind: 'data', code: 'data.missing-fx' });
    expect(mixed.message).toContain('the rate of exchange EURUSD is missing');
    const ticks = {
      commission: { model: 'none' },
      spread: { model: 'none' },
      slippage: { model: 'ticks', ticks: 1 },
    } as const;
    expect(await refusal(run(TRADES, { costs: ticks }))).toMatchObject({ kind: 'usage', code: 'usage.no-tick-size' });
  });
});

describe('a strategy that throws', () => {
  const failing = (body: string) => `import { strategy } from 'hindcast';
export default strategy({
  name: 'Breaks',
  ${body}
});
`;

  test('in onBar is stored as failed, with everything up to that bar and the place', async () => {
    const source = failing(`onBar({ bar, order }) {
    if (bar.index === 2) order.buy({ size: 5 });
    if (bar.index === 7) {
      throw new Error('seven');
    }
  },`);
    const { record, result } = await run(source);
    expect(record.status).toBe('failed');
    const failure: RunFailure = {
      code: 'strategy.runtime',
      message: 'The strategy failed on bar 8 (2024-01-08): seven',
      bar: 7,
      time: Date.UTC(2024, 0, 8),
      line: 7,
      column: 13,
    };
    expect(result.failure).toEqual(failure);
    expect(app.runs.find(record.id).summary?.failure).toEqual(failure);
    expect([...result.time]).toEqual([...bars.time.slice(0, 8)]);
    expect(result.equity).toHaveLength(8);
    expect(result.buyAndHold).toHaveLength(8);
    // Five units bought at the open of bar 3, closed by force at the close of bar 7.
    expect(result.fills.bar).toEqual(Int32Array.of(3, 7));
    expect([...result.trades.forced]).toEqual([1]);
    const profit = 5 * ((bars.close[7] as number) - (bars.open[3] as number));
    expect(result.equity[7]).toBeCloseTo(10_000 + profit, 9);
    expect(app.runs.result(record)).toEqual(result);
  });

  test.each([
    [
      'onFill',
      'onBar({ bar, order }) { if (bar.index === 2) order.buy({ size: 1 }); }, onFill() { throw new Error("x") }',
      3,
    ],
    ['onEnd', 'onBar() {}, onEnd() { throw new Error("x") }', 59],
    ['onBar, on the first bar', 'onBar() { throw new Error("x") }', 0],
  ])('in %s names the bar', async (_, body, bar) => {
    const { record, result } = await run(failing(body));
    expect(record.status).toBe('failed');
    expect(result.failure).toMatchObject({
      bar,
      line: 4,
      message: expect.stringContaining(`on bar ${bar + 1} (2024-`),
    });
    expect(result.equity).toHaveLength(bar + 1);
  });

  test.each([
    ['setup', 'setup() { throw new RangeError("x") }, onBar() {},', 'in setup: x'],
    ['state', 'state() { throw new RangeError("x") }, onBar() {},', 'in setup: x'],
    [
      'an accessor of what setup returns',
      'setup() { return { get a() { throw Error("x") } } }, onBar() {},',
      'in setup: x',
    ],
  ])('in %s is stored as failed, without a result', async (_, body, message) => {
    const error = await refusal(run(failing(body)));
    expect(error).toMatchObject({
      kind: 'strategy',
      code: 'strategy.runtime',
      message: `The strategy failed ${message}`,
      at: { file: 'test.ts', line: 4 },
    });
    const record = app.runs.find('last');
    expect(record).toMatchObject({ status: 'failed', resultHash: null, summary: null, error });
    expect(await refusal(() => app.runs.result(record))).toMatchObject({ code: 'usage.no-result' });
  });

  test.each([
    ['null', 'null'],
    ['a text', "'text'"],
    ['an object without a stack', 'Object.create(Error.prototype)'],
    ['an object whose message throws', '{ get message() { throw 1 } }'],
    ['a symbol', 'Symbol()'],
    ['a function', '() => {}'],
  ])('%s has failed all the same', async (_, thrown) => {
    const { record, result } = await run(failing(`onBar() { throw ${thrown}; }`));
    expect(record.status).toBe('failed');
    expect(result.failure?.message).toMatch(/^The strategy failed on bar 1 \(2024-01-01\): ./);
  });

  test('an error from so deep in built-in functions that its stack doesn’t reach the strategy is still its own', async () => {
    const { result } = await run(
      failing(`onBar() {
        let call = () => Symbol.prototype.toString.call(1);
        call = Symbol.prototype.toString;
        for (let i = 0; i < 80; i++) call = Array.prototype.forEach.bind([0], call);
        call();
      },`),
    );
    expect(result.failure).toMatchObject({ code: 'strategy.runtime', bar: 0 });
  });

  test('when it is loaded has not run at all', async () => {
    const before = app.runs.list().length;
    const error = await refusal(run(`${failing('onBar() {}')}\nthrow new Error('no');`));
    expect(error).toMatchObject({ code: 'strategy.runtime', message: 'The strategy failed when it was loaded: no' });
    expect(app.runs.list()).toHaveLength(before);
  });
});

describe('a cancelled run', () => {
  test('is stored as cancelled', async () => {
    const stop = new AbortController();
    const request = runRequest(strategySource('onBar() { for (;;) {} }'), [series]);
    const error = await refusal(app.runService.run(request, { signal: stop.signal, onProgress: () => stop.abort() }));
    expect(error.code).toBe('run.cancelled');
    expect(app.runs.find('last')).toMatchObject({ status: 'cancelled', error });
  });
});

describe('verify', () => {
  test('holds for a run that never trades', async () => {
    const { record } = await run(strategySource('onBar() {}'));
    expect(await app.runService.verify(record)).toMatchObject({ stored: record.resultHash, isIntact: true });
  });

  const check = (id: string) => app.runService.verify(app.runs.find(id));

  test('runs it again and finds the same hash, for runs that failed too', async () => {
    for (const source of [TRADES, strategySource('onBar({ bar }) { if (bar.index === 5) throw new Error("x") }')]) {
      const { record } = await run(source);
      expect(await check(record.id)).toMatchObject({ stored: record.resultHash, fresh: record.resultHash });
    }
  });

  test('holds when bars were added, and tells when one was replaced', async () => {
    const grows = store(app, 'GROWS', sliceBars(bars, 0, 40));
    const { record } = await app.runService.run(runRequest(TRADES, [grows]));
    store(app, 'GROWS', sliceBars(bars, 40, 60));
    expect(app.market.find('GROWS').rows).toBe(60);
    expect(await check(record.id)).toMatchObject({ stored: record.resultHash, fresh: record.resultHash });

    const other = sliceBars(waves(60), 20, 21);
    other.close[0] = (other.close[0] as number) + 1;
    store(app, 'GROWS', other);
    const error = await refusal(check(record.id));
    expect(error).toMatchObject({ kind: 'data', code: 'data.changed' });
    expect(error.message).toContain(`GROWS (1d) are no longer those of run ${record.id}`);
  });

  test('repeats a run with the instrument as it was then', async () => {
    const lots = store(app, 'LOTS', bars, { instrument: { lotStep: 1 } });
    const all = strategySource('onBar({ order, bar }) { if (bar.index === 1) order.buy(); }');
    const { record } = await app.runService.run(runRequest(all, [lots]));
    store(app, 'LOTS', sliceBars(bars, 0, 1), { instrument: { lotStep: 7 } });
    expect((await check(record.id)).fresh).toBe(record.resultHash);
  });

  test('needs the bars', async () => {
    const gone = store(app, 'GONE', bars);
    const { record } = await app.runService.run(runRequest(TRADES, [gone]));
    app.market.delete(gone);
    expect(await refusal(check(record.id))).toMatchObject({ kind: 'data', code: 'data.no-such-series' });
  });
});
