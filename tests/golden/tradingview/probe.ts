import { beforeAll, describe, expect, it } from 'vitest';
import { listMoney, listTrades } from './listed-run.ts';
import { type ProbeRun, type ProbeSettings, type ProbeStrategy, runProbe } from './run-probe.ts';
import { HAS_GOLDEN, type ListedMoney, readTradeList, type TradeList } from './trade-list.ts';

/** A cent, and what rounding noise adds to it. */
const CENT = 0.01 + 1e-9;

interface Expectations {
  /** Whether the list's excursions are those of its bars. */
  excursions?: boolean;
}

/** Tests that a strategy makes the trades of TradingView's list: all exact, its rounded money to the cent. */
export function probe<S, T>(
  name: string,
  settings: ProbeSettings,
  definition: ProbeStrategy<S, T>,
  { excursions = true }: Expectations = {},
): void {
  describe.skipIf(!HAS_GOLDEN)(`TradingView's ${name} (needs ../shared/golden)`, () => {
    let probed: ProbeRun;
    let list: TradeList;
    beforeAll(() => {
      list = readTradeList(name);
      probed = runProbe(settings, definition);
    });

    /** Rows in which a column of money is more than a cent away. */
    const strays = (column: keyof ListedMoney) =>
      listMoney(probed).flatMap((ours, row) => {
        const theirs = list.money[row] as ListedMoney;
        return Math.abs(ours[column] - theirs[column]) <= CENT
          ? []
          : [{ row, ours: ours[column], theirs: theirs[column] }];
      });

    it('has the same trades', () => {
      expect(listTrades(probed.run)).toEqual(list.trades);
    });

    it('has the same profits', () => {
      expect(strays('pnl')).toEqual([]);
      expect(strays('cumulative')).toEqual([]);
    });

    it.runIf(excursions)('has the same excursions', () => {
      expect(strays('favourable')).toEqual([]);
      expect(strays('adverse')).toEqual([]);
    });
  });
}
