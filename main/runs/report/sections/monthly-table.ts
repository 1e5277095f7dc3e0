import type { RunResult } from '#shared/domain/run-result.ts';
import type { Fraction } from '#shared/domain/units.ts';
import { monthlyReturns, yearlyReturns } from '#worker/metrics/monthly-returns.ts';
import { signedPercent, signedPercentNumber } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { HEAT_STEPS } from '../stylesheet.ts';
import { caption, scrollable, section } from './section.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Returns by year and month, each on a ground as strong as the return is large. */
export function monthlyTable({ time, equity, firstTradableBar }: RunResult): Html {
  const start = Math.max(0, firstTradableBar - 1);
  const [times, values] = [time.subarray(start, equity.length), equity.subarray(start)];
  const months = monthlyReturns(times, values).filter((month) => Number.isFinite(month.value));
  const years = yearlyReturns(times, values).filter((year) => Number.isFinite(year.value));
  if (months.length === 0) return section('months', 'Monthly returns', html`<p class="empty">No month to show.</p>`);

  const byMonth = new Map(months.map(({ year, month, value }) => [`${year}-${month}`, value]));
  const strongest = strongGround(months.map(({ value }) => value));
  const gains = months.filter(({ value }) => value > 0).length;
  const sorted = months.toSorted((a, b) => a.value - b.value);
  const [worst, best] = [sorted[0]?.value ?? Number.NaN, sorted.at(-1)?.value ?? Number.NaN];

  const rows = years.map(
    ({ year, value }) =>
      html`<tr><th scope="row">${year}</th>${MONTHS.map((_, k) => {
        const month = byMonth.get(`${year}-${k + 1}`);
        return month === undefined ? html`<td class="missing">·</td>` : cell(month, strongest);
      })}<td class="total ${tone(value)}">${signedPercentNumber(value)}</td></tr>`,
  );
  const table = html`<table class="months">
${caption('Return of each month and year, in percent; the year stands at the end of its row')}
<thead><tr><th scope="col">Year</th>${MONTHS.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col">Year</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
  const note = `${gains} of ${months.length} months gained · best ${signedPercent(best, 1)} · worst ${signedPercent(worst, 1)}`;
  return section('months', 'Monthly returns', scrollable('Monthly returns', table), note);
}

/** The return that gets the strongest ground: a large one, but not an outlier that would pale all the others. */
function strongGround(values: readonly Fraction[]): Fraction {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  return sizes[Math.floor((sizes.length - 1) * 0.95)] ?? 0;
}

function cell(value: Fraction, strongest: Fraction): Html {
  const heat = strongest > 0 ? Math.min(HEAT_STEPS, Math.ceil((Math.abs(value) / strongest) * HEAT_STEPS)) : 0;
  const ground = heat === 0 ? '' : value > 0 ? `gain-${heat}` : `loss-${heat}`;
  return html`<td class="${ground}">${signedPercentNumber(value)}</td>`;
}

function tone(value: number): string {
  return value > 0 ? 'up' : value < 0 ? 'down' : '';
}
