import { describe, expect, it } from 'vitest';
import { fillsOf } from '../metrics/source.fixture.ts';
import { checkedRun } from './checked-run.fixture.ts';
import { costs } from './costs.ts';

/** One fill that cost three amounts, of a run that kept this much. */
function look(kept: number, commission: number, spread: number, slippage: number) {
  const equity = new Float64Array(1_000).fill(1_000);
  equity[999] = 1_000 + kept;
  const fills = fillsOf([{ symbol: 0, qty: 1, price: 100, spread, slippage, commission }]);
  return costs.look(checkedRun({ measured: { equity, fills } }));
}

describe('costs eat the edge', () => {
  it('from a third of the profit before costs on', () => {
    expect(look(20, 5, 3, 2)).toMatchObject({
      weight: 0.35,
      message: 'Costs of 10.00\u00a0USD took 33 % of the 30.00\u00a0USD won before costs.',
    });
    expect(look(20.01, 5, 3, 2)).toBeNull();
  });

  it('is serious when nothing is left', () => {
    expect(look(0, 5, 3, 2)).toMatchObject({
      weight: 0.7,
      message: 'Costs of 10.00\u00a0USD took 100 % of the 10.00\u00a0USD won before costs: nothing is left.',
    });
    expect(look(0.01, 5, 3, 2)).toMatchObject({ weight: 0.35 });
    expect(look(-5, 5, 3, 2)?.message).toContain('took 200 % of the 5.00');
  });

  it('is silent where nothing was won before costs, and where nothing was paid', () => {
    expect(look(-10, 5, 3, 2)).toBeNull();
    expect(look(-20, 5, 3, 2)).toBeNull();
    expect(look(20, 0, 0, 0)).toBeNull();
  });
});
