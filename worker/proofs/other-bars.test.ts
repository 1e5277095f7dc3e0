import { expect, it } from 'vitest';
import { instrument } from '../../tests/support/bars.ts';
import { waves } from '../../tests/support/run-task.ts';
import { withFuture, withoutPast } from './other-bars.ts';

const bars = waves(40);
const series = [
  { instrument: instrument(), bars, closeOnly: false, hash: 'h', quotedSpread: new Float64Array(40), isDelisted: true },
];
const cut = bars.time[30] as number;
const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('none');
  return one;
};

it('bars are left out from the cut on, with all that is told of them', () => {
  const other = first(withFuture(series, cut, 'left-out'));
  expect(other.bars.close).toEqual(bars.close.slice(0, 30));
  expect(other.quotedSpread).toHaveLength(30);
  expect([other.hash, other.isDelisted]).toEqual([undefined, false]);
});

it.each(['rise', 'fall'] as const)('a %s changes nothing before the cut and every price behind it', (future) => {
  const other = first(withFuture(series, cut, future));
  expect(other.hash).toBeUndefined();
  for (const column of ['open', 'high', 'low', 'close'] as const) {
    expect(other.bars[column].slice(0, 30)).toEqual(bars[column].slice(0, 30));
    for (let row = 31; row < 40; row++) {
      const change = (other.bars[column][row] as number) / (bars[column][row] as number);
      expect(future === 'rise' ? change > 1.08 : change < 0.92).toBe(true);
    }
  }
  expect(other.bars.close[30]).toBeCloseTo((bars.close[30] as number) * (future === 'rise' ? 1.08 : 0.92));
  expect(other.bars.open[30] === bars.open[30]).toBe(future === 'fall');
  other.bars.time.forEach((_, row) => {
    const [low, open, close, high] = (['low', 'open', 'close', 'high'] as const).map(
      (of) => other.bars[of][row] as number,
    );
    expect(Math.min(open as number, close as number)).toBeGreaterThanOrEqual(low as number);
    expect(Math.max(open as number, close as number)).toBeLessThanOrEqual(high as number);
  });
});

it('the past is left out up to a time', () => {
  const other = first(withoutPast(series, bars.time[7] as number));
  expect(other.bars.time).toEqual(bars.time.slice(7));
  expect(other.quotedSpread).toHaveLength(33);
  expect(other.hash).toBeUndefined();
});
