import { columnMemory } from '../../column-memory.ts';
import { sma } from '../average/sma.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { alignStarts } from '../stretch.ts';
import { roc } from './roc.ts';

/**
 * Know sure thing: rates of change over four periods, smoothed, the longer ones weighing more.
 *
 *   kst = Σ k · SMA(ROC(x, rocₖ), smaₖ), k = 1 … 4;  signal = SMA(kst, signal)
 *
 * First values after max(rocₖ + smaₖ) + signal − 2 bars, both together.
 */
export function kst(
  source: Float64Array,
  rocPeriods: readonly number[],
  smaPeriods: readonly number[],
  signalPeriod: number,
): KstColumns {
  const line = columnMemory.takeZeros(source.length);
  rocPeriods.forEach((period, k) => {
    const smoothed = sma(roc(source, period), smaPeriods[k] as number);
    for (let i = 0; i < line.length; i++) line[i] = (line[i] as number) + (k + 1) * (smoothed[i] as number);
  });
  const signal = sma(line, signalPeriod);
  alignStarts([line, signal]);
  return { kst: line, signal };
}

export interface KstColumns {
  kst: Float64Array;
  signal: Float64Array;
}

export const KST = onSource({
  id: 'kst',
  params: [
    ...[10, 15, 20, 30].map((period, k) => ({ ...PERIOD, name: `roc${k + 1}`, default: period })),
    ...[10, 10, 10, 15].map((period, k) => ({ ...PERIOD, name: `sma${k + 1}`, default: period })),
    { ...PERIOD, name: 'signal', default: 9 },
  ],
  outputs: ['kst', 'signal'],
  lookback(...periods) {
    const [rocs, smas, [signal = 0]] = grouped(periods);
    return Math.max(...rocs.map((period, k) => period + (smas[k] as number))) + signal - 2;
  },
  compute(source, ...periods) {
    const [rocs, smas, [signalPeriod = 0]] = grouped(periods);
    const { kst: line, signal } = kst(source, rocs, smas, signalPeriod);
    return [line, signal];
  },
  source: 'Pring (1992), The KST System, Stocks & Commodities 10(9)',
});

function grouped(periods: readonly number[]): [rocs: number[], smas: number[], signal: number[]] {
  return [periods.slice(0, 4), periods.slice(4, 8), periods.slice(8)];
}
