export interface SampleTrade {
  trade: number;
  side: 'long' | 'short';
  entryTime: number;
  exitTime: number;
  entryPrice: number;
  exitPrice: number;
  qty: number;
  pnl: number;
  fraction: number;
  bars: number;
  reason: string;
}

const HOUR = 3_600_000;
const START = Date.UTC(2015, 0, 1);
const REASONS = ['trail', 'stop', 'target', 'signal'];

/** A trade made up from its number, the same one each time. */
export function sampleTrade(trade: number): SampleTrade {
  const wave = (period: number) => Math.sin((trade * 2 * Math.PI) / period);
  const side = wave(3.7) > -0.2 ? 'long' : 'short';
  const bars = 3 + Math.round(14 * (1 + wave(7.3)));
  const entryTime = START + trade * 9 * HOUR;
  const entryPrice = 42_000 + 30_000 * wave(911) + 900 * wave(17);
  const move = 0.004 * wave(2.9) + 0.006 * wave(5.3) + 0.001;
  const fraction = side === 'long' ? move : -move;
  const qty = 0.1 + 0.05 * (1 + wave(13));
  return {
    trade,
    side,
    entryTime,
    exitTime: entryTime + bars * HOUR,
    entryPrice,
    exitPrice: entryPrice * (1 + move),
    qty,
    pnl: fraction * entryPrice * qty,
    fraction,
    bars,
    reason: REASONS[trade % REASONS.length] ?? 'signal',
  };
}
