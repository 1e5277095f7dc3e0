import { describe, expect, test } from 'vitest';
import { splitLines } from '#worker/sandbox/source-text.ts';
import type { Finding, TextEdit } from './finding.ts';
import { lint } from './lint.ts';

const IMPORTS = "import { strategy, param, ta, when, series, random } from 'hindcast';\n";
/** An entry and an exit, so that only what a test is about is found. */
const TRADES = 'order.buy(); position.close();';

function findings(members: string, before = ''): Finding[] {
  return lint({ 'main.ts': `${IMPORTS}${before}\nexport default strategy({ name: 'test',\n${members} });\n` });
}

/** `rule text` of each finding. */
function found(members: string, before = ''): string[] {
  const source = `${IMPORTS}${before}\nexport default strategy({ name: 'test',\n${members} });\n`;
  return lint({ 'main.ts': source }).map((one) => `${one.rule} ${textOf(source, one)}`);
}

function textOf(source: string, { line, column, endLine, endColumn }: TextEdit | Finding): string {
  const lines = splitLines(source).slice(line - 1, endLine);
  if (line === endLine) return lines[0]?.slice(column - 1, endColumn - 1) ?? '';
  return [lines[0]?.slice(column - 1), ...lines.slice(1, -1), lines.at(-1)?.slice(0, endColumn - 1)].join('\n');
}

/** The source with the fix of its only finding applied; edits from the end on, so that places stay. */
function mended(source: string): string {
  const [finding] = lint({ 'main.ts': source });
  const edits = (finding?.fix?.edits ?? []).toSorted((a, b) => b.line - a.line || b.column - a.column);
  return edits.reduce((text, { line, column, endLine, endColumn, text: put }) => {
    const offset = (to: number, at: number) =>
      splitLines(text)
        .slice(0, to - 1)
        .join('\n').length + (to > 1 ? at : at - 1);
    const [from, to] = [offset(line, column), offset(endLine, endColumn)];
    return text.slice(0, from) + put + text.slice(to);
  }, source);
}

/** A loop over the bars in `setup`. */
const loop = (body: string, before = '') => `setup({ data }) {
  const { close } = data; const list: number[] = [];${before}
  for (let i = 0; i < close.length; i++) { ${body} }
  return { list: series(list) };
}, onBar({ order, position }) { ${TRADES} }`;

describe('forward-index', () => {
  test.each([
    ['list.push(close.at(i + 1));', 'close.at(i + 1)'],
    ['list.push(data.close.at(2 + i));', 'data.close.at(2 + i)'],
    ['list[i] = ta.sma(close, 3).at(i + 1);', 'ta.sma(close, 3).at(i + 1)'],
    ['list[i] = close.at(i); list[i] = (list[i + 1] ?? 0) * 2;', 'list[i + 1]'],
    ['list[i + 1] = close.at(i + 2);', 'close.at(i + 2)'],
  ])('in a loop: %s', (body, text) => {
    expect(found(loop(body))).toEqual([`forward-index ${text}`]);
  });

  test.each([
    'list.push(close.at(i) - close.at(i - 1));',
    'list[i + 1] = close.at(i + 1) / close.at(i);',
    'list.push(close.at(i + 0));',
    'const names = ["a", "b"]; list.push(close.at(i) + (names[i + 1]?.length ?? 0));',
  ])('not: %s', (body) => {
    expect(found(loop(body))).toEqual([]);
  });

  test('a list that begins with a value is one step behind', () => {
    expect(found(loop('changes.push(close.at(i + 1) - close.at(i));', ' const changes = [Number.NaN];'))).toEqual([]);
    expect(found(loop('changes.push(close.at(i + 2) - close.at(i));', ' const changes = [Number.NaN];'))).toEqual([
      'forward-index close.at(i + 2)',
    ]);
  });

  test('in callbacks and in helpers', () => {
    expect(
      found(`signals({ data: { close } }) {
        const rises = Array.from({ length: close.length }, (_, i) => close.at(i + 1) > close.at(i));
        return { entries: when.condition(rises), exits: when.condition(rises).not() };
      }`),
    ).toEqual(['forward-index close.at(i + 1)']);
  });

  test('by the index of the bar', () => {
    expect(
      found(`setup: ({ data }) => ({ up: [data.close.at(0)] }),
        onBar({ bar, data, order, position }, { up }) {
          if ((up[bar.index + 1] ?? 0) > 0 || data.close.at(bar.index + 1) > 1) { ${TRADES} }
        }`),
    ).toEqual(['forward-index up[bar.index + 1]', 'forward-index data.close.at(bar.index + 1)']);
  });

  test('bars back are counted upwards, and its fix says so', () => {
    const bad = `onBar({ data, order, position }) { if (data.close.ago(-2) > data.close.ago(-0)) { ${TRADES} } }`;
    expect(found(bad)).toEqual(['forward-index data.close.ago(-2)']);
    const source = `${IMPORTS}export default strategy({ name: 'x', ${bad} });`;
    expect(mended(source)).toBe(source.replace('ago(-2)', 'ago(2)'));
  });
});

