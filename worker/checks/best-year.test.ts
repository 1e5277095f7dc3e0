import { describe, expect, it } from 'vitest';
import { bestYear } from './best-year.ts';
import { checkedRun, quietBars } from './checked-run.fixture.ts';

/** Two bars a year from 2020 on; equity grows by these amounts between them and within the last one. */
function look(...profits: number[]) {
  const time = Float64Array.from(profits.flatMap((_, k) => [Date.UTC(2020 + k, 0, 2), Date.UTC(2020 + k, 11, 30)]));
  const starts = profits.map((_, k) => profits.slice(0, k).reduce((sum, profit) => sum + profit, 1_000));
  const values = Float64Array.from(
    profits.flatMap((profit, k) => [starts[k] as number, (starts[k] as number) + profit]),
  );
  const bars = quietBars(time.length, { time });
  return bestYear.look(checkedRun({ measured: { time, equity: values }, market: [{ bars, rows: null }] }));
}

describe('profit concentrated in one year', () => {
  it('is more than 80 % of it', () => {
    expect(look(50, 810, 140)).toMatchObject({
      weight: 0.5,
      message:
        '2021 alone made 810.00\u00a0USD of 1,000.00\u00a0USD profit, 81 % of it; the other 2 years made 190.00\u00a0USD together.',
    });
    expect(look(60, 800, 140)).toBeNull();
    expect(look(900, -100, 0)).toMatchObject({
      message: expect.stringMatching(/^2020 alone .* −100.00\sUSD together/),
    });
  });

  it('needs three years and a profit', () => {
    expect(look(10, 990)).toBeNull();
    expect(look(900, -800, -100)).toBeNull();
    expect(look(900, -800, -101)).toBeNull();
    expect(look()).toBeNull();
  });

  it('counts the step into a year to that year', () => {
    const time = Float64Array.from([2020, 2021, 2022], (year) => Date.UTC(year, 5, 1));
    const measured = { time, equity: Float64Array.of(1_000, 1_000, 2_000) };
    const market = [{ bars: quietBars(3, { time }), rows: null }];
    expect(bestYear.look(checkedRun({ measured, market }))?.message).toMatch(/^2022 alone made 1,000/);
  });
});
