import { afterAll, describe, expect, it } from 'vitest';
import { WorkerPool } from '#main/runs/worker-pool.ts';
import { NO_COSTS } from '#shared/domain/costs.ts';
import type { SweptRuns } from '#worker/sweep/perform-sweep.ts';
import type { SweepTask } from '#worker/task.ts';
import { instrument } from '../support/bars.ts';
import { runTask, waves } from '../support/run-task.ts';
import { strategySource } from '../support/strategy-source.ts';

const pool = new WorkerPool({ threads: 1 });
afterAll(() => pool.close());

const PARAMS = 'params: { fast: param.int(2, { min: 1 }), slow: param.int(9, { min: 1 }) },';
const EVENTS = strategySource(`${PARAMS}
  setup({ data, params }) {
    // here
    return { fast: ta.sma(data.close, params.fast), slow: ta.sma(data.close, params.slow) };
  },
  onBar({ order, position }, { fast, slow }) {
    if (ta.crossOver(fast, slow)) order.buy();
    else if (ta.crossUnder(fast, slow)) position.close();
  }`);
const SIGNALS = strategySource(`${PARAMS}
  signals({ data, params }) {
    const fast = ta.sma(data.close, params.fast);
    const slow = ta.sma(data.close, params.slow);
    return { entries: when.crossOver(fast, slow), exits: when.crossUnder(fast, slow) };
  }`);
const METRICS = ['finalEquity', 'sharpe', 'maxDrawdown', 'trades', 'profitFactor'] as const;
const sets = [2, 3, 4].flatMap((fast) => [7, 9, 13].map((slow) => ({ fast, slow })));

function sweepOf(source: string, more: Partial<SweepTask> = {}): SweepTask {
  const { params: _, ...task } = runTask(source, {
    series: [{ instrument: instrument(), bars: waves(200), closeOnly: false }],
    costs: { ...NO_COSTS, commission: { model: 'percent', fraction: 0.001 } },
  });
  return { ...task, kind: 'sweep', sets, metrics: METRICS, ...more };
}
async function singles({ sets, metrics, ...task }: SweepTask) {
  const values: (number | undefined)[][] = [];
  for (const params of sets) {
    const result = await pool.perform({ ...task, kind: 'run', params });
    values.push(metrics.map((metric) => result.metrics[metric]?.value));
  }
  return values;
}
const rows = ({ metrics }: SweptRuns) => sets.map((_, set) => METRICS.map((metric) => metrics[metric]?.[set]));

describe.each([
  ['decides bar by bar', EVENTS],
  ['has signals', SIGNALS],
])('a sweep of a strategy that %s', (_, source) => {
  it('measures what single runs say, to the last bit', async () => {
    const sweep = sweepOf(source);
    const swept = await pool.perform(sweep);
    expect(rows(swept)).toEqual(await singles(sweep));
    expect(new Set(swept.metrics['finalEquity']).size).toBeGreaterThan(3);
    expect(swept.failures).toEqual([]);
  });

  it('counts its runs', async () => {
    const sweep = sweepOf(source);
    await pool.perform(sweep);
    expect(new Int32Array(sweep.progress)[0]).toBe(9);
  });

  it('measures anything that single runs do', async () => {
    const sweep = sweepOf(source, { metrics: ['calmar', 'turnover', 'averageMae', 'beta'] });
    const { metrics } = await pool.perform(sweep);
    expect(Object.keys(metrics).sort()).toEqual(['averageMae', 'beta', 'calmar', 'turnover']);
    expect(metrics['turnover']?.[0]).toBe((await singles(sweep))[0]?.[1]);
  });
});

it.each([
  ['bar by bar', EVENTS.replace('// here', "if (params.slow === 9) throw new Error('no nines');")],
  ['in signals', SIGNALS.replace('const fast', "if (params.slow === 9) throw new Error('no nines'); const fast")],
])('what throws with some parameters costs those runs only: %s', async (_, source) => {
  const { metrics, failures } = await pool.perform(sweepOf(source));
  expect(failures.map(({ set }) => set)).toEqual([1, 4, 7]);
  expect(failures[0]?.message).toContain('no nines');
  expect([...(metrics['finalEquity'] ?? [])].map(Number.isNaN)).toEqual(sets.map(({ slow }) => slow === 9));
});

it('a strategy that can’t be loaded fails as a whole', async () => {
  await expect(pool.perform(sweepOf('export default 5;'))).rejects.toThrow('does not export a strategy');
});