describe('whole-series-aggregate', () => {
  test.each([
    ['Math.max(...list)', 'Math.max(...list)'],
    ['Math.min(...list)', 'Math.min(...list)'],
    ['list.reduce((sum, one) => sum + one, 0)', 'list.reduce((sum, one) => sum + one, 0)'],
    ['list.toSorted()[0] ?? 0', 'list.toSorted()'],
    ['list.at(-1) ?? 0', 'list.at(-1)'],
    ['close.at(close.length - 1)', 'close.at(close.length - 1)'],
  ])('%s', (expression, text) => {
    const members = loop('list.push(close.at(i));').replace(
      'return {',
      `const whole = ${expression};\n return { whole,`,
    );
    expect(found(members)).toEqual([`whole-series-aggregate ${text}`]);
  });

  test.each([
    'Math.max(...list.slice(0, 5))',
    'list.slice(0, 20).reduce((a, b) => a + b, 0)',
    'list[0]',
    '[1, 2].toSorted()',
  ])('not %s', (expression) => {
    const members = loop('list.push(close.at(i));').replace('return {', `const some = ${expression};\n return { some,`);
    expect(found(members)).toEqual([]);
  });

  test('a list made of another one holds all bars too', () => {
    const members = loop('list.push(close.at(i));').replace(
      'return {',
      'const half = list.map((one) => one / 2);\n const top = Math.max(...half);\n return { top,',
    );
    expect(found(members)).toEqual(['whole-series-aggregate Math.max(...half)']);
  });

  test('the number of all bars, in what runs bar by bar and what that calls', () => {
    expect(
      found(
        `onBar({ bar, data, order, position }) { if (isLast(bar.index, data.close)) { ${TRADES} } }`,
        "import type { Series } from 'hindcast'; const isLast = (i: number, close: Series) => i === close.length - 1;",
      ),
    ).toEqual(['whole-series-aggregate close.length']);
    expect(found(loop('list.push(i);'))).toEqual([]);
  });

  test('a series isn’t a list', () => {
    expect(found(`onBar({ data, order, position }) { if (Math.max(...data.close) > 1) { ${TRADES} } }`)).toEqual([
      'whole-series-aggregate ...data.close',
    ]);
  });
});

describe('unconfirmed-higher-timeframe', () => {
  test.each([
    ['data.at("1w").close', 'data.at("1w").close.at(i)'],
    ['ta.sma(data.at("1w").close, 3)', 'ta.sma(data.at("1w").close, 3).at(i)'],
    ['ta.atr(data.at("1w"))', 'ta.atr(data.at("1w")).at(i)'],
    ['ta.bbands(data.at("1w").close).upper', 'ta.bbands(data.at("1w").close).upper.at(i)'],
  ])('%s', (one, text) => {
    expect(found(loop(`list.push(${one}.at(i));`))).toEqual([`unconfirmed-higher-timeframe ${text}`]);
  });

  test('through constants and parts', () => {
    expect(found(loop('list.push(high.at(i));', ' const week = data.at("1w"); const { high } = week;'))).toEqual([
      'unconfirmed-higher-timeframe high.at(i)',
    ]);
  });

  test('in onBar, through what setup returned', () => {
    expect(
      found(`setup({ data }) { const week = data.at('1w'); return { week, fast: ta.sma(week.close, 2) }; },
        onBar({ bar, order, position }, { week, fast }) {
          if (week.close.at(bar.index) > fast.at(bar.index) && week.close.now > fast.now) { ${TRADES} }
        }`),
    ).toEqual([
      'unconfirmed-higher-timeframe week.close.at(bar.index)',
      'unconfirmed-higher-timeframe fast.at(bar.index)',
    ]);
  });

  test('not up to its own length', () => {
    expect(
      found(`setup({ data }) {
        const week = data.at('1w');
        const spans: number[] = [];
        for (let i = 0; i < week.close.length; i++) spans.push(week.high.at(i) - week.low.at(i));
        const same = Array.from({ length: week.close.length }, (_, i) => week.close.at(i));
        return { spans: series(spans, week.close), same: series(same, week.close) };
      }, onBar({ order, position }) { ${TRADES} }`),
    ).toEqual([]);
  });
});

