import type { Matching } from '#shared/domain/account.ts';
import type { Direction, Order } from './order.ts';

/** Units bought (or sold short) together that are still held. */
export interface Lot {
  direction: Direction;
  qty: number;
  /** Units when it was opened. */
  opened: number;
  price: number;
  /** Price of the account's currency in which the entry was settled: account money per unit of quote currency. */
  rate: number;
  bar: number;
  /** Row of the fill that opened it. */
  fill: number;
  /** In the account's currency. */
  commissionPerUnit: number;
  /** The order that opened it. */
  entry: Order | null;
}

/** Adds units to what is held; under average matching all units held one way cost the same from then on. */
export function addLot(lots: Lot[], lot: Lot, matching: Matching): void {
  lots.push(lot);
  if (matching === 'average' && lots.length > 1) level(lots.filter(({ direction }) => direction === lot.direction));
}

/** Gives lots one price, one rate and one commission a unit: what all of them cost stays the same. */
function level(lots: readonly Lot[]): void {
  let qty = 0;
  let value = 0;
  let settled = 0;
  let commission = 0;
  for (const lot of lots) {
    qty += lot.qty;
    value += lot.qty * lot.price;
    settled += lot.qty * lot.price * lot.rate;
    commission += lot.qty * lot.commissionPerUnit;
  }
  for (const lot of lots) {
    lot.price = value / qty;
    // Nothing was settled for what cost nothing.
    if (value !== 0) lot.rate = settled / value;
    lot.commissionPerUnit = commission / qty;
  }
}

/**
 * The lot that a deal closes next: against `direction`, of one entry's name if there is one, the oldest first or
 * (under last in, first out) the newest; undefined when there is none.
 */
export function nextLot(
  lots: readonly Lot[],
  direction: Direction,
  entry: string | null,
  matching: Matching,
): Lot | undefined {
  // The usual case without looking any further.
  const first = lots[0];
  if (matching !== 'lifo' && entry === null && first !== undefined && first.direction !== direction) return first;
  const closes = (lot: Lot) =>
    lot.direction !== direction && (entry === null || lot.entry?.terms.options.name === entry);
  return matching === 'lifo' ? lots.findLast(closes) : lots.find(closes);
}

/** Units held one way, or (null) either way, in lots that entries of a name opened; in all lots without a name. */
export function unitsOf(lots: readonly Lot[], entry: string | null, way: Direction | null): number {
  let units = 0;
  for (const lot of lots) {
    if (way !== null && lot.direction !== way) continue;
    if (entry === null || lot.entry?.terms.options.name === entry) units += lot.qty;
  }
  return units;
}

/** Orders of which units are held that were bought (+1) or sold short (−1): one that filled in parts counts once. */
export function entriesHeld(lots: readonly Lot[], direction: Direction): number {
  const entries = new Set<Order | null>();
  for (const lot of lots) if (lot.direction === direction) entries.add(lot.entry);
  return entries.size;
}
