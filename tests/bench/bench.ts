import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Baseline, compileBaseline, findCompiler } from './baseline.ts';
import { measureEvent, measureLinearity } from './event.ts';
import { measureMemory } from './memory.ts';
import { type BenchFigures, printReport, summarise } from './report.ts';
import { writeSeries } from './series-files.ts';
import { measureSweep, measureSweepScaling } from './sweep.ts';
import { syntheticBars } from './synthetic-series.ts';
import { measureOverhead, measureScaling } from './threads.ts';

const { json, quick } = parseArgs({ options: { json: { type: 'string' }, quick: { type: 'boolean' } } }).values;
const folder = mkdtempSync(join(tmpdir(), 'hindcast-bench-'));
try {
  const figures = await measure(quick ? { bars: 100_000, runs: 3 } : { bars: 1_000_000, runs: 9 });
  printReport(figures);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(summarise(figures), null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

/** The bars are 48 bytes each, and a run over them takes twice as much again; half of what is free may be used. */
function hasRoomFor(rows: number): boolean {
  return rows * 3 * 48 < freemem() / 2;
}

async function measure({ bars: rows, runs }: { bars: number; runs: number }): Promise<BenchFigures> {
  const bars = syntheticBars(rows);
  writeSeries(folder, bars);
  const compiler = findCompiler();
  const baseline = compiler === null ? null : new Baseline(compileBaseline(folder), folder, rows);
  const event = await measureEvent(bars, baseline, runs);
  const sweeps = [
    await measureSweep(bars, { bars: 2_148, fasts: 100, slows: 100 }, baseline, runs),
    await measureSweep(bars, { bars: 100_000, fasts: 25, slows: 40 }, baseline, Math.min(runs, 5)),
  ];
  await baseline?.close();
  return {
    compiler,
    event,
    sweeps,
    sweepScalingOn2: await measureSweepScaling(bars, { bars: 100_000, fasts: 50, slows: 40 }, 5),
    memory: measureMemory(folder, rows),
    overhead: await measureOverhead(),
    linearity: await measureLinearity(hasRoomFor(10 * rows) ? syntheticBars(10 * rows) : bars, runs),
    scalingOn2: await measureScaling(bars, 10, 3),
  };
}
