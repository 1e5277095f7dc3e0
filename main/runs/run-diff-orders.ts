import { isDeepStrictEqual } from 'node:util';
import type { RunExport } from '#shared/domain/run-export.ts';
import type { Ms } from '#shared/domain/units.ts';

export type Order = RunExport['orders'][number];
export type Fill = RunExport['fills'][number];

/** An order with the fills it got. */
export interface TracedOrder extends Order {
  fills: Fill[];
}

/**
 * What came apart: what the strategy asked for, whether the account could bear it, how many units it became, what
 * it was charged, when or at which price it was filled, or the value of the account without any order.
 */
export type Aspect = 'decision' | 'refusal' | 'size' | 'costs' | 'execution' | 'account';

interface Parting {
  aspect: Aspect;
  /** When the runs parted. */
  time: Ms;
  /** The latest bar that can have made them part: behind `time` where an order's levels may have been moved. */
  until: Ms;
}

/** The first thing that the two runs did not do alike. */
export type Divergence =
  | (Parting & {
      kind: 'order';
      /** Set where the other run sent no such order then: what stands in it is its next order, if it has one. */
      onlyIn: 'a' | 'b' | null;
      /** Names of the fields that differ, as in the JSON of a run; those of a fill begin with `fill.`. */
      fields: string[];
      a: TracedOrder | null;
      b: TracedOrder | null;
    })
  /** A position that the engine itself closed. */
  | (Parting & { kind: 'engine-fill'; fields: string[]; a: Fill | null; b: Fill | null })
  /** Orders and fills are the same: equity at one bar's close, null where a run has no such bar. */
  | (Parting & { kind: 'equity'; a: number | null; b: number | null });

/** Names and positions that mean something within one run only, and words. */
const NAMES = ['id', 'parentId', 'placedIndex', 'endIndex', 'index', 'reason', 'tag', 'why'];
/** What becomes of an order; all else is what was asked for. */
const OUTCOME = ['status', 'qty', 'filled', 'endTime'];
/** The bar of a fill is data, not something that the run did. */
const BAR = ['open', 'high', 'low', 'close'];
const LEVELS = ['limit', 'stop'];
const UNITS = ['qty', 'filled', 'fill.qty'];
const CHARGES = ['fill.price', 'fill.spread', 'fill.slippage', 'fill.commission'];

/**
 * The earliest difference between two runs, null when orders, fills and equity are the same. Orders are aligned in
 * the order of sending up to the first that one run did not send; nothing behind it is aligned again.
 *
 * An order that was sent alike counts from when its fate differs: a stop that rests for a year and is then filled
 * in one run only comes after all that differs within that year.
 */
export function firstDivergence(a: RunExport, b: RunExport): Divergence | null {
  const found = [...orderDivergences(a, b), ...engineFillDivergence(a, b)];
  const earliest = found.reduce<Divergence | null>(
    (first, one) => (first === null || one.time < first.time ? one : first),
    null,
  );
  return earliest ?? equityDivergence(a, b);
}

/** Within a bar: fills come before what the strategy sends, and that before what the engine closes. */
function* orderDivergences(a: RunExport, b: RunExport): Generator<Divergence> {
  const [left, right] = [a, b].map(traced) as [TracedOrder[], TracedOrder[]];
  const runsEnd = firstEnd(a, b);
  for (let row = 0; row < Math.max(left.length, right.length); row++) {
    const [x, y] = [left[row], right[row]];
    if (x === undefined || y === undefined || requestFields(x, y).length > 0) {
      yield requestDivergence(left.slice(row), right.slice(row), runsEnd);
      return;
    }
    yield* outcomeDivergence(x, y, runsEnd);
  }
}

function requestDivergence(left: readonly TracedOrder[], right: readonly TracedOrder[], runsEnd: Ms): Divergence {
  const [a = null, b = null] = [left[0], right[0]];
  const onlyIn = additional(left, right);
  const time = Math.min(a?.placedTime ?? Number.POSITIVE_INFINITY, b?.placedTime ?? Number.POSITIVE_INFINITY);
  const fields = a === null || b === null || onlyIn !== null ? [] : requestFields(a, b);
  // A stored level is the last one that was in force.
  const isMoved = fields.length > 0 && fields.every((field) => LEVELS.includes(field));
  const until = isMoved ? Math.min(a?.endTime ?? runsEnd, b?.endTime ?? runsEnd) : time;
  return { kind: 'order', aspect: 'decision', time, until, onlyIn, fields, a, b };
}

