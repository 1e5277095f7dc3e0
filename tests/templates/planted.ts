import { strategySource } from '../support/strategy-source.ts';

/** A strategy that looks ahead, and what finds out. */
export interface Planted {
  how: string;
  /** The rules that see it in the text; none for what only shows when it runs. */
  lint: string[];
  /** Whether the run itself gives it away on cut or changed bars; `refused` when it doesn't get that far. */
  proof: boolean | 'refused';
  source: string;
}

/** Trades on a series `signal`: above 0 it holds, otherwise it doesn't. */
const ON_SIGNAL = `onBar({ order, position }, { signal }) {
  if (signal.now > 0 && !position.isOpen) order.buy();
  else if (!(signal.now > 0)) position.close();
}`;

/** A strategy whose `setup` makes `signal` of `close` in these statements; `list` is there to be filled. */
function signalOf(statements: string): string {
  return strategySource(
    `setup({ data }) {
  const { close, high } = data;
  const closes = Array.from({ length: close.length }, (_, i) => close.at(i));
  const list = [];
  ${statements}
  return { signal: series(list) };
},
${ON_SIGNAL}`,
  );
}

export const PLANTED: readonly Planted[] = [
  {
    how: 'asks for the bar after this one',
    lint: ['forward-index'],
    proof: 'refused',
    source: strategySource(`onBar({ data, order, position }) {
  if (data.close.ago(-1) > data.close.now) order.buy();
  else position.close();
}`),
  },
  {
    how: 'compares with the next close',
    lint: ['forward-index'],
    proof: true,
    source: signalOf(
      'for (let i = 0; i < close.length - 1; i++) list.push(close.at(i + 1) - close.at(i)); list.push(0);',
    ),
  },
  {
    how: 'reads a list of closes one further',
    lint: ['forward-index'],
    proof: true,
    source: signalOf('for (let i = 0; i < closes.length; i++) list.push((closes[i + 1] ?? 0) - closes[i]);'),
  },
  {
    how: 'takes the next element of a list in onBar',
    lint: ['forward-index'],
    proof: true,
    source: strategySource(`setup({ data }) {
  return { closes: Array.from({ length: data.close.length }, (_, i) => data.close.at(i)) };
},
onBar({ bar, order, position }, { closes }) {
  if (closes[bar.index + 1] > bar.close) order.buy();
  else position.close();
}`),
  },
  {
    how: 'says so in signals',
    lint: ['forward-index'],
    proof: true,
    source: strategySource(`signals({ data }) {
  const rises = Array.from({ length: data.close.length }, (_, i) => i + 1 < data.close.length && data.close.at(i + 1) > data.close.at(i));
  return { entries: when.condition(rises), exits: when.condition(rises).not() };
}`),
  },
  {
    how: 'knows the highest close of all time',
    lint: ['whole-series-aggregate'],
    proof: true,
    source: signalOf('const top = Math.max(...closes); for (const one of closes) list.push(0.45 - one / top);'),
  },
  {
    how: 'knows the mean of all closes',
    lint: ['whole-series-aggregate'],
    proof: true,
    source: signalOf(
      'const mean = closes.reduce((sum, one) => sum + one, 0) / closes.length; for (const one of closes) list.push(mean - one);',
    ),
  },
  {
    how: 'knows the last close',
    lint: ['whole-series-aggregate'],
    proof: true,
    source: signalOf('const last = closes.at(-1); for (const one of closes) list.push(last - 2 * one);'),
  },
  {
    how: 'ranks closes among all',
    lint: ['whole-series-aggregate'],
    proof: true,
    source: signalOf(
      'const sorted = closes.toSorted((a, b) => a - b); for (const one of closes) list.push(sorted.length / 3 - sorted.indexOf(one));',
    ),
  },
  {
    how: 'averages backwards',
    lint: ['whole-series-aggregate'],
    proof: true,
    source: signalOf(
      'const smooth = ta.ema(series(closes.toReversed()), 5); for (let i = 0; i < close.length; i++) list.push(smooth.at(close.length - i - 1) - close.at(i));',
    ),
  },
  {
    how: 'knows which bar is the last',
    lint: ['whole-series-aggregate'],
    proof: true,
    source: strategySource(`onBar({ bar, data, order, position }) {
  if (bar.index === data.close.length - 1) position.close({ tag: 'last bar' });
  else if (bar.index % 50 === 0 && !position.isOpen) order.buy();
}`),
  },
  {
    how: 'reads the close of the week on its first day',
    lint: ['unconfirmed-higher-timeframe'],
    proof: true,
    source: signalOf(
      `const week = data.at('1w'); let w = 0;
  for (let i = 0; i < close.length; i++) {
    while (w + 1 < week.time.length && week.time.at(w + 1) <= data.time.at(i)) w++;
    list.push(week.close.at(w) - close.at(i));
  }`,
    ),
  },
  {
    how: 'centres its average',
    lint: [],
    proof: true,
    source: signalOf(
      `const half = 5;
  for (let i = 0; i < close.length; i++) {
    let sum = 0;
    for (let k = -half; k <= half; k++) sum += closes[Math.min(Math.max(i + k, 0), close.length - 1)];
    list.push(sum / (2 * half + 1) - close.at(i));
  }`,
    ),
  },
  {
    how: 'confirms turning points by what follows',
    lint: [],
    proof: true,
    source: signalOf(
      `for (let i = 0; i < close.length; i++) {
    let isTop = true;
    for (let k = 1; k <= 3 && i + k < close.length; k++) isTop &&= high.at(i + k) < high.at(i);
    list.push(isTop ? -1 : 1);
  }`,
    ),
  },
  {
    how: 'goes through the bars from the end',
    lint: [],
    proof: true,
    source: signalOf(
      `let low = Infinity;
  for (let i = close.length - 1; i >= 0; i--) {
    list[i] = low - close.at(i) * 0.99;
    low = Math.min(low, close.at(i));
  }`,
    ),
  },
  {
    how: 'scales by the deviation of all closes',
    lint: [],
    proof: true,
    source: signalOf(
      `let sum = 0;
  for (const one of closes) sum += one;
  for (const one of closes) list.push(sum / closes.length - one);`,
    ),
  },
  {
    how: 'shifts a column by one',
    lint: [],
    proof: true,
    source: signalOf('closes.slice(1).forEach((one, i) => list.push(one - close.at(i))); list.push(0);'),
  },
];
