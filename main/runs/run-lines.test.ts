import { describe, expect, it, vi } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { RunLines } from './run-lines.ts';
import type { WorkerPool } from './worker-pool.ts';

const LIST = { symbol: 'A', lines: [], leftOut: 0 };
const EVALUATED = { lines: [], leftOut: 0 };

/** An analysis that knows of no line until it is given one, and forgets the first one at once where told to. */
function parts({ forgets = false }: { forgets?: boolean } = {}) {
  const kept = new Set<string>();
  const task = vi.fn(async (run: string, symbol?: string) => ({ run, symbol }));
  const keep = vi.fn(async (run: string, symbol?: string) => {
    if (!forgets || keep.mock.calls.length > 1) kept.add(`${run} ${symbol}`);
  });
  const known = async (run: string, symbol?: string) => (kept.has(`${run} ${symbol}`) ? LIST : null);
  const perform = vi.fn(async () => EVALUATED);
  const analysis = { task, keep, list: known, viewport: known } as unknown as Analysis['lines'];
  return { lines: new RunLines(analysis, { perform } as unknown as WorkerPool), keep, perform };
}

const VIEW = { from: 0, to: 1, buckets: 1 };

describe('lines of a run', () => {
  it('are evaluated once for all who ask at the same time, and not again while they are kept', async () => {
    const { lines, keep, perform } = parts();
    const of = { run: 'ab' };
    expect(await Promise.all([lines.list(of), lines.viewport(of, VIEW), lines.viewport(of, VIEW)])).toEqual([
      LIST,
      LIST,
      LIST,
    ]);
    expect(await lines.viewport(of, VIEW)).toBe(LIST);
    expect(perform.mock.calls).toEqual([[{ run: 'ab', symbol: undefined }]]);
    expect(keep.mock.calls).toEqual([['ab', undefined, EVALUATED]]);
  });

  it('are those of one symbol', async () => {
    const { lines, perform } = parts();
    await Promise.all([
      lines.list({ run: 'ab', symbol: 'A' }),
      lines.list({ run: 'ab', symbol: 'B' }),
      lines.list({ run: 'cd', symbol: 'B' }),
    ]);
    expect(perform).toHaveBeenCalledTimes(3);
  });

  it('are evaluated again where they were forgotten', async () => {
    const { lines, perform } = parts({ forgets: true });
    expect(await lines.list({ run: 'ab' })).toBe(LIST);
    expect(perform).toHaveBeenCalledTimes(2);
  });

  it('that can’t be evaluated are tried anew by the next who asks', async () => {
    const { lines, perform } = parts();
    perform.mockRejectedValueOnce(
      new HindcastError({ kind: 'strategy', code: 'strategy.timeout', message: 'too slow' }),
    );
    await expect(lines.list({ run: 'ab' })).rejects.toThrow('too slow');
    expect(await lines.list({ run: 'ab' })).toBe(LIST);
  });
});
