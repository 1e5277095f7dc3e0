import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#main/app.ts';
import type { RunInput } from '#main/jobs/kinds/run-work.ts';
import type { SweepInput } from '#main/sweeps/sweep-service.ts';
import { sweepTermsSchema } from '#shared/contract/sweeps.ts';
import { instrumentSchema } from '#shared/domain/instrument.ts';
import { syntheticBars } from '../synthetic-series.ts';

/**
 * How long sweeps take through the whole service, journal and ledger included: 10,000 runs on twenty years of daily bars,
 * by a strategy that decides bar by bar and by one of signals, on one thread and on two.
 *
 *   node tests/bench/sweep-app/bench.ts [runs] [bars]
 */
const runs = Number(process.argv[2] ?? 10_000);
const rows = Number(process.argv[3] ?? 5_000);
const DAY = 86_400_000;

const about = "name: 'bench', params: { fast: param.int(5), slow: param.int(50) },";
const IMPORTS = "import { strategy, param, ta, when } from 'hindcast';\n";
const STRATEGIES = {
  events: `${IMPORTS}export default strategy({ ${about}
    setup({ data, params }) { return { fast: ta.sma(data.close, params.fast), slow: ta.sma(data.close, params.slow) }; },
    onBar({ order, position }, { fast, slow }) {
      if (ta.crossOver(fast, slow)) order.buy();
      else if (ta.crossUnder(fast, slow)) position.close();
    } });`,
  signals: `${IMPORTS}export default strategy({ ${about}
    signals({ data, params }) {
      const fast = ta.sma(data.close, params.fast);
      const slow = ta.sma(data.close, params.slow);
      return { entries: when.crossOver(fast, slow), exits: when.crossUnder(fast, slow) };
    } });`,
};

function inputOf(source: string): SweepInput {
  const { space, method, searchSeed, objectives, metrics, ...run } = sweepTermsSchema.parse({
    strategy: { kind: 'source', file: 'bench.ts', source },
    series: ['BENCH'],
    space: {
      axes: [
        { kind: 'range', name: 'fast', min: 2, max: 101, step: 1 },
        { kind: 'range', name: 'slow', min: 110, max: 109 + runs / 100, step: 1 },
      ],
    },
  });
  return { run: run as RunInput, search: { space, method, searchSeed, objectives, metrics } };
}

/** Seconds that a sweep takes in an app of its own, and of all cores together. */
async function measured(source: string, threads: number): Promise<{ wall: number; cpu: number }> {
  const home = mkdtempSync(join(tmpdir(), 'hindcast-bench-'));
  const app = createApp({ home, threads }, { clock: Date.now });
  try {
    const bars = syntheticBars(rows);
    bars.time.forEach((_, row) => {
      bars.time[row] = Date.UTC(2000, 0, 1) + row * DAY;
    });
    const key = { symbol: 'BENCH', timeframe: '1d', source: 'import' } as const;
    const writer = app.market.beginImport({
      key,
      instrument: instrumentSchema.parse({ symbol: 'BENCH' }),
      closeOnly: false,
    });
    writer.append(bars);
    app.market.commitImport([writer]);
    const { id } = await app.sweepService.create(inputOf(source));
    const began = performance.now();
    const before = process.cpuUsage();
    const { done, failed } = await app.sweepService.perform(id);
    if (done !== runs || failed !== 0) throw new Error(`${done} runs were made, ${failed} failed`);
    const { user, system } = process.cpuUsage(before);
    return { wall: (performance.now() - began) / 1_000, cpu: (user + system) / 1e6 };
  } finally {
    await app.close();
    rmSync(home, { recursive: true });
  }
}

const line = (cells: readonly string[]) => process.stdout.write(`${cells.map((cell) => cell.padStart(14)).join('')}\n`);
process.stdout.write(`${runs} runs on ${rows} bars, node ${process.version}\n`);
line(['', '1 thread, s', 'CPU', '2 threads, s', 'CPU', 'times faster', 'runs/s on 2']);
for (const [name, source] of Object.entries(STRATEGIES)) {
  const one = await measured(source, 1);
  const two = await measured(source, 2);
  const figures = [one.wall, one.cpu, two.wall, two.cpu, one.wall / two.wall].map((figure) => figure.toFixed(2));
  line([name, ...figures, (runs / two.wall).toFixed(0)]);
}
