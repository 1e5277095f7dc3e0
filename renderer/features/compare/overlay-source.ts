import type { EquityViewport } from '#shared/contract/viewport.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import type { client as hostClient } from '../../app/api/client.ts';
import type { ViewportSource } from '../../charts/viewport/viewport-source.ts';
import type { ShownRun } from '../runs/chart/run-source.ts';
import { equityLine, overlayViewport } from './overlay.ts';

type Runs = Pick<typeof hostClient.runs, 'equityViewport' | 'rowAt' | 'bar'>;

/** What every run is worth where the common time begins. */
const BASE = 100;

/**
 * Equity of a few runs over the bars of the first one, in the time that they have in common. All begin with 100, so
 * that what is compared is growth and not capital.
 */
export function overlaySource(
  runs: Runs,
  shown: readonly [ShownRun, ...ShownRun[]],
  common: { from: number; to: number },
): ViewportSource {
  const [first, ...others] = shown;
  const scales = new Map<string, Promise<number>>();
  const scaleOf = (run: string) => {
    const known = scales.get(run) ?? baseScale(runs, run, common.from);
    scales.set(run, known);
    // A scale that couldn't be had is asked for again.
    known.catch(() => scales.delete(run));
    return known;
  };
  // The last bucket holds what begins before the bar behind it.
  const endOf = async ({ totalRows, firstRow, rows }: EquityViewport, end: number, signal: AbortSignal) => {
    const next = (firstRow.at(-1) ?? 0) + (rows.at(-1) ?? 0);
    if (next >= totalRows) return end;
    const one = { from: next, to: next + 1, buckets: 1 };
    const { time } = await runs.equityViewport({ run: first.id, ...one }, { signal });
    return Math.min(end, (time[0] ?? end + 1) - 1);
  };
  return {
    totalRows: first.bars,
    barLength: TIMEFRAMES[first.timeframe],
    async query(query, signal) {
      const answer = await runs.equityViewport({ run: first.id, ...query }, { signal });
      const { time } = answer;
      const from = time[0] ?? common.from;
      const to = await endOf(answer, common.to, signal);
      const own = [first.id, equityLine(answer, await scaleOf(first.id), time, common)] as const;
      const rest = others.map(async ({ id }) => {
        const rows = await Promise.all([from, to].map((at) => runs.rowAt({ run: id, time: at }, { signal })));
        const [start = 0, end = 0] = rows.map(({ row }) => row);
        const part = await runs.equityViewport(
          { run: id, from: start, to: end + 1, buckets: query.buckets },
          { signal },
        );
        return [id, equityLine(part, await scaleOf(id), time, common)] as const;
      });
      return overlayViewport(answer, Object.fromEntries([own, ...(await Promise.all(rest))]));
    },
    async rowAt(time, signal) {
      return (await runs.rowAt({ run: first.id, time }, { signal })).row;
    },
  };
}

async function baseScale(runs: Runs, run: string, since: number): Promise<number> {
  const { row } = await runs.rowAt({ run, time: since });
  const { equity } = await runs.bar({ run, row });
  return equity === null || equity <= 0 ? Number.NaN : BASE / equity;
}
