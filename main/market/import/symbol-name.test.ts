import { describe, expect, it } from 'vitest';
import { symbolOfCell, symbolOfFileName } from './symbol-name.ts';

describe('symbolOfFileName', () => {
  it.each([
    ['sp500-2000.csv', 'SP500-2000'],
    ['/data/BTCUSD.csv.gz', 'BTCUSD'],
    ['C:\\data\\eurusd.CSV', 'EURUSD'],
    ['BINANCE_BTCUSDT, 60.csv', 'BINANCE_BTCUSDT-60'],
    ['brk.b.txt', 'BRK.B'],
    ['folder/aapl.jsonl', 'AAPL'],
    ['x'.repeat(50), 'X'.repeat(40)],
    ['.csv', ''],
  ])('%s is %s', (name, symbol) => expect(symbolOfFileName(name)).toBe(symbol));
});

describe('symbolOfCell', () => {
  it('keeps symbols as they are, joins pairs and refuses what cannot be one', () => {
    expect(symbolOfCell('brk.B')).toBe('brk.B');
    expect(symbolOfCell('BTC/USDT')).toBe('BTCUSDT');
    expect(symbolOfCell('A B')).toBeNull();
    expect(symbolOfCell('')).toBeNull();
  });
});