/** The run whose next order the other one has no like of; null where both sent one then, but not the same. */
function additional([a, ...restOfA]: readonly Order[], [b, ...restOfB]: readonly Order[]): 'a' | 'b' | null {
  if (a === undefined || b === undefined) return a === undefined ? 'b' : 'a';
  if (a.placedTime !== b.placedTime) return a.placedTime < b.placedTime ? 'a' : 'b';
  if (restOfB.some((later) => requestFields(a, later).length === 0)) return 'b';
  if (restOfA.some((later) => requestFields(later, b).length === 0)) return 'a';
  return null;
}

function* outcomeDivergence(a: TracedOrder, b: TracedOrder, runsEnd: Ms): Generator<Divergence> {
  const times: Ms[] = [];
  const fields = new Set(OUTCOME.filter((field) => a[field as keyof Order] !== b[field as keyof Order]));
  if (fields.size > 0) times.push(a.endTime ?? runsEnd, b.endTime ?? runsEnd);
  if (a.fills.length !== b.fills.length) fields.add('fills');
  for (let i = 0; i < Math.max(a.fills.length, b.fills.length); i++) {
    const [x, y] = [a.fills[i], b.fills[i]];
    const differing = fillFields(x, y);
    for (const field of differing) fields.add(field);
    if (differing.length > 0 || x === undefined || y === undefined) {
      times.push(x?.time ?? Number.POSITIVE_INFINITY, y?.time ?? Number.POSITIVE_INFINITY);
    }
  }
  if (fields.size === 0) return;
  const time = Math.min(...times);
  const isRefused = fields.has('status') && [a, b].some(({ status }) => status === 'rejected');
  const aspect = isRefused ? 'refusal' : aspectOf(fields);
  yield { kind: 'order', aspect, time, until: time, onlyIn: null, fields: [...fields], a, b };
}

function aspectOf(fields: Iterable<string>): Aspect {
  const all = [...fields];
  if (all.some((field) => !CHARGES.includes(field) && !UNITS.includes(field))) return 'execution';
  const isPriced = all.includes('fill.spread') || all.includes('fill.slippage');
  return !isPriced && all.some((field) => UNITS.includes(field)) ? 'size' : 'costs';
}

function* engineFillDivergence(a: RunExport, b: RunExport): Generator<Divergence> {
  const [left, right] = [a, b].map(({ fills }) => fills.filter(({ orderId }) => orderId === null)) as [Fill[], Fill[]];
  for (let row = 0; row < Math.max(left.length, right.length); row++) {
    const [x, y] = [left[row], right[row]];
    const fields = fillFields(x, y);
    if (x !== undefined && y !== undefined && fields.length === 0) continue;
    const time = Math.min(x?.time ?? Number.POSITIVE_INFINITY, y?.time ?? Number.POSITIVE_INFINITY);
    const aspect = fields.length === 0 ? 'execution' : aspectOf(fields);
    yield { kind: 'engine-fill', aspect, time, until: time, fields, a: x ?? null, b: y ?? null };
    return;
  }
}

function equityDivergence({ equity: a }: RunExport, { equity: b }: RunExport): Divergence | null {
  const most = Math.max(a.time.length, b.time.length);
  let row = 0;
  while (row < most && a.time[row] === b.time[row] && a.value[row] === b.value[row]) row++;
  if (row === most) return null;
  const [timeA, timeB] = [a.time[row] ?? Number.POSITIVE_INFINITY, b.time[row] ?? Number.POSITIVE_INFINITY];
  const time = Math.min(timeA, timeB);
  return {
    kind: 'equity',
    aspect: 'account',
    time,
    until: time,
    a: timeA === time ? (a.value[row] ?? null) : null,
    b: timeB === time ? (b.value[row] ?? null) : null,
  };
}

function traced({ orders, fills }: RunExport): TracedOrder[] {
  const all = orders.map((order): TracedOrder => ({ ...order, fills: [] }));
  for (const fill of fills) if (fill.orderId !== null) all[fill.orderId]?.fills.push(fill);
  return all;
}

function requestFields(a: Order, b: Order): string[] {
  return differingFields(a, b, [...NAMES, ...OUTCOME, 'fills']);
}

function fillFields(a: Fill | undefined, b: Fill | undefined): string[] {
  if (a === undefined || b === undefined) return [];
  return differingFields(a, b, [...NAMES, ...BAR]).map((field) => `fill.${field}`);
}

function differingFields<T extends object>(a: T, b: T, ignored: readonly string[]): string[] {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof T & string>;
  return [...fields].filter((field) => !ignored.includes(field) && !isSame(a[field], b[field]));
}

/** Zero is zero, whichever sign it lost on its way through JSON. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || isDeepStrictEqual(a, b);
}

/** The last bar that both runs may have. */
function firstEnd(a: RunExport, b: RunExport): Ms {
  return Math.min(a.equity.time.at(-1) ?? 0, b.equity.time.at(-1) ?? 0);
}
