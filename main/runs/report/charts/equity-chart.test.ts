import { expect, test } from 'vitest';
import { sp500 } from '../fixtures/price-files.ts';
import { smaCrossInput } from '../fixtures/sma-cross-run.ts';
import { runClock } from '../run-clock.ts';
import { equityChart } from './equity-chart.ts';

const input = smaCrossInput([sp500()]);
const clock = runClock(input.manifest);

function chartOf(equity: number[], buyAndHold = equity) {
  const time = Float64Array.from(equity, (_, k) => Date.UTC(2024, 0, 1 + k));
  const result = {
    ...input.result,
    time,
    equity: Float64Array.from(equity),
    buyAndHold: Float64Array.from(buyAndHold),
  };
  return equityChart({ ...result, firstTradableBar: 0 }, clock, equity[0] ?? 0, 'EUR').markup;
}

test('says in words what it draws', () => {
  const chart = chartOf([100, 120, 90, 130], [100, 101, 102, 103]);
  expect(chart).toContain(
    'aria-label="Equity from 2024-01-01 to 2024-01-04, linear scale: the strategy ends at 130.00 EUR, buy and hold at 103.00 EUR."',
  );
  expect(chart).toContain('deepest \u221225.00\u202f% on 2024-01-03.');
  expect(chart).toContain(
    '<b>2024-01-04</b> Strategy <b>130.00</b> Buy &amp; hold <b>103.00</b> Drawdown <b>0.00\u202f%</b>',
  );
});

test('a range of more than five times is drawn on a log scale, unless equity is not positive', () => {
  expect(chartOf([100, 500])).toContain('EUR, linear scale');
  expect(chartOf([100, 501])).toContain('EUR, log scale');
  expect(chartOf([100, 501, -1])).toContain('EUR, linear scale');
});

test('equity that ends early leaves the rest of the time empty', () => {
  const chart = chartOf([100, 110, Number.NaN, Number.NaN], [100, 101, 102, 103]);
  expect(chart).toContain('to 2024-01-02, linear scale: the strategy ends at 110.00 EUR');
  expect(chart).toContain('<b>2024-01-04</b> Strategy <b>–</b>');
  expect(chart).not.toContain('NaN');
});

test('marks the warm-up', () => {
  const { result, manifest } = input;
  expect(equityChart(result, clock, manifest.cash, 'USD').markup).toContain('<rect class="warm-up"');
  expect(chartOf([100, 110])).not.toContain('warm-up');
});

test('flat equity, one bar and no bar are drawn', () => {
  for (const equity of [[100, 100, 100], [100], []]) {
    expect(chartOf(equity)).not.toMatch(/NaN|Infinity/);
  }
});
