import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allocateBars, BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { instrument } from '../../tests/support/bars.ts';
import { waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { RSI } from '../indicators/momentum/rsi.ts';
import type { LinesTask } from '../task.ts';
import { type Evaluator, startEvaluator } from './fixtures/evaluator.ts';

let evaluator: Evaluator;

beforeAll(() => {
  evaluator = startEvaluator();
});
afterAll(() => evaluator.stop());

const none = Number.NaN;
const bars = waves(60);

function taskOf(source: string, parts: Partial<LinesTask> = {}): LinesTask {
  const series = [{ instrument: instrument(), bars }];
  return { kind: 'lines', source, file: 'test.ts', params: {}, seed: 0, symbol: 'TEST', series, ...parts };
}

async function linesOf(source: string, parts: Partial<LinesTask> = {}) {
  const reply = await evaluator.evaluate(taskOf(source, parts));
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

const inSetup = (returned: string, parts: Partial<LinesTask> = {}, before = '') =>
  linesOf(strategySource(`setup: ({ data, params }) => (${returned}), onBar() {}`, before), parts);

/** Name and pane of each line. */
async function placesOf(returned: string, parts: Partial<LinesTask> = {}) {
  return (await inSetup(returned, parts)).lines.map(({ name, pane }) => [name, pane]);
}

/** Some rows of the bars, as another symbol's. */
function onRows(of: BarColumns, keep: (row: number) => boolean): BarColumns {
  const rows = [...of.time.keys()].filter(keep);
  const kept = allocateBars(rows.length, 'shared');
  for (const name of BAR_COLUMNS) kept[name].set(rows.map((row) => of[name][row] as number));
  return kept;
}

describe('the series of setup', () => {
  test('are lines by the names that they have there, with what `now` reads on each bar', async () => {
    const { lines, leftOut } = await inSetup('{ fast: ta.sma(data.close, 3), rsi: ta.rsi(data.close, 14) }');
    expect(lines.map(({ name, pane }) => [name, pane])).toEqual([
      ['fast', null],
      ['rsi', 'rsi'],
    ]);
    const mean = (row: number) =>
      ((bars.close[row] as number) + (bars.close[row - 1] as number) + (bars.close[row - 2] as number)) / 3;
    const [fast, rsi] = lines.map(({ values }) => [...values]);
    expect(fast?.slice(0, 2)).toEqual([none, none]);
    for (const row of [2, 3, 59]) expect(fast?.[row]).toBeCloseTo(mean(row), 12);
    expect(rsi).toEqual([...(RSI.compute({ kind: 'source', source: bars.close }, [14])[0] as Float64Array)]);
    expect(leftOut).toBe(0);
  });

  test('lie in memory that threads share', async () => {
    const { lines } = await inSetup('ta.sma(data.close, 3)');
    expect(lines[0]?.values.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test('inside others are named by the way to them', async () => {
    expect(
      await placesOf(
        '{ bands: ta.bbands(data.close, 20, 2), means: [ta.sma(data.close, 5), ta.sma(data.close, 9)], more: new Map([["slow", ta.ema(data.close, 20)], [{}, ta.ema(data.close, 5)]]), set: new Set([ta.ema(data.close, 7)]) }',
      ),
    ).toEqual([
      ['bands.upper', null],
      ['bands.middle', null],
      ['bands.lower', null],
      ['means.0', null],
      ['means.1', null],
      ['more.slow', null],
      ['more.1', null],
      ['set.0', null],
    ]);
  });

  test('that has no name is called by how it was made', async () => {
    expect(await placesOf('ta.ema(ta.rsi(data.close, 14), 5)')).toEqual([['ema(rsi(close, 14), 5)', 'rsi']]);
    expect(await placesOf('ta.atr(data, 14)')).toEqual([['atr(14)', 'atr']]);
    expect(await placesOf('ta.donchian(data, 5).lower')).toEqual([['donchian(5).lower', null]]);
    expect(await placesOf('series(Array.from({ length: 60 }, () => 5))')).toEqual([['series', 'series']]);
    const deep = 'ta.ema(ta.ema(ta.ema(ta.ema(ta.ema(data.close, 2), 3), 4), 5), 6)';
    expect(await placesOf(deep)).toEqual([['ema(ema(ema(ema(…, 3), 4), 5), 6)', null]]);
  });

  test('leave out what a chart of the bars shows anyway, and what is no series', async () => {
    expect(
      await placesOf(
        '{ close: data.close, volume: data.volume, data, n: 5, text: "x", nothing: null, deep: { a: { b: { c: { d: ta.sma(data.close, 2) } } } } }',
      ),
    ).toEqual([]);
    expect(await placesOf('undefined')).toEqual([]);
  });

  test('have names without control characters, and not too long ones', async () => {
    const [line] = (await inSetup('{ ["a\\u001b" + "b".repeat(60)]: ta.sma(data.close, 2) }')).lines;
    expect(line?.name).toBe(`a\uFFFD${'b'.repeat(38)}`);
  });

  test('are made with the parameters and the seed of the run', async () => {
    const source = strategySource(
      'params: { length: param.int(3) }, setup({ data, params }) { const n = random(); return { mean: ta.sma(data.close, params.length), noise: series(Array.from({ length: 60 }, () => 100 + n)) } }, onBar() {}',
    );
    const firstOf = async (parts: Partial<LinesTask>) => {
      const [mean, noise] = (await linesOf(source, parts)).lines;
      return [mean?.values.findIndex((value) => !Number.isNaN(value)), noise?.values[0]];
    };
    const [start, noise] = await firstOf({ params: { length: 7 }, seed: 4 });
    expect(start).toBe(6);
    expect(await firstOf({ params: { length: 9 }, seed: 4 })).toEqual([8, noise]);
    expect((await firstOf({ params: { length: 9 }, seed: 5 }))[1]).not.toBe(noise);
  });

  test('beyond sixteen are counted', async () => {
    const { lines, leftOut } = await inSetup('Array.from({ length: 19 }, (_, i) => ta.sma(data.close, i + 1))');
    expect([lines.length, lines.at(-1)?.name, leftOut]).toEqual([16, '15', 3]);
  });
});

describe('panes', () => {
  test('are of what made a series', async () => {
    expect(
      await placesOf(
        '{ macd: ta.macd(data.close), width: ta.stddev(data.close, 20), volume: ta.sma(data.volume, 5), trend: ta.supertrend(data, 10, 3), up: ta.highest(ta.rsi(data.close, 9), 5) }',
      ),
    ).toEqual([
      ['macd.macd', 'macd'],
      ['macd.signal', 'macd'],
      ['macd.histogram', 'macd'],
      ['width', 'stddev'],
      ['volume', 'volume'],
      ['trend.value', null],
      ['trend.direction', 'supertrend'],
      ['up', 'rsi'],
    ]);
  });

  test('of a series of the strategy’s own go by its values', async () => {
    const own = (value: string) => `series(Array.from({ length: 60 }, (_, i) => ${value}))`;
    const price = 'data.close.at(i)';
    const places = await placesOf(
      `{ near: ${own(`i < 6 ? 0 : ${price} * 1.5`)}, far: ${own(`i < 7 ? 0 : ${price} * 1.5`)}, twice: ${own(`${price} * 1.51`)}, below: ${own(`${price} * 0.5`)}, mean: ta.sma(${own(price)}, 3), set: { one: ${own('i')} }, unknown: ${own('NaN')} }`,
    );
    expect(places).toEqual([
      ['near', null],
      ['far', 'far'],
      ['twice', 'twice'],
      ['below', null],
      ['mean', null],
      ['set.one', 'set'],
      ['unknown', 'unknown'],
    ]);
  });
});

describe('several symbols', () => {
  const half = onRows(bars, (row) => row % 2 === 0 && row > 10);
  const series = [
    { instrument: instrument(), bars },
    { instrument: instrument({ symbol: 'HALF' }), bars: half },
  ];
  const returned =
    '{ own: ta.sma(data.close, 2), other: new Map(data.symbols.map((one) => [one, ta.sma(data.of(one).close, 2)])) }';

  test('have each their own lines', async () => {
    expect(await placesOf(returned, { series })).toEqual([
      ['own', null],
      ['other.TEST', null],
    ]);
    expect(await placesOf(returned, { series, symbol: 'HALF' })).toEqual([['other.HALF', null]]);
  });

  test('stand on the clock of the run: a value stays until the next bar', async () => {
    const [line] = (await inSetup('ta.sma(data.of("HALF").close, 1)', { series, symbol: 'HALF' })).lines;
    const close = (row: number) => bars.close[row] as number;
    expect(line?.name).toBe('sma(close, 1)');
    expect([...(line?.values.slice(9, 16) ?? [])]).toEqual([
      none,
      none,
      none,
      close(12),
      close(12),
      close(14),
      close(14),
    ]);
    expect(line?.values.length).toBe(60);
    expect(line?.values[59]).toBe(close(58));
  });

  test('are named where two meet', async () => {
    const both = series.map((one) => ({ ...one, bars }));
    expect(await placesOf('ta.correlation(data.close, data.of("HALF").close, 20)', { series: both })).toEqual([
      ['correlation(close, HALF close, 20)', 'correlation'],
    ]);
  });
});

describe('a longer timeframe', () => {
  test('comes in with the bar that completes it', async () => {
    const { lines } = await inSetup('{ week: data.at("1w"), weekly: data.at("1w").close, times: data.at("1w").time }');
    expect(lines.map(({ name, pane }) => [name, pane])).toEqual([['weekly', null]]);
    // The first of January 2024 is a Monday: the first week is complete with the bar of Sunday, row 6.
    expect([...(lines[0]?.values.slice(4, 15) ?? [])]).toEqual([
      none,
      none,
      ...Array.from({ length: 7 }, () => bars.close[6] as number),
      bars.close[13] as number,
      bars.close[13] as number,
    ]);
  });

  test('is named by it', async () => {
    expect(await placesOf('[ta.sma(data.at("1w").close, 2)]')).toEqual([['0', null]]);
    expect(await placesOf('ta.sma(data.at("1w").close, 2)')).toEqual([['sma(1w close, 2)', null]]);
    expect(await placesOf('ta.atr(data.at("1w"), 2)')).toEqual([['atr(1w, 2)', 'atr']]);
  });
});

describe('a strategy of signals', () => {
  test('shows what its conditions compare, each series once', async () => {
    const source = strategySource(
      'signals({ data }) { const fast = ta.sma(data.close, 3); return { entries: when.crossOver(fast, ta.sma(data.close, 9)).and(when.below(ta.rsi(data.close, 14), 50)), exits: when.crossUnder(data.close, fast) } }',
    );
    expect((await linesOf(source)).lines.map(({ name, pane }) => [name, pane])).toEqual([
      ['sma(close, 3)', null],
      ['sma(close, 9)', null],
      ['rsi(close, 14)', 'rsi'],
    ]);
  });
});

describe('a strategy that throws', () => {
  test('in setup is told where', async () => {
    const source = strategySource('setup() { throw new Error("no luck") }, onBar() {}');
    const reply = await evaluator.evaluate(taskOf(source));
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'strategy.runtime', message: 'The strategy failed in setup: no luck', at: { line: 3 } },
    });
  });

  test('in signals is told so', async () => {
    const reply = await evaluator.evaluate(taskOf(strategySource('signals: () => ({})')));
    expect(reply).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^The strategy failed in signals: signals: without entries/) },
    });
  });

  test('when what it returned is looked at is its own doing', async () => {
    const reply = await evaluator.evaluate(
      taskOf(strategySource('setup: () => ({ get trap() { throw new Error("gotcha") } }), onBar() {}')),
    );
    expect(reply).toMatchObject({ ok: false, error: { message: 'The strategy failed in setup: gotcha' } });
  });

  test('or doesn’t compile is refused as a run is', async () => {
    expect(await evaluator.evaluate(taskOf('export default 5'))).toMatchObject({
      ok: false,
      error: { code: 'strategy.no-strategy' },
    });
  });
});

test.each([
  ['sma-cross', ['fast', 'slow'], [null]],
  ['bollinger-limit', ['bands.upper', 'bands.middle', 'bands.lower'], [null]],
  ['donchian-breakout', ['channel.upper', 'channel.middle', 'channel.lower', 'atr'], [null, 'atr']],
  ['weekly-trend', ['trend', 'rsi'], [null, 'rsi']],
  ['sma-signals', ['sma(close, 10)', 'sma(close, 30)'], [null]],
  ['rotation', ['TEST'], ['roc']],
  ['buy-and-hold', [], []],
])('the example %s has its lines', async (example, names, panes) => {
  const source = readFileSync(new URL(`../../examples/${example}.ts`, import.meta.url), 'utf8');
  const declared = source.matchAll(/(\w+): param\.\w+\((\d+)/g);
  const params = Object.fromEntries([...declared].map(([, name, value]) => [name as string, Number(value)]));
  const { lines } = await linesOf(source, { params });
  expect(lines.map(({ name }) => name)).toEqual(names);
  expect([...new Set(lines.map(({ pane }) => pane))]).toEqual(panes);
});
