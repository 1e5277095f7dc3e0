import type { Bars } from '#shared/strategy-api/market.ts';
import type { Series } from '#shared/strategy-api/series.ts';
import { ta } from '../hindcast.ts';
import { probe } from './probe.ts';
import { series } from './run-probe.ts';

const WINDOW = { last: '2026-05-01' };

probe('ta-sma-dual-cross-01', WINDOW, {
  setup: ({ data }) => ({ fast: ta.sma(data.close, 9), slow: ta.sma(data.close, 21) }),
  onBar({ order, position }, { fast, slow }) {
    if (ta.crossOver(fast, slow) && position.size <= 0) {
      position.close({ entry: 'S', tag: 'flip flat' });
      order.buy({ id: 'L', size: 1, tag: 'golden cross' });
    }
    if (ta.crossUnder(fast, slow) && position.size >= 0) {
      position.close({ entry: 'L', tag: 'flip flat' });
      order.sell({ id: 'S', size: 1, tag: 'death cross' });
    }
  },
});

probe('ta-rsi14-bands-30-70-01', WINDOW, {
  setup: ({ data }) => ({ rsi: ta.rsi(data.close, 14) }),
  onBar({ order }, { rsi }) {
    if (ta.crossOver(rsi, 30)) order.buy({ id: 'L', size: 1, tag: 'rsi cross up 30' });
    if (ta.crossUnder(rsi, 70)) order.sell({ id: 'S', size: 1, tag: 'rsi cross dn 70' });
  },
});

probe('ta-supertrend-direction-flip-01', WINDOW, {
  setup: ({ data }) => ({ trend: supertrend(data, 10, 3) }),
  onBar({ order, position }, { trend }) {
    if (ta.crossOver(trend, 0) && position.size <= 0) {
      position.close({ entry: 'S', tag: 'flip flat' });
      order.buy({ id: 'L', size: 1, tag: 'st bull flip' });
    }
    if (ta.crossUnder(trend, 0) && position.size >= 0) {
      position.close({ entry: 'L', tag: 'flip flat' });
      order.sell({ id: 'S', size: 1, tag: 'st bear flip' });
    }
  },
});

probe(
  'ta-donchian-channel-breakout-01',
  { first: '2025-04-05', last: '2026-04-05T20:45Z' },
  {
    setup: ({ data }) => ({ entry: ta.donchian(data, 20), exit: ta.donchian(data, 10) }),
    onBar({ bar, order, position }, { entry, exit }) {
      if (bar.close > entry.upper.ago(1)) order.buy({ id: 'Long', size: 1, tag: 'Long' });
      if (bar.close < entry.lower.ago(1)) order.sell({ id: 'Short', size: 1, tag: 'Short' });
      if (position.isLong && bar.close < exit.lower.ago(1)) {
        position.close({ entry: 'Long', tag: 'Close entry(s) order Long' });
      }
      if (position.isShort && bar.close > exit.upper.ago(1)) {
        position.close({ entry: 'Short', tag: 'Close entry(s) order Short' });
      }
    },
  },
  // An older export: some of its extremes aren't in the bars.
  { excursions: false },
);

/** The direction of TradingView's Supertrend, 1 up and −1 down: its average true range knows the first bar. */
function supertrend({ high, low, close }: Bars, period: number, factor: number): Series {
  let range = Number.NaN;
  let sum = 0;
  let upper = Number.NaN;
  let lower = Number.NaN;
  let trend = -1;
  const directions: number[] = [];
  for (let i = 0; i < close.length; i++) {
    const before = i === 0 ? Number.NaN : close.at(i - 1);
    const span = high.at(i) - low.at(i);
    const trueRange = i === 0 ? span : Math.max(span, Math.abs(high.at(i) - before), Math.abs(low.at(i) - before));
    sum += trueRange;
    const knewRange = !Number.isNaN(range);
    if (knewRange) range += (trueRange - range) / period;
    else if (i === period - 1) range = sum / period;
    const middle = (high.at(i) + low.at(i)) / 2;
    const lowest = middle - factor * range;
    const highest = middle + factor * range;
    if (!(lowest <= lower) || before < lower) lower = lowest;
    if (!(highest >= upper) || before > upper) upper = highest;
    if (knewRange) trend = trend < 0 ? (close.at(i) > upper ? 1 : -1) : close.at(i) < lower ? -1 : 1;
    directions.push(trend);
  }
  return series(directions);
}