describe('clock-or-randomness', () => {
  const inBar = (condition: string) => `onBar({ bar, order, position }) { if (${condition}) { ${TRADES} } }`;

  test.each(['Date.now', 'new Date()', 'Date()', 'performance.now', 'Math.random', 'crypto.randomUUID'])(
    '%s',
    (use) => {
      const condition = use.endsWith('()') ? use : `${use}()`;
      expect(found(inBar(`String(${condition}) > ''`)).map((one) => one.split('(')[0])).toEqual([
        `clock-or-randomness ${use}`.replace('()', ''),
      ]);
    },
  );

  test.each([
    'new Date(bar.time).getUTCDay() === 1',
    'Math.max(bar.close, 1) > 0',
    'random() < 0.5',
    'Date.UTC(2020, 0) < bar.time',
  ])('not %s', (condition) => {
    expect(found(inBar(condition))).toEqual([]);
  });

  test('not a variable of the same name', () => {
    expect(found(inBar('performance.now() > 0'), 'const performance = { now: () => 1 };')).toEqual([]);
  });

  test('Math.random is mended with the import', () => {
    const source = `import { strategy } from 'hindcast';
export default strategy({ name: 'x', ${inBar('Math.random() < 0.5')} });`;
    expect(mended(source)).toBe(
      source.replace('{ strategy }', '{ strategy, random }').replace('Math.random()', 'random()'),
    );
    const imported = source.replace('{ strategy }', '{ random, strategy }');
    expect(mended(imported)).toBe(imported.replace('Math.random()', 'random()'));
    const taken = source.replace('export', 'const random = 4; export');
    expect(lint({ 'main.ts': taken })[0]?.fix).toBeUndefined();
  });
});

describe('state-before-warm-up', () => {
  const early = (warmup: string, body: string, call = 'ta.sma(data.close, 20)') => `warmup: ${warmup},
    params: { n: param.int(30) },
    setup({ data, params }) { return { line: ${call}, n: params.n }; },
    onBar({ bar, order, position }, { line }) { ${body} }`;
  const reads = `if (bar.close > line.now) { ${TRADES} }`;

  test.each([
    ['0', 'ta.sma(data.close, 20)'],
    ['18', 'ta.sma(data.close, 20)'],
    ['28', 'ta.sma(data.close, params.n)'],
  ])('a warm-up of %s for %s', (warmup, call) => {
    expect(found(early(warmup, reads, call))).toEqual([`state-before-warm-up warmup: ${warmup}`]);
  });

  test.each([
    ['19', reads, 'ta.sma(data.close, 20)'],
    ['29', reads, 'ta.sma(data.close, params.n)'],
    ['0', TRADES, 'ta.sma(data.close, 20)'],
    ['0', `if (!Number.isNaN(line.now)) { ${reads} }`, 'ta.sma(data.close, 20)'],
    ['0', `if (bar.index > 20) { ${reads} }`, 'ta.sma(data.close, 20)'],
  ])('not with a warm-up of %s: %s', (warmup, body, call) => {
    expect(found(early(warmup, body, call))).toEqual([]);
  });

  test('indicators that are made in onBar', () => {
    expect(
      found(`onBar({ data, order, position }) {
        if (ta.sma(data.close, 5).now > 1 && ta.crossOver(data.close, 3)) { ${TRADES} }
      }`),
    ).toEqual(['state-before-warm-up ta.sma(data.close, 5)']);
  });
});

describe('mutable-module-state', () => {
  const using = (use: string) => `onBar({ order, position }) { ${use}; ${TRADES} }`;

  test.each([
    ['let count = 0;', 'count++', 'count = 0'],
    ['let count = 0;', 'count += 2', 'count = 0'],
    ['const seen: number[] = [];', 'seen.push(1)', 'seen: number[] = []'],
    ['const last = { price: 0 };', 'last.price = 1', 'last = { price: 0 }'],
    ['const by = new Map<string, number>();', 'by.set("a", 1)', 'by = new Map<string, number>()'],
  ])('%s %s', (before, use, text) => {
    expect(found(using(use), before)).toEqual([`mutable-module-state ${text}`]);
  });

  test.each([
    ['const days = [1, 2];', 'days.includes(1)'],
    ['const days: number[] = []; days.push(3);', 'days.length'],
    ['', 'const own: number[] = []; own.push(1)'],
    ['let limit = 3;', 'limit > 2'],
  ])('not: %s %s', (before, use) => {
    expect(found(using(use), before)).toEqual([]);
  });
});

