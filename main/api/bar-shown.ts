import { orNull } from '#shared/domain/or-null.ts';

type Bar = Record<'time' | 'open' | 'high' | 'low' | 'close' | 'volume', number>;

/** A bar as it crosses the contract. */
export function barShown({ time, open, high, low, close, volume }: Bar) {
  return {
    time,
    open: orNull(open),
    high: orNull(high),
    low: orNull(low),
    close: orNull(close),
    volume: orNull(volume),
  };
}
