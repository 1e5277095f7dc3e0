import type { Instrument } from '#shared/domain/instrument.ts';
import type { CommissionModel } from './costs/commission.ts';
import type { SizeSpec } from './order.ts';

/** What a few operations on doubles can be off by, relative. */
const NOISE = 4 * Number.EPSILON;

/**
 * Floors a quantity to whole lots; a lot step of 0 leaves it as it is. A quantity that is a whole number of lots
 * but for rounding noise (0.3 in lots of 0.1) keeps all of them.
 */
export function floorToLot(qty: number, lotStep: number): number {
  if (lotStep === 0) return qty;
  const lots = qty / lotStep;
  const nearest = Math.round(lots);
  const whole = Math.abs(nearest - lots) <= NOISE * Math.max(1, lots) ? nearest : Math.floor(lots);
  const lotsPerUnit = Math.round(1 / lotStep);
  // Dividing by 10 gives 0.3 where multiplying by 0.1 gives 0.30000000000000004.
  return Math.abs(lotsPerUnit * lotStep - 1) < 1e-12 ? whole / lotsPerUnit : whole * lotStep;
}

/**
 * Units that a size means at a price, floored to the lot step and never enlarged; for percent and cash the
 * commission is part of the budget.
 * @param equity account value, in the quote currency
 * @param rate account money for a unit of the quote currency: what `cash` sizes are divided by
 */
export function unitsToTrade(
  size: SizeSpec,
  price: number,
  equity: number,
  instrument: Instrument,
  commission: CommissionModel,
  rate = 1,
  isMaker = false,
): number {
  switch (size.kind) {
    case 'whole-position':
      throw new RangeError('only an exit trades the whole position');
    case 'units':
      return floorToLot(size.value, instrument.lotStep);
    default: {
      const budget = size.kind === 'cash' ? size.value / rate : (equity * size.value) / 100;
      const units = commission.affordableUnits(budget, price, instrument.multiplier, isMaker);
      return units > 0 ? floorToLot(units, instrument.lotStep) : 0;
    }
  }
}

/**
 * Units that an exit means: those it was placed for, at most what is held. A quantity that is all of it but for
 * rounding noise closes all, so that no dust stays behind.
 * @param held units now held, either sign
 */
export function unitsToClose(size: SizeSpec, held: number): number {
  const all = Math.abs(held);
  return size.kind === 'units' && size.value < all * (1 - 1e-9) ? size.value : all;
}
