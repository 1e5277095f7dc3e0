import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Played, type SentOrder } from './played.ts';
import { StrategyRunner } from './strategy-runner.ts';
import { seriesFor, templates } from './template.ts';

const DAY = 86_400_000;
const all = templates();
let runner: StrategyRunner;

beforeAll(() => {
  runner = new StrategyRunner();
});
afterAll(() => runner.close());

async function play(id: string): Promise<Played> {
  const template = all.find((one) => one.id === id);
  if (template === undefined) throw new Error(`there is no template ${id}`);
  const series = await seriesFor(template);
  return new Played(await (await runner.of(template.source))(series), series);
}

/** What an expression of `data` and `ta` is on each bar of a template's data; NaN before it has a value. */
async function values(id: string, expression: string): Promise<number[]> {
  const template = all.find((one) => one.id === id);
  if (template === undefined) throw new Error(`there is no template ${id}`);
  const series = await seriesFor(template);
  const probe = `import { strategy, ta } from 'hindcast';
    export default strategy({ name: 'probe', warmup: 0, setup: ({ data }) => ${expression},
      onBar: ({ log }, values) => log(values.now) });`;
  return (await (await runner.of(probe))(series)).log.map(({ text }) => Number(text));
}

const dayOf = (time: number) => Math.floor(time / DAY);
const byTag = (orders: SentOrder[], tag: RegExp) => orders.filter((order) => tag.test(order.tag));

/** Entries and exits of a trade in one list: +qty where it begins, −qty where it ends. */
function mostAtOnce(played: Played): number {
  const { trades } = played;
  return Math.max(...played.bars.map((bar) => trades.filter((t) => t.entryBar <= bar && bar < t.exitBar).length));
}

