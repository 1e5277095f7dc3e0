import type { Money } from '#shared/domain/units.ts';
import { civilMonth } from '../metrics/civil-month.ts';
import type { Check } from './check.ts';
import { money, percent } from './quantities.ts';

const LARGE_SHARE = 0.8;
const FEWEST_YEARS = 3;

/** Profit concentrated in one period: a single calendar year (UTC) made more than 80 % of it, of three or more. */
export const bestYear: Check = {
  id: 'best-year',
  look({ measured: { time, equity }, currency }) {
    const years = profitByYear(time, equity);
    const net = years.reduce((sum, { profit }) => sum + profit, 0);
    const [best] = years.toSorted((a, b) => b.profit - a.profit);
    if (best === undefined || years.length < FEWEST_YEARS || net <= 0) return null;
    const { year, profit } = best;
    if (profit <= net * LARGE_SHARE) return null;
    return {
      weight: 0.5,
      message: `${year} alone made ${money(profit, currency)} of ${money(net, currency)} profit, ${percent(profit / net)} of it; the other ${years.length - 1} years made ${money(net - profit, currency)} together.`,
      suggestion: 'Find out what was special about that year, and run the strategy without it.',
    };
  },
};

interface YearOfProfit {
  readonly year: number;
  profit: Money;
}

/** Change of equity in each calendar year that has bars, from the close before it to its own last close. */
function profitByYear(time: Float64Array, equity: Float64Array): YearOfProfit[] {
  const years: YearOfProfit[] = [];
  let current: YearOfProfit = { year: Number.NaN, profit: 0 };
  let nextYear = Number.NEGATIVE_INFINITY;
  for (let bar = 0; bar < time.length; bar++) {
    const moment = time[bar] as number;
    if (moment >= nextYear) {
      const { year } = civilMonth(moment);
      nextYear = Date.UTC(year + 1, 0, 1);
      current = { year, profit: 0 };
      years.push(current);
    }
    if (bar > 0) current.profit += (equity[bar] as number) - (equity[bar - 1] as number);
  }
  return years;
}
