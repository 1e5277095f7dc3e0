// A process of its own, so that its peak is that of one run and nothing else.
import { readFileSync } from 'node:fs';
import { WorkerPool } from '#main/runs/worker-pool.ts';
import { readSeries } from './series-files.ts';
import { smaCrossTask } from './workload.ts';

const [folder = '', rows = '0'] = process.argv.slice(2);
const pool = new WorkerPool({ threads: 1 });
const task = smaCrossTask(readSeries(folder, Number(rows)));
await pool.perform({ kind: 'describe', source: task.source, file: task.file });
if (Number(rows) > 0) await pool.perform(task);
console.log(peakMegabytes());
await pool.close();

/** The largest memory this process ever held. Linux: from its own record, for `maxRSS` begins with the parent's. */
function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1_024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
