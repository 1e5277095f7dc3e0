import { readFileSync } from 'node:fs';
import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';

/** The days of the S&P 500 that the golden runs were made on. */
export function readSp500(): BarColumns {
  const text = readFileSync(new URL('../../examples/data/sp500-2000.csv', import.meta.url), 'utf8');
  const rows = text.trim().split('\n').slice(1);
  const bars = allocateBars(rows.length, 'own');
  rows.forEach((row, i) => {
    const [date = '', open, high, low, close, , volume] = row.split(',');
    bars.time[i] = Date.parse(date);
    bars.open[i] = Number(open);
    bars.high[i] = Number(high);
    bars.low[i] = Number(low);
    bars.close[i] = Number(close);
    bars.volume[i] = Number(volume);
  });
  return bars;
}
