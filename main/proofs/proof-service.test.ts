import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { runRequest, store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import { bundledSeries } from '../../tests/templates/bundled-series.ts';
import { PLANTED } from '../../tests/templates/planted.ts';
import type { RunRecord } from '../runs/run-record.ts';

const CLEAN = strategySource(`onBar({ bar, order, position }) {
  if (bar.close > 100 && !position.isOpen) order.buy();
  else if (bar.close < 100) position.close();
}`);

let app: TempApp;
beforeAll(async () => {
  app = tempApp();
  store(app, 'WAVES', waves(300));
  const [sp500] = await bundledSeries('sp500-2000.csv');
  if (sp500 !== undefined) store(app, 'SP500', sp500.bars, { closeOnly: sp500.closeOnly });
});
afterAll(() => app.remove());

async function runOf(source: string, symbol = 'WAVES', seed = 0): Promise<RunRecord> {
  const request = runRequest(source, [app.market.find(symbol)], { seed });
  return (await app.runService.run(request)).record;
}

describe('a proof', () => {
  it('is kept for every run of the same computation, and for no other', async () => {
    const record = await runOf(CLEAN);
    expect(app.proofService.isFirst(record)).toBe(true);
    expect(app.proofService.state(record)).toEqual({ state: 'not-asked' });
    const proofs = await app.proofService.prove(record);
    expect(proofs.lookAhead).toEqual({ verdict: 'clean', cuts: 24 });
    const again = await runOf(CLEAN);
    expect(app.proofService.state(again)).toEqual({ state: 'proven', provenAt: expect.any(Number), ...proofs });
    expect(app.proofService.isFirst(again)).toBe(false);
    expect(app.proofService.state(await runOf(CLEAN, 'WAVES', 1))).toEqual({ state: 'not-asked' });
  });

  it('runs, tells how far it is and when it changes', async () => {
    const record = await runOf(CLEAN, 'SP500', 2);
    const stop = new AbortController();
    const heard = app.changes.watch(stop.signal);
    const proving = app.proofService.prove(record);
    expect(app.proofService.state(record)).toEqual({ state: 'running' });
    expect((await heard.next()).value).toEqual({ area: 'runs' });
    await proving;
    expect(app.proofService.state(record).state).toBe('proven');
    stop.abort();
  });

  it('that is cancelled, or whose app closes, leaves nothing behind', async () => {
    const record = await runOf(CLEAN, 'SP500', 3);
    const stop = new AbortController();
    const proving = app.proofService.prove(record, { signal: stop.signal });
    stop.abort();
    await expect(proving).rejects.toMatchObject({ detail: { code: 'run.cancelled' } });
    expect(app.proofService.state(record)).toEqual({ state: 'not-asked' });
  });

  it('that can’t be read any more counts as not asked', async () => {
    const record = await runOf(CLEAN, 'WAVES', 4);
    await app.storage.proofs.put({
      manifestId: record.manifestId,
      sourceHash: 'x',
      provenAt: 1,
      proofs: { lookAhead: {} } as never,
    });
    expect(app.proofService.state(record)).toEqual({ state: 'not-asked' });
  });

  it.each(PLANTED.filter(({ proof }) => proof === true))('finds one that $how', async ({ source, lint }) => {
    const { lookAhead } = await app.proofService.prove(await runOf(source, 'SP500'));
    expect(lookAhead).toMatchObject({ verdict: 'found', line: lint.length > 0 ? expect.any(Number) : null });
  });
});

it('as a job ends with what was shown', async () => {
  const { id } = await runOf(CLEAN, 'WAVES', 5);
  expect.assertions(2);
  const job = await app.jobs.add(app.works.proof, 'Prove', { run: id });
  for await (const { state, run, result } of await app.jobs.watchOne(job.id, undefined)) {
    if (state !== 'done') continue;
    expect(run).toBe(id);
    expect(result).toMatchObject({ kind: 'proof', run: id, proofs: { lookAhead: { verdict: 'clean' } } });
  }
});
