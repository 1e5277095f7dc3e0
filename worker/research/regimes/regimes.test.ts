import { describe, expect, it } from 'vitest';
import { byRegime, REGIMES, regimesOf } from './regimes.ts';

/** Up by a little each day, then down, swinging as asked for. */
function market(days: number, drift: (day: number) => number, swing: (day: number) => number): Float64Array {
  const closes = new Float64Array(days);
  let close = 100;
  for (let day = 0; day < days; day++) {
    close *= 1 + drift(day) + (day % 2 === 0 ? 1 : -1) * swing(day);
    closes[day] = close;
  }
  return closes;
}

describe('the regime of a period', () => {
  it('isn’t told before there is enough to see', () => {
    const regimes = regimesOf(
      market(
        260,
        () => 0.001,
        () => 0.002,
      ),
    );
    expect([...regimes.subarray(0, 200)].every((regime) => regime === -1)).toBe(true);
    expect(regimes[200]).not.toBe(-1);
  });

  it('follows trend and volatility', () => {
    const closes = market(
      900,
      (day) => (day < 500 ? 0.002 : -0.002),
      (day) => (day < 700 ? 0.001 : 0.02),
    );
    const regimes = regimesOf(closes);
    expect(REGIMES[regimes[450] as number]).toMatch(/^rising/);
    expect(REGIMES[regimes[690] as number]).toMatch(/^falling/);
    expect(REGIMES[regimes[850] as number]).toBe('falling, wild');
  });

  it('knows nothing of the period itself or of later ones', () => {
    const closes = market(
      500,
      () => 0.001,
      (day) => (day % 60) / 4_000,
    );
    const whole = regimesOf(closes);
    for (const end of [250, 333, 480]) {
      const changed = closes.slice();
      changed.fill(1, end);
      expect(regimesOf(changed).subarray(0, end + 1)).toEqual(whole.subarray(0, end + 1));
    }
  });
});

describe('figures by regime', () => {
  it('add up to the whole', () => {
    const returns = Float64Array.of(0.5, 0.1, -0.05, 0.02, 0.03, 0.01);
    const figures = byRegime(returns, Int8Array.of(-1, 0, 1, 0, 3, 3));
    expect(figures.map(({ periods }) => periods)).toEqual([2, 1, 0, 2]);
    expect(figures.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(figures.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(1, 12);
    expect(figures[0]?.meanReturn).toBeCloseTo(0.06, 12);
    expect(figures[0]?.sharpe).toBeCloseTo(0.06 / Math.sqrt(0.0032), 12);
    expect(figures[1]?.sharpe).toBeNaN();
  });

  it('are empty where nothing is known', () => {
    const [first] = byRegime(Float64Array.of(0.1), Int8Array.of(-1));
    expect(first).toMatchObject({ periods: 0, share: 0 });
    expect(first?.contribution).toBeNaN();
  });
});