describe('order-without-exit', () => {
  const sends = (calls: string) => `onBar({ bar, order, position }) { ${calls} }`;

  test.each(['order.buy()', 'order.sell({ size: 3 })', 'position.of("A").isOpen || order.buy({ symbol: "A" })'])(
    '%s',
    (calls) => {
      expect(found(sends(calls))).toHaveLength(1);
      expect(found(sends(calls))[0]).toMatch(/^order-without-exit order\.(buy|sell)\(/);
    },
  );

  test.each([
    'order.buy(); position.close()',
    'order.buy({ symbol: "A" }); position.of("A").close()',
    'order.buy(); order.sell()',
    'order.buy({ stopLoss: 3 })',
    'order.buy({ takeProfit: order.percentAway(2) })',
    'order.buy({ trailingStop: order.percentAway(2) })',
    'order.buy(); position.protect({ stopLoss: 3 })',
    'order.buy(); order.exit({ stopLoss: 3 })',
    'if (bar.index === 0) order.buy()',
    '',
  ])('not: %s', (calls) => {
    expect(found(sends(calls))).toEqual([]);
  });

  test('not at the start', () => {
    expect(found('onStart({ order }) { order.buy(); }, onBar() {}')).toEqual([]);
  });

  test.each([
    ['{ entries: up }', 1],
    ['{ shortEntries: up }', 1],
    ['{ entries: up, exits: up.not() }', 0],
    ['{ entries: up, shortEntries: up.not() }', 0],
    ['{ shortEntries: up, shortExits: up.not() }', 0],
    ['{ ...{ exits: up }, entries: up }', 0],
  ])('signals %s', (returned, count) => {
    const members = `signals({ data }) { const up = when.above(data.close, 3); return ${returned}; }`;
    expect(found(members)).toHaveLength(count);
  });
});

describe('unused-parameter', () => {
  const declares = (body: string) => `params: { used: param.int(1), spare: param.int(2), last: param.int(3) },
    onBar({ order, position, params }) { ${body} ${TRADES} }`;

  test('each is found, and its fix takes the declaration out', () => {
    expect(found(declares('params.used;'))).toEqual([
      'unused-parameter spare: param.int(2)',
      'unused-parameter last: param.int(3)',
    ]);
    const source = `${IMPORTS}export default strategy({ name: 'x', ${declares('params.used + params.last;')} });`;
    expect(mended(source)).toBe(source.replace('spare: param.int(2), ', ''));
    const atEnd = `${IMPORTS}export default strategy({ name: 'x', ${declares('params.used + params.spare;')} });`;
    expect(mended(atEnd)).toBe(atEnd.replace('last: param.int(3)', ''));
  });

  test.each([
    'const { used, spare, last: third } = params; third;',
    'const one = (all: object) => all; one(params);',
    'const { ...all } = params; all;',
    'const name = "used"; params[name] + params.spare + params.last;',
  ])('not: %s', (body) => {
    expect(found(declares(body))).toEqual([]);
  });
});

describe('what the author allows', () => {
  const bad = 'onBar({ order }) {\n  if (order) order.buy();\n}';
  const noted = (note: string) => bad.replace('order.buy();', `order.buy(); ${note}`);

  test.each([
    ['at the end of the line', noted('// lint-allow order-without-exit: held to the end'), 0],
    ['on the line before', bad.replace('  if', '  // lint-allow order-without-exit: held\n  if'), 0],
    ['without a reason', noted('// lint-allow order-without-exit:'), 1],
    ['another rule', noted('// lint-allow forward-index: held to the end'), 1],
    ['behind code on the line before', bad.replace('{\n', '{ order; // lint-allow order-without-exit: held\n'), 1],
  ])('%s', (_, members, count) => {
    expect(findings(members)).toHaveLength(count);
  });
});

test('a finding has its file and place, in the order of the text', () => {
  const main =
    "import { strategy } from 'hindcast';\nimport { coin } from './lib/coin.ts';\nexport default strategy({ name: 'x', onBar({ order }) { if (coin()) order.buy(); } });";
  const coin = '\n\nexport const coin = () => Math.random() < 0.5;';
  const places = lint({ 'main.ts': main, 'lib/coin.ts': coin }).map((one) => [
    one.file,
    one.rule,
    one.line,
    one.column,
    one.endLine,
    one.endColumn,
  ]);
  expect(places).toEqual([
    ['main.ts', 'order-without-exit', 3, 69, 3, 80],
    ['lib/coin.ts', 'clock-or-randomness', 3, 27, 3, 38],
  ]);
});

test.each(['', 'const', 'export default 3;', "import { strategy } from 'hindcast';\nexport default strategy(3);"])(
  'a text that is no strategy has nothing to find: %j',
  (source) => {
    expect(lint({ 'main.ts': source })).toEqual([]);
  },
);
