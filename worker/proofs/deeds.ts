import type { DeedKind } from '#shared/domain/proof.ts';
import { FILL_RULES, ORDER_STATUSES, ORDER_TYPES, PATH_SEGMENTS, SIDES } from '#shared/domain/run-result.ts';
import type { BarIndex, Ms } from '#shared/domain/units.ts';
import type { Simulation } from '../engine/backtest.ts';

/** What a strategy did on which bars: the part of a simulation that others are compared with. */
export type Deeds = Pick<Simulation, 'symbols' | 'orders' | 'fills' | 'texts' | 'log' | 'time'> & {
  /** Bar on which the strategy threw; −1 before the first one, null when it didn't. */
  threwAt: BarIndex | null;
};

/** The first thing that one of two runs did and the other didn't. */
export interface Difference {
  bar: BarIndex;
  what: DeedKind;
  deed: string;
  /** It was the first of the two that did it. */
  isOwn: boolean;
}

/** What may be compared of orders and fills that the cut finds unfinished. */
export interface Comparison {
  /** Prices of orders that wait are as they were sent: the strategy never changes them. */
  keepsPrices: boolean;
  /** Bars at the cut have the same open in both, so that what fills there has the same size. */
  sharesOpen: boolean;
}

type Rows = { bar: Int32Array };

export function deedsOf({ symbols, orders, fills, texts, log, time, thrown }: Simulation): Deeds {
  return { symbols, orders, fills, texts, log, time: time.slice(), threwAt: thrown?.bar ?? null };
}

/**
 * Compares what two runs did before a bar: every order with its kind, prices, tag and end, every fill, every line of
 * the log.
 * @returns the earliest difference, or null
 */
export function firstDifference(own: Deeds, other: Deeds, end: BarIndex, terms: Comparison): Difference | null {
  // What comes first in this list is told of what happened on the same bar.
  const found = [
    inFailure(own, other, end),
    inRows('order', own.orders, other.orders, end, (row) => isSameOrder(own, other, row, end, terms), own, other),
    inRows('fill', own.fills, other.fills, end, (row) => isSameFill(own, other, row), own, other),
    inLog(own, other, end),
    inSizes(own, other, end, terms),
  ];
  const [first] = found.filter((one) => one !== null).sort((a, b) => a.bar - b.bar);
  return first ?? null;
}

/**
 * Compares the strategy's own orders from a time on by what, when and which way; sizes may differ, since the account does.
 * @returns the first that only one of the runs has, its bar on the clock of `own`; or null
 */
export function firstOrderApart(own: Deeds, other: Deeds, from: Ms): Difference | null {
  const [ours, theirs] = [sentSince(own, from), sentSince(other, from)];
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    const [mine, yours] = [ours[i], theirs[i]];
    if (mine?.name === yours?.name && mine?.time === yours?.time) continue;
    const isOwn = yours === undefined || (mine !== undefined && mine.time <= yours.time);
    const first = isOwn ? mine : yours;
    if (first === undefined) return null;
    return { bar: own.time.indexOf(first.time), what: 'order', deed: first.name, isOwn };
  }
  return null;
}

function sentSince(deeds: Deeds, from: Ms): { time: Ms; name: string }[] {
  const { orders, time } = deeds;
  const sent: { time: Ms; name: string }[] = [];
  orders.bar.forEach((bar, row) => {
    const at = time[bar] as Ms;
    if (at >= from && orders.parent[row] === -1) sent.push({ time: at, name: orderName(deeds, row) });
  });
  return sent;
}

function inRows(
  what: 'order' | 'fill',
  ours: Rows,
  theirs: Rows,
  end: BarIndex,
  isSame: (row: number) => boolean,
  own: Deeds,
  other: Deeds,
): Difference | null {
  for (let row = 0; ; row++) {
    const mine = barBefore(ours, row, end);
    const yours = barBefore(theirs, row, end);
    if (mine === null && yours === null) return null;
    if (mine === yours && isSame(row)) continue;
    const isOwn = yours === null || (mine !== null && mine <= yours);
    const deed = (what === 'order' ? orderName : fillName)(isOwn ? own : other, row);
    return { bar: Math.min(mine ?? end, yours ?? end), what, deed, isOwn };
  }
}

/** The bar of a row; null where there is none before `end`. */
function barBefore({ bar }: Rows, row: number, end: BarIndex): BarIndex | null {
  const at = bar[row];
  return at === undefined || at >= end ? null : at;
}

