import type { EventFigures, LinearityFigure } from './event.ts';
import type { MemoryFigures } from './memory.ts';
import type { Took } from './stopwatch.ts';
import type { SweepFigures } from './sweep.ts';
import type { OverheadFigures } from './threads.ts';

export interface BenchFigures {
  /** What compiled the C program; null where there is no gcc. */
  compiler: string | null;
  event: EventFigures;
  memory: MemoryFigures;
  overhead: OverheadFigures;
  linearity: LinearityFigure[];
  scalingOn2: number;
  sweeps: SweepFigures[];
  sweepScalingOn2: number;
}

/** What `--json` writes. */
export interface BenchSummary {
  /** Of the engine's CPU time; `ratioToC` is our speed divided by C's, null where there is no gcc. */
  event: { barsPerSecond: number; ratioToC: number | null };
  /** The same for the signals kernel. */
  kernel: { barsPerSecond: number; ratioToC: number | null };
  /** Bars times pairs a second. */
  sweeps: { bars: number; pairs: number; barPairsPerSecond: number; ratioToC: number | null }[];
  /** Peak of one run over the bars, beyond an idle process. */
  memoryMB: number;
  /** Throughput of two threads divided by that of one: of whole runs, and of a sweep. */
  scalingOn2: number;
  sweepScalingOn2: number;
}

export function summarise(figures: BenchFigures): BenchSummary {
  const { event, memory, scalingOn2, sweeps, sweepScalingOn2 } = figures;
  const { bars, engine, kernel, c } = event;
  const speed = (took: Took) => ({ barsPerSecond: bars / took.cpuSeconds, ratioToC: ratioOf(took, c) });
  return {
    event: speed(engine),
    kernel: speed(kernel),
    sweeps: sweeps.map(({ size, ours, c: theirs }) => ({
      bars: size.bars,
      pairs: size.fasts * size.slows,
      barPairsPerSecond: (size.bars * size.fasts * size.slows) / ours.cpuSeconds,
      ratioToC: ratioOf(ours, theirs),
    })),
    memoryMB: memory.run - memory.idle,
    scalingOn2,
    sweepScalingOn2,
  };
}

function ratioOf(ours: Took, c: Took | null): number | null {
  return c === null ? null : c.cpuSeconds / ours.cpuSeconds;
}

export function printReport(figures: BenchFigures): void {
  const { compiler, event, memory, overhead, linearity, scalingOn2, sweeps, sweepScalingOn2 } = figures;
  const { bars, c, coldC } = event;
  console.log(`SMA cross on ${count(bars)} one-minute bars, ${count(event.trades)} trades, one core`);
  console.log(
    compiler === null ? 'There is no gcc here: our figures stand alone.' : `C: ${compiler}; it keeps the same books.`,
  );
  console.log('');
  printTable(
    ['', 'CPU ms', 'wall ms', 'M bars/s', 'speed / C'],
    [
      ...(c === null ? [] : [row('scalar C', c, bars, c)]),
      ...(coldC === null ? [] : [row('scalar C, first run', coldC, bars, c)]),
      row('engine', event.engine, bars, c),
      row('signals kernel', event.kernel, bars, c),
      row('engine, first run', event.coldEngine, bars, c),
      row('task', event.task, bars, c),
      row('task, first of a new thread', event.coldTask, bars, c),
    ],
  );
  console.log('');
  console.log(
    'engine = indicators, bars, fills, trade list, equity; kernel = the same from signals, without orders and fills;\n' +
      'task = engine with sandbox, metrics, checks, benchmark, hash and round trip',
  );
  console.log('M bars/s and ratios are of CPU time, which counts compiling and collecting garbage.');
  console.log('');
  printTable(
    ['sweep for final equity, trades, drawdown', 'CPU ms', 'wall ms', 'M bar-pairs/s', 'speed / C'],
    sweeps.flatMap(({ size, ours, c: theirs }) => {
      const pairs = size.fasts * size.slows;
      const name = `${count(size.bars)} bars x ${count(pairs)} pairs`;
      const rows = [row(name, ours, size.bars * pairs, theirs)];
      return theirs === null ? rows : [row(`${name}, scalar C`, theirs, size.bars * pairs, theirs), ...rows];
    }),
  );
  console.log('');
  printTable(
    ['bars', 'engine, CPU ns/bar', 'kernel, CPU ns/bar'],
    linearity.map((one) => [
      count(one.bars),
      one.engineNanosecondsPerBar.toFixed(1),
      one.kernelNanosecondsPerBar.toFixed(1),
    ]),
  );
  console.log('');
  printTable(
    ['', ''],
    [
      ['peak memory, idle process', `${memory.idle.toFixed(0)} MB`],
      [`peak memory, one run on ${count(bars)} bars`, `${memory.run.toFixed(0)} MB`],
      ['the run itself', `${(memory.run - memory.idle).toFixed(0)} MB`],
      ['an empty task', `${overhead.emptyTaskMilliseconds.toFixed(2)} ms`],
      ['describing a trivial strategy', `${overhead.describeMilliseconds.toFixed(2)} ms`],
      ['two threads against one, whole runs', `${scalingOn2.toFixed(2)} ×`],
      ['two threads against one, sweep', `${sweepScalingOn2.toFixed(2)} ×`],
    ],
  );
}

function row(name: string, took: Took, bars: number, c: Took | null): string[] {
  const { cpuSeconds, wallSeconds } = took;
  const ratio = c === null ? '' : (c.cpuSeconds / cpuSeconds).toFixed(3);
  return [
    name,
    (cpuSeconds * 1e3).toFixed(1),
    (wallSeconds * 1e3).toFixed(1),
    (bars / cpuSeconds / 1e6).toFixed(1),
    ratio,
  ];
}

/** Names to the left, figures to the right. */
function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = heads.some((head) => head !== '') ? [heads, ...rows] : rows;
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines) {
    const cells = line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)));
    console.log(cells.join('  ').trimEnd());
  }
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
