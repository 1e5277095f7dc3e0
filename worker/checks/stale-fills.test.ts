import { describe, expect, it } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import { DAY } from '../metrics/civil-month.ts';
import { businessDays } from '../metrics/source.fixture.ts';
import { type CheckedTrade, checkedRun, quietBars, tradesMaking } from './checked-run.fixture.ts';
import { staleFills } from './stale-fills.ts';

function look(changes: Partial<BarColumns>, trades: readonly CheckedTrade[] = tradesMaking(1)) {
  return staleFills.look(checkedRun({ trades, market: [{ bars: quietBars(1_000, changes), rows: null }] }));
}

const withOne = (value: number, bar: number, others: number) =>
  new Float64Array(1_000).fill(others).fill(value, bar, bar + 1);

describe('stale fills', () => {
  it.each([0, Number.NaN])('are on bars without volume: %d', (volume) => {
    expect(look({ volume: withOne(volume, 1, 500) })).toMatchObject({
      weight: 0.5,
      message: '1 of 2 fills may have been impossible: 1 on bars without volume.',
    });
    expect(look({ volume: withOne(volume, 2, 500) })).toBeNull();
  });

  it('are not where the series never has volume', () => {
    expect(look({ volume: new Float64Array(1_000) })).toBeNull();
    expect(look({ volume: new Float64Array(1_000).fill(Number.NaN) })).toBeNull();
  });

  it('are on bars with a single price, unless the series has only such bars', () => {
    const flat = withOne(100, 3, 102);
    expect(look({ high: flat, low: withOne(100, 3, 98) })?.message).toBe(
      '1 of 2 fills may have been impossible: 1 on bars with a single price.',
    );
    const ones = new Float64Array(1_000).fill(100);
    expect(look({ high: ones, low: ones })).toBeNull();
  });

  it('are on the bar after a gap', () => {
    const time = businessDays(1_000).map((moment, bar) => moment + (bar >= 3 ? 28 * DAY : 0));
    expect(look({ time })?.message).toBe(
      '1 of 2 fills may have been impossible: 1 on bars right after a gap in the data.',
    );
    expect(look({ time: time.map((moment, bar) => moment - (bar === 3 ? 28 * DAY : 0)) })).toBeNull();
  });

  it('count once, and weigh less below a tenth of all', () => {
    const still = { volume: withOne(0, 1, 500), high: withOne(100, 1, 102), low: withOne(100, 1, 98) };
    expect(look(still, tradesMaking(1, 2, 3, 4, 5))).toMatchObject({
      weight: 0.5,
      message: '1 of 10 fills may have been impossible: 1 on bars without volume.',
    });
    expect(look(still, tradesMaking(1, 2, 3, 4, 5, 6))).toMatchObject({ weight: 0.15 });
  });

  it('list all kinds', () => {
    const low = withOne(100, 3, 98);
    const high = withOne(100, 3, 102);
    expect(look({ volume: withOne(0, 1, 500), low, high })?.message).toBe(
      '2 of 2 fills may have been impossible: 1 on bars without volume, 1 on bars with a single price.',
    );
  });

  it('are no closes of the engine', () => {
    const [trade] = tradesMaking(1) as [CheckedTrade];
    const forced = { ...trade, exit: { ...trade.exit, sent: null } };
    expect(look({ volume: withOne(0, 3, 500) }, [forced])).toBeNull();
    expect(look({ volume: withOne(0, 1, 500) }, [forced])?.message).toMatch(/^1 of 1 fill /);
  });

  it('read the bar of a symbol that has not all of them', () => {
    const rows = Int32Array.from({ length: 1_001 }, (_, bar) => (bar === 0 ? -1 : bar - 1));
    const market = [{ bars: quietBars(1_000, { volume: withOne(0, 0, 500) }), rows }];
    const measured = { time: businessDays(1_001) };
    expect(staleFills.look(checkedRun({ trades: tradesMaking(1), market, measured }))?.message).toContain('1 of 2');
  });
});