function isSameOrder(own: Deeds, other: Deeds, row: number, end: BarIndex, { keepsPrices }: Comparison): boolean {
  const [a, b] = [own.orders, other.orders];
  const same = (column: 'symbol' | 'side' | 'type' | 'role' | 'parent') => a[column][row] === b[column][row];
  if (!(same('symbol') && same('side') && same('type') && same('role') && same('parent'))) return false;
  if (textOf(own, a.tag[row]) !== textOf(other, b.tag[row])) return false;
  const [isOver, isOtherOver] = [isOverBefore(a, row, end), isOverBefore(b, row, end)];
  if (isOver !== isOtherOver) return false;
  const sameNumber = (column: 'limit' | 'stop' | 'qty' | 'filled') => Object.is(a[column][row], b[column][row]);
  if (isOver) {
    return (
      a.status[row] === b.status[row] &&
      a.endBar[row] === b.endBar[row] &&
      sameNumber('limit') &&
      sameNumber('stop') &&
      sameNumber('qty') &&
      sameNumber('filled')
    );
  }
  // Protection moves with the market for as long as it waits, and the table has where it was last.
  if (!keepsPrices || a.parent[row] !== -1) return true;
  return sameNumber('limit') && (a.type[row] === TRAILING || sameNumber('stop'));
}

const TRAILING = ORDER_TYPES.indexOf('trailing-stop');
const PENDING = ORDER_STATUSES.indexOf('pending');

function isOverBefore({ status, endBar }: Deeds['orders'], row: number, end: BarIndex): boolean {
  return status[row] !== PENDING && (endBar[row] as number) < end;
}

function isSameFill({ fills: a }: Deeds, { fills: b }: Deeds, row: number): boolean {
  return (
    a.order[row] === b.order[row] &&
    a.side[row] === b.side[row] &&
    a.qty[row] === b.qty[row] &&
    Object.is(a.price[row], b.price[row])
  );
}

/** Sizes of what was asked for before the cut and filled at the open behind it, which is the same in both. */
function inSizes(own: Deeds, other: Deeds, end: BarIndex, { sharesOpen }: Comparison): Difference | null {
  if (!sharesOpen) return null;
  const theirs = new Map(openFills(other, end).map((row) => [other.fills.order[row], row]));
  for (const row of openFills(own, end)) {
    const order = own.fills.order[row] as number;
    const same = theirs.get(order);
    if (same === undefined || own.fills.qty[row] === other.fills.qty[same]) continue;
    return { bar: own.orders.bar[order] as number, what: 'order', deed: orderName(own, order), isOwn: true };
  }
  return null;
}

/** Fills of market orders at the open of a bar, sent by the strategy itself. */
function openFills({ fills }: Deeds, bar: BarIndex): number[] {
  const rows: number[] = [];
  for (let row = 0; row < fills.bar.length; row++) {
    if (fills.bar[row] !== bar || (fills.order[row] as number) < 0) continue;
    if (fills.rule[row] === AT_OPEN && fills.segment[row] === OPEN) rows.push(row);
  }
  return rows;
}

const AT_OPEN = FILL_RULES.indexOf('market-open');
const OPEN = PATH_SEGMENTS.indexOf('open');

function inLog({ log: ours }: Deeds, { log: theirs }: Deeds, end: BarIndex): Difference | null {
  for (let line = 0; ; line++) {
    const [mine, yours] = [lineBefore(ours, line, end), lineBefore(theirs, line, end)];
    if (mine === undefined && yours === undefined) return null;
    if (mine !== undefined && yours !== undefined && mine.bar === yours.bar && mine.text === yours.text) continue;
    const isOwn = yours === undefined || (mine !== undefined && mine.bar <= yours.bar);
    const first = isOwn ? mine : yours;
    return first === undefined ? null : { bar: first.bar, what: 'log', deed: first.text, isOwn };
  }
}

function lineBefore(log: Deeds['log'], line: number, end: BarIndex): Deeds['log'][number] | undefined {
  const found = log[line];
  return found !== undefined && found.bar < end ? found : undefined;
}

function inFailure(own: Deeds, { threwAt }: Deeds, end: BarIndex): Difference | null {
  if (own.threwAt !== null || threwAt === null || threwAt >= end) return null;
  return { bar: Math.max(threwAt, 0), what: 'failure', deed: 'the strategy failed', isOwn: false };
}

function textOf({ texts }: Deeds, place: number | undefined): string | undefined {
  return place === undefined ? undefined : texts[place];
}

/** `buy market SPY`. */
function orderName({ orders, symbols }: Deeds, row: number): string {
  const side = SIDES[orders.side[row] as number];
  return `${side} ${ORDER_TYPES[orders.type[row] as number]} ${symbols[orders.symbol[row] as number]}`;
}

/** `buy 100 SPY`. */
function fillName({ fills, symbols }: Deeds, row: number): string {
  return `${SIDES[fills.side[row] as number]} ${fills.qty[row]} ${symbols[fills.symbol[row] as number]}`;
}
