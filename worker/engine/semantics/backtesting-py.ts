import type { Semantics } from './semantics.ts';

/**
 * The rules of the Python library backtesting.py (0.6), for results that can be held beside its own: its sizes look
 * ahead to the close of the bar they are filled on, which is kept.
 */
export const BACKTESTING_PY: Semantics = {
  id: 'backtesting.py',
  startsOn: 'bar-after',
  meeting: 'queue',
  reducingFirst: false,
  goesFirst: 'exits',
  bothLegs: 'path',
  buyStopFirst: false,
  protectionFrom: 'market-fill',
  distanceFrom: 'fill',
  trailing: 'after-bar',
  levels: 'as-given',
  marksInBar: 'close',
  sizing: 'free-margin',
  buyingPower: 'free-margin',
  commissionIn: 'quote',
  spreadOn: 'entries',
  slippageOnProtection: true,
  reverses: false,
  pyramiding: Number.POSITIVE_INFINITY,
  pyramidingLimits: 'orders',
  exitsOwnLots: true,
  namedExits: 'own-units',
  settlement: 'profit',
  marginRequirement: 'maintenance',
  marginCall: 'none',
  inRuin: 'owes-nothing',
  closeTiming: 'next-bar',
  atEnd: 'last-open',
};
