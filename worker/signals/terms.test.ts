import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import { type CostsSpec, NO_COSTS } from '#shared/domain/costs.ts';
import { dailyBars, instrument } from '../../tests/support/bars.ts';
import { commissionModel } from '../engine/costs/commission.ts';
import { priceToTake } from '../engine/costs/price-to-take.ts';
import { floorToLot } from '../engine/sizing.ts';
import { isPlain, TradeTerms } from './terms.ts';

const series = { instrument: instrument(), bars: dailyBars([[1, 1, 1, 1]]) };
const plain = { series: [series], semantics: 'hindcast-1', account: CASH_ACCOUNT, costs: NO_COSTS } as const;

describe('a plain run', () => {
  test('has one symbol that is only traded, a cash account, and costs of price and quantity', () => {
    expect(isPlain(plain)).toBe(true);
    const tiered: CostsSpec['commission'] = { model: 'tiered', tiers: [{ upTo: null, fraction: 0.001 }] };
    expect(isPlain({ ...plain, costs: { ...NO_COSTS, commission: tiered }, rates: [null] })).toBe(true);
    expect(isPlain({ ...plain, account: { ...CASH_ACCOUNT, matching: 'lifo', closeAtEnd: true } })).toBe(true);
  });

  const changes: [what: string, change: object][] = [
    ['two symbols', { series: [series, series] }],
    ['other semantics', { semantics: 'vectorbt' }],
    ['another currency', { rates: [new Float64Array(1)] }],
    ['a split', { series: [{ ...series, actions: [{ kind: 'split', time: 0, ratio: 2 }] }] }],
    ['a delisting', { series: [{ ...series, isDelisted: true }] }],
    ['funding', { series: [{ ...series, funding: { time: new Float64Array(0), rate: new Float64Array(0) } }] }],
    ['a quoted spread', { costs: { ...NO_COSTS, spread: { model: 'series' } } }],
    ['slippage by volume', { costs: { ...NO_COSTS, slippage: { model: 'volume-share', priceImpact: 0.1 } } }],
    ['slippage by volatility', { costs: { ...NO_COSTS, slippage: { model: 'volatility', fraction: 0.1 } } }],
    ...[
      { leverage: 2 },
      { maintenanceMargin: 0.2 },
      { borrowRate: 0.01 },
      { cashRate: 0.01 },
      { debitRate: 0.01 },
      { participation: 0.1 },
      { timing: 'close' },
      { closeAtEnd: false },
      { reduceToFit: true },
      { hedging: true },
    ].map((terms): [string, object] => [JSON.stringify(terms), { account: { ...CASH_ACCOUNT, ...terms } }]),
  ];
  test.each(changes)('is not one with %s', (_, change) => {
    expect(isPlain({ ...plain, ...change } as Parameters<typeof isPlain>[0])).toBe(false);
  });
});

const fraction = fc.constantFrom(0, 0.0005, 0.013);
const amount = fc.constantFrom(0, 0.07, 3);
const costs: fc.Arbitrary<CostsSpec> = fc.record({
  commission: fc.oneof(
    fc.constant({ model: 'none' } as const),
    fc.record({ model: fc.constant('percent'), fraction }),
    fc.record({ model: fc.constant('fixed'), amount }),
    fc.record({ model: fc.constant('fixed-plus-percent'), amount, fraction }),
    fc.record({ model: fc.constant('maker-taker'), maker: fc.constant(-0.001), taker: fraction }),
    fc.record({ model: fc.constant('per-share'), perUnit: amount, minimum: amount }),
    fc.constant({
      model: 'tiered',
      tiers: [
        { upTo: 100, fraction: 0.01 },
        { upTo: null, fraction: 0.001 },
      ],
    } as const),
  ),
  spread: fc.oneof(
    fc.constant({ model: 'none' } as const),
    fc.record({ model: fc.constant('percent'), fraction }),
    fc.record({ model: fc.constant('fixed'), points: amount }),
  ),
  slippage: fc.oneof(
    fc.constant({ model: 'none' } as const),
    fc.record({ model: fc.constant('percent'), fraction }),
    fc.record({ model: fc.constant('ticks'), ticks: amount }),
  ),
}) as fc.Arbitrary<CostsSpec>;

test('the terms of trading are those of the cost models and of sizing, to the last bit', () => {
  const number = fc.double({ min: 0.001, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(
      costs,
      number,
      number,
      fc.constantFrom(1, 0.1, 25),
      fc.constantFrom(1, 50),
      (asked, price, units, lotStep, multiplier) => {
        const traded = instrument({ lotStep, multiplier, tickSize: 0.01 });
        const terms = new TradeTerms(traded, 1_000, asked);
        const model = commissionModel(asked.commission);
        const conditions = { tickSize: 0.01, volume: Number.NaN, volatility: Number.NaN, quotedSpread: Number.NaN };
        for (const direction of [1, -1] as const) {
          const quote = priceToTake(asked)(price, direction, units, conditions);
          expect(price + direction * terms.takingCost(price)).toBe(quote.price);
          expect(terms.takingCost(price)).toBe(quote.spread + quote.slippage);
        }
        expect(terms.charge(units, price)).toBe(model.charge(units, price, multiplier, false));
        for (const budget of [units, -units]) {
          expect(terms.affordableUnits(budget, price)).toBe(model.affordableUnits(budget, price, multiplier, false));
        }
        for (const wanted of [units, Math.round(units) + 1e-14, Math.round(units) - 1e-14]) {
          expect(terms.floorToLot(wanted)).toBe(floorToLot(wanted, lotStep));
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
