import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './stopwatch.ts';

const PROCESSES = 3;

/** Peak resident memory, MB of 1,048,576 bytes. */
export interface MemoryFigures {
  /** A process that has loaded everything and started its thread, without bars. */
  idle: number;
  /** The same after it loaded the bars and made one run. */
  run: number;
}

/** @param folder where `writeSeries` wrote that many bars */
export function measureMemory(folder: string, bars: number): MemoryFigures {
  const peaks = (rows: number) => Array.from({ length: PROCESSES }, () => peakOf(folder, rows));
  return { idle: median(peaks(0)), run: median(peaks(bars)) };
}

function peakOf(folder: string, rows: number): number {
  const program = fileURLToPath(new URL('./memory-process.ts', import.meta.url));
  return Number(execFileSync(process.execPath, [program, folder, String(rows)], { encoding: 'utf8' }));
}
