import { DAY } from '../civil-month.ts';
import type { Measure } from '../metric.ts';
import { medianStep } from '../sampling.ts';
import { mean } from '../statistics/moments.ts';
import type { TradeSample } from '../trade-sample.ts';

export const closedTrades: Measure = {
  id: 'closedTrades',
  unit: 'count',
  convention: 'trades that have an exit',
  compute: ({ tradesWithoutForced }) => tradesWithoutForced.pnl.length,
};

export const openTrades: Measure = {
  id: 'openTrades',
  unit: 'count',
  convention: 'trades without an exit',
  compute: ({ trades, tradesWithoutForced }) => trades.pnl.length - tradesWithoutForced.pnl.length,
};

export const averageWin = averageReturn('averageWin', isWin);
export const averageLoss = averageReturn('averageLoss', isLoss);
export const averageWinDuration = averageDuration('averageWinDuration', isWin);
export const averageLossDuration = averageDuration('averageLossDuration', isLoss);

function averageReturn(id: string, isCounted: (pnl: number) => boolean): Measure {
  return {
    id,
    unit: 'fraction',
    convention: 'mean net return of trades that have an exit',
    compute: ({ tradesWithoutForced: { pnl, returnFraction } }) =>
      mean(returnFraction.filter((_, row) => isCounted(pnl[row] as number))),
  };
}

/** Bars from entry to exit, each as long as the usual one. */
function averageDuration(id: string, isCounted: (pnl: number) => boolean): Measure {
  return {
    id,
    unit: 'days',
    convention: 'bars from entry to exit, of trades that have one',
    compute: (input) => (mean(barsHeld(input.tradesWithoutForced, isCounted)) * medianStep(input.time)) / DAY,
  };
}

function barsHeld({ pnl, entryBar, exitBar }: TradeSample, isCounted: (pnl: number) => boolean): Float64Array {
  return Float64Array.from(exitBar, (exit, row) => exit - (entryBar[row] as number)).filter((_, row) =>
    isCounted(pnl[row] as number),
  );
}

function isWin(pnl: number): boolean {
  return pnl > 0;
}

function isLoss(pnl: number): boolean {
  return pnl < 0;
}