describe('what the templates say of themselves is true', () => {
  test('turtle-channel enters at closes beyond the channel of 55 bars, both ways', async () => {
    const played = await play('turtle-channel');
    const high = await values('turtle-channel', 'ta.donchian(data, 55).upper');
    const low = await values('turtle-channel', 'ta.donchian(data, 55).lower');
    const bought = byTag(played.sent, /^new high/);
    const sold = byTag(played.sent, /^new low/);
    expect([bought.length > 10, sold.length > 10]).toEqual([true, true]);
    for (const { bar } of bought) expect(played.price(bar, 'close')).toBeGreaterThan(high[bar - 1] ?? Number.NaN);
    for (const { bar } of sold) expect(played.price(bar, 'close')).toBeLessThan(low[bar - 1] ?? Number.NaN);
  });

  test('supertrend-flip holds on the bar after an up direction and never after a down direction', async () => {
    const played = await play('supertrend-flip');
    const direction = await values('supertrend-flip', 'ta.supertrend(data, 20, 4).direction');
    const held = played.held();
    const wrong = played.bars.slice(25, -1).filter((bar) => (held[bar] ?? 0) > 0 !== (direction[bar - 1] === 1));
    expect(wrong).toEqual([]);
  });

  test('dual-momentum holds what rose most in twelve months, and nothing when all fell', async () => {
    const played = await play('dual-momentum');
    const rises = await Promise.all(
      played.symbols.map((symbol) => values('dual-momentum', `ta.roc(data.of('${symbol}').close, 12)`)),
    );
    const held = played.symbols.map((symbol) => played.held(symbol));
    const seen = new Set<number>();
    for (const bar of played.bars.slice(played.result.firstTradableBar, -2)) {
      const known = rises.map((one) => one[bar] ?? Number.NaN).map((rise) => (Number.isNaN(rise) ? -100 : rise));
      const strongest = Math.max(...known) > 0 ? known.indexOf(Math.max(...known)) : -1;
      seen.add(strongest);
      expect(held.flatMap((units, symbol) => ((units[bar + 1] ?? 0) > 0 ? symbol : []))).toEqual(
        strongest < 0 ? [] : [strongest],
      );
    }
    expect(seen.size).toBeGreaterThan(3);
  });

  test('trailing-stop leaves by its trailing stop alone', async () => {
    const { finished } = await play('trailing-stop');
    expect(finished.length).toBeGreaterThan(10);
    expect(new Set(finished.map(({ reason }) => reason))).toEqual(new Set(['trailing-stop']));
  });

  test('atr-pyramid holds four units at most, and does hold four', async () => {
    const played = await play('atr-pyramid');
    expect(mostAtOnce(played)).toBe(4);
    expect(new Set(played.finished.map(({ reason }) => reason))).toEqual(new Set(['trailing-stop']));
  });

  test('macd-signals and rsi-2 buy above the average of 200 days', async () => {
    const average = await values('rsi-2', 'ta.sma(data.close, 200)');
    for (const id of ['macd-signals', 'rsi-2']) {
      const played = await play(id);
      const bought = played.sent.filter(({ side }) => side === 'buy');
      expect(bought.length).toBeGreaterThan(30);
      for (const { bar } of bought) expect(played.price(bar, 'close')).toBeGreaterThan(average[bar] ?? Number.NaN);
    }
  });

  test('bollinger-reversion buys below the band and is never held longer than 15 bars', async () => {
    const played = await play('bollinger-reversion');
    const lower = await values('bollinger-reversion', 'ta.bbands(data.close, 20, 2).lower');
    for (const { bar } of byTag(played.sent, /^below/)) {
      expect(played.price(bar, 'close')).toBeLessThan(lower[bar] ?? Number.NaN);
    }
    expect(Math.max(...played.trades.map(({ entryBar, exitBar }) => exitBar - entryBar))).toBe(15);
  });

  test('zscore-reversion trades both ways from beyond two deviations, and has a stop-loss', async () => {
    const played = await play('zscore-reversion');
    const z = await values('zscore-reversion', 'ta.zscore(data.close, 20)');
    const entries = byTag(played.sent, /^z /);
    for (const { bar, side } of entries) expect((z[bar] ?? 0) * (side === 'buy' ? -1 : 1)).toBeGreaterThan(2);
    expect(new Set(entries.map(({ side }) => side)).size).toBe(2);
    const stopped = played.finished.filter(({ reason }) => reason === 'stop-loss');
    expect(stopped.length).toBeGreaterThan(10);
  });

  test('internal-bar-strength buys after weak bars and sells after strong ones', async () => {
    const played = await play('internal-bar-strength');
    const strength = (bar: number) => {
      const [high, low, close] = (['high', 'low', 'close'] as const).map((column) => played.price(bar, column));
      return ((close ?? 0) - (low ?? 0)) / ((high ?? 0) - (low ?? 0));
    };
    for (const { bar, side } of played.sent) {
      if (side === 'buy') expect(strength(bar)).toBeLessThan(0.2);
      else expect(strength(bar)).toBeGreaterThan(0.8);
    }
  });

  test.each(['opening-range', 'vwap-fade'])('%s never holds overnight', async (id) => {
    const played = await play(id);
    expect(played.trades.length).toBeGreaterThan(10);
    for (const { entryBar, exitBar } of played.trades) {
      expect(dayOf(played.time(exitBar))).toBe(dayOf(played.time(entryBar)));
    }
  });

  test('opening-range enters once a day at most, after the first half hour', async () => {
    const played = await play('opening-range');
    const days = played.trades.map(({ entryBar }) => dayOf(played.time(entryBar)));
    expect(new Set(days).size).toBe(days.length);
    for (const { entryBar } of played.trades) {
      const opening = played.bars.find((bar) => dayOf(played.time(bar)) === dayOf(played.time(entryBar))) ?? Number.NaN;
      // Two bars are the range, the third may close above it, the fourth is the first that can fill.
      expect(entryBar - opening).toBeGreaterThanOrEqual(3);
    }
  });

  test('vwap-fade buys well below the average price of the day', async () => {
    const played = await play('vwap-fade');
    const vwap = await values('vwap-fade', 'ta.vwap(data)');
    const atr = await values('vwap-fade', 'ta.atr(data, 26)');
    for (const { bar } of byTag(played.sent, /^far below/)) {
      expect(played.price(bar, 'close')).toBeLessThan((vwap[bar] ?? 0) - 2 * (atr[bar] ?? 0));
    }
  });

  test('dips-in-a-daily-trend buys only after a complete day above the average of five', async () => {
    const played = await play('dips-in-a-daily-trend');
    const closes = new Map<number, number>();
    const isRising = played.bars.map((bar) => {
      const over = [...closes].filter(([day]) => day < dayOf(played.time(bar))).map(([, close]) => close);
      closes.set(dayOf(played.time(bar)), played.price(bar, 'close'));
      return (over.at(-1) ?? 0) > over.slice(-5).reduce((sum, one) => sum + one / 5, 0);
    });
    const bought = byTag(played.sent, /^dip/);
    expect(bought.length).toBeGreaterThan(20);
    expect(bought.filter(({ bar }) => !isRising[bar])).toEqual([]);
  });

  test('volatility-breakout sells at the next open, and its order lasts one day', async () => {
    const played = await play('volatility-breakout');
    for (const { entryBar, exitBar, exitPrice } of played.finished) {
      expect(exitBar).toBe(entryBar + 1);
      expect(exitPrice).toBe(played.price(exitBar, 'open'));
    }
    const { fills } = played.result;
    const sentOn = new Map(played.sent.map(({ row, bar }) => [row, bar]));
    fills.bar.forEach((bar, row) => {
      const sent = sentOn.get(fills.order[row] ?? -1);
      if (sent !== undefined) expect(bar).toBe(sent + 1);
    });
  });

  test('squeeze-breakout buys right behind at least five quiet bars, and sells below the average', async () => {
    const played = await play('squeeze-breakout');
    const bands = await values('squeeze-breakout', 'ta.bbands(data.close, 20, 2).upper');
    const channel = await values('squeeze-breakout', 'ta.keltner(data, 20, 1.5, 20).upper');
    const middle = await values('squeeze-breakout', 'ta.sma(data.close, 20)');
    for (const { bar, side } of played.sent) {
      if (side === 'sell') expect(played.price(bar, 'close')).toBeLessThan(middle[bar] ?? Number.NaN);
      else
        for (let back = 1; back <= 5; back++) expect(bands[bar - back]).toBeLessThan(channel[bar - back] ?? Number.NaN);
    }
  });

  test('oco-bracket holds one position at a time, and leaves by its bracket alone', async () => {
    const played = await play('oco-bracket');
    expect(mostAtOnce(played)).toBe(1);
    expect(new Set(played.trades.map(({ direction }) => direction))).toEqual(new Set([1, -1]));
    expect(new Set(played.finished.map(({ reason }) => reason))).toEqual(new Set(['stop-loss', 'take-profit']));
  });

  test('pairs-spread has legs of equal value, opposite, opened and closed together', async () => {
    const { trades } = await play('pairs-spread');
    expect(trades.length).toBeGreaterThan(10);
    const legs = (symbol: string) => trades.filter((trade) => trade.symbol === symbol);
    const [east, west] = [legs('SYN-EAST'), legs('SYN-WEST')];
    expect(east.length).toBe(west.length);
    east.forEach((one, i) => {
      const other = west[i] as typeof one;
      expect([other.entryBar, other.exitBar, other.direction]).toEqual([one.entryBar, one.exitBar, -one.direction]);
      const difference = Math.abs(one.qty * one.entryPrice - other.qty * other.entryPrice);
      expect(difference).toBeLessThan(Math.max(one.entryPrice, other.entryPrice));
    });
  });

  test('calm-rotation holds two symbols at most, and acts on the first bar of a month only', async () => {
    const played = await play('calm-rotation');
    const month = (bar: number) => new Date(played.time(bar)).getUTCMonth();
    const [first] = played.sent;
    for (const { bar } of played.sent) if (bar !== first?.bar) expect(month(bar)).not.toBe(month(bar - 1));
    const held = played.symbols.map((symbol) => played.held(symbol));
    expect(Math.max(...played.bars.map((bar) => held.filter((units) => (units[bar] ?? 0) > 0).length))).toBe(2);
  });

  test('inverse-volatility gives the calmer the larger share, in inverse proportion', async () => {
    const played = await play('inverse-volatility');
    const unrest = await Promise.all(
      played.symbols.map((symbol) =>
        values('inverse-volatility', `ta.stddev(ta.roc(data.of('${symbol}').close, 1), 60)`),
      ),
    );
    for (const bar of new Set(played.sent.map(({ bar }) => bar))) {
      const risks = played.symbols.map((symbol, i) => played.share(symbol, bar + 1) * (unrest[i]?.[bar] ?? Number.NaN));
      // The shares are measured a day after they were worked out, so prices have moved a little.
      expect(Math.max(...risks) / Math.min(...risks)).toBeLessThan(1.15);
    }
  });

  test('fixed-weights brings all parts back whenever one has drifted by 3 % of equity', async () => {
    const played = await play('fixed-weights');
    const acted = new Set(played.sent.map(({ bar }) => bar));
    const drift = (bar: number) =>
      Math.max(...played.symbols.map((one) => Math.abs(played.share(one, bar) - 0.95 / 4)));
    for (const bar of played.bars.slice(0, -1)) {
      if (acted.has(bar)) expect(drift(bar + 1)).toBeLessThan(0.02);
      else expect(drift(bar)).toBeLessThanOrEqual(0.03);
    }
    expect(acted.size).toBeGreaterThan(3);
  });

  test('volatility-target stays within its band, and within the account', async () => {
    const played = await play('volatility-target');
    const daily = await values('volatility-target', 'ta.stddev(ta.roc(data.close, 1), 20)');
    const acted = new Set(played.sent.map(({ bar }) => bar));
    const symbol = played.symbols[0] ?? '';
    const shares = played
      .held(symbol)
      .map((units, bar) => (units * played.price(bar, 'close')) / (played.result.equity[bar] ?? 1));
    for (const bar of played.bars.slice(25, -1)) {
      const wanted = Math.min(0.98, 10 / ((daily[bar] ?? Number.NaN) * Math.sqrt(252)));
      if (!acted.has(bar)) expect(Math.abs((shares[bar] ?? 0) - wanted)).toBeLessThan(0.1);
      expect(shares[bar]).toBeLessThanOrEqual(1);
    }
  });

  test('turn-of-month is in cash in the middle of the month, and holds at every turn', async () => {
    const played = await play('turn-of-month');
    const held = played.held();
    const day = (bar: number) => new Date(played.time(bar)).getUTCDate();
    expect(played.bars.filter((bar) => day(bar) > 9 && day(bar) < 24 && held[bar] !== 0)).toEqual([]);
    const turns = played.bars.slice(30).filter((bar) => day(bar) < day(bar - 1));
    expect(turns.length).toBeGreaterThan(200);
    expect(turns.filter((bar) => (held[bar - 1] ?? 0) <= 0)).toEqual([]);
  });

  test('early-week is out of the market on Fridays', async () => {
    const played = await play('early-week');
    const held = played.held();
    const fridays = played.bars.filter((bar) => new Date(played.time(bar)).getUTCDay() === 5);
    expect(fridays.length).toBeGreaterThan(900);
    expect(fridays.filter((bar) => held[bar] !== 0)).toEqual([]);
  });

  test('grid holds five rungs at most, and sells each at least one step above its price', async () => {
    const { result, finished } = await play('grid');
    const { fills, orders } = result;
    expect(new Set(finished.map(({ reason }) => reason))).toEqual(new Set(['take-profit']));
    let rungs = 0;
    let most = 0;
    fills.order.forEach((order, row) => {
      if (order === -1) return;
      const parent = orders.parent[order] ?? -1;
      rungs += parent === -1 ? 1 : -1;
      most = Math.max(most, rungs);
      if (parent >= 0) expect((fills.price[row] ?? 0) / (orders.limit[parent] ?? 1)).toBeGreaterThan(1.02 - 1e-9);
    });
    expect(most).toBe(5);
  });

  test('trend-vote buys with three votes or more, and sells with fewer', async () => {
    const { sent } = await play('trend-vote');
    expect(sent.length).toBeGreaterThan(50);
    for (const { side, tag } of sent) {
      const votes = Number(/^(\d) of 5/.exec(tag)?.[1]);
      if (side === 'buy') expect(votes).toBeGreaterThanOrEqual(3);
      else expect(votes).toBeLessThan(3);
    }
  });
});
