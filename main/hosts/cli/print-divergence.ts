import { isoTime } from '#shared/domain/iso-time.ts';
import type { BarOfBoth } from '../../runs/run-diff.ts';
import type { Bar } from '../../runs/run-diff-data.ts';
import type { Divergence, Fill, TracedOrder } from '../../runs/run-diff-orders.ts';
import type { Terminal } from './terminal.ts';

const NOTHING = '–';
const ORDER = [
  'placedTime',
  'symbol',
  'side',
  'type',
  'role',
  'limit',
  'stop',
  'qty',
  'status',
  'endTime',
  'reason',
  'tag',
];
const FILL = ['time', 'symbol', 'side', 'qty', 'price', 'rule'];

/** The first thing that two runs did not do alike, with its fills and its bars. */
export function printDivergence(terminal: Terminal, divergence: Divergence, bars: readonly BarOfBoth[]): void {
  const { kind, time, a, b } = divergence;
  const title = kind === 'order' ? 'First diverging order' : 'First difference';
  terminal.print(`${terminal.styled('bold', title)}, ${isoTime(time)}: ${whatDiffers(divergence)}`);
  terminal.table([['', '', 'A', 'B'], ...rowsOf(divergence)]);
  for (const fill of fillsOf(a)) terminal.print(`  A: ${fill.why}`);
  for (const fill of fillsOf(b)) terminal.print(`  B: ${fill.why}`);
  if (bars.length > 0) terminal.table(barRows(bars));
}

function whatDiffers(divergence: Divergence): string {
  const { kind, a, b } = divergence;
  if (kind === 'equity') return 'all orders and fills are the same, equity is not.';
  const fields = divergence.fields.map((field) => field.replace('.', ' ')).join(', ');
  if (kind === 'engine-fill') {
    return a !== null && b !== null
      ? `a close by the engine differs in ${fields}.`
      : `a position was closed by the engine in ${a === null ? 'B' : 'A'} only.`;
  }
  if (divergence.onlyIn === null) return `order ${a?.id} differs in ${fields}.`;
  const [has, lacks, sent, next] = divergence.onlyIn === 'a' ? ['A', 'B', a, b] : ['B', 'A', b, a];
  const beside = next === null ? '' : ` (beside it the next one of ${lacks})`;
  return `${lacks} did not send order ${sent?.id} of ${has}${beside}.`;
}

function rowsOf(divergence: Divergence): string[][] {
  if (divergence.kind === 'equity') return [row('equity', divergence.a, divergence.b)];
  const fields = divergence.fields.filter((field) => field.startsWith('fill.')).map((field) => field.slice(5));
  if (divergence.kind === 'engine-fill') {
    return [...new Set([...FILL, ...fields])].map((field) => row(field, divergence.a, divergence.b));
  }
  const { a, b } = divergence;
  const [x, y] = differingFills(fillsOf(a), fillsOf(b), fields);
  const rows = [...ORDER.map((field) => row(field, a, b)), ...fields.map((field) => row(field, x, y, `fill ${field}`))];
  return rows.filter(([, , left, right]) => left !== NOTHING || right !== NOTHING);
}

/** A value of both, marked where they differ. */
function row(field: string, a: unknown, b: unknown, label = field): string[] {
  const [left, right] = [cell(field, a), cell(field, b)];
  return [left === right ? ' ' : '≠', label, left, right];
}

/** Numbers with all their digits: the last one may be what differs. */
function cell(field: string, of: unknown): string {
  const value: unknown =
    typeof of === 'object' && of !== null ? Object.entries(of).find(([name]) => name === field)?.[1] : of;
  if (value === null || value === undefined) return NOTHING;
  return typeof value === 'number' && /time$/i.test(field) ? isoTime(value) : String(value);
}

function differingFills(a: readonly Fill[], b: readonly Fill[], fields: readonly string[]): (Fill | undefined)[] {
  const place = a.findIndex((fill, i) => fields.some((field) => cell(field, fill) !== cell(field, b[i])));
  return [a[place], b[place]];
}

function fillsOf(one: TracedOrder | Fill | number | null): readonly Fill[] {
  if (one === null || typeof one === 'number') return [];
  return 'fills' in one ? one.fills : [one];
}

function barRows(bars: readonly BarOfBoth[]): string[][] {
  return [
    ['bar', '', '', 'open', 'high', 'low', 'close', 'volume'],
    ...bars.flatMap(({ symbol, time, a, b }) => [
      [isoTime(time), symbol, 'A', ...quoteCells(a)],
      ['', '', 'B', ...quoteCells(b)],
    ]),
  ];
}

function quoteCells(bar: Bar | null): string[] {
  if (bar === null) return [NOTHING, '', '', '', ''];
  return [bar.open, bar.high, bar.low, bar.close, bar.volume].map((value) =>
    Number.isNaN(value) ? NOTHING : `${value}`,
  );
}
