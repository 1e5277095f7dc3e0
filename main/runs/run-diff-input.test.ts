import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allocateBars, BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { waves } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import { runRequest, store, type TempApp, tempApp } from '../../tests/support/temp-app.ts';
import { exportRun } from './export-json.ts';
import { compareRuns } from './run-diff.ts';
import { exportedRun, storedRun } from './run-diff-input.ts';
import type { FinishedRun, RunRequest } from './run-service.ts';

const MEMBERS = `params: { size: param.int(3) },
  onBar({ bar, order, position, params }) {
    if (bar.index % 10 === 1) order.buy({ size: params.size });
    if (bar.index % 10 === 4) position.close();
  }`;

let app: TempApp;
let series: SeriesKey;
let first: FinishedRun;

beforeAll(async () => {
  app = tempApp({ threads: 1 });
  series = store(app, 'TEST', waves(60));
  first = await run();
});
afterAll(() => app.remove());

const run = (parts: Partial<RunRequest> = {}, keys = [series], members = MEMBERS) =>
  app.runService.run(runRequest(strategySource(members), keys, parts));
const stored = ({ record }: FinishedRun) => storedRun(record.id, app.runs, app.market);
const against = async (other: Promise<FinishedRun>) => compareRuns(stored(first), stored(await other));

function changedBars(row: number): BarColumns {
  const bars = waves(60);
  const copy = allocateBars(60, 'own');
  for (const column of BAR_COLUMNS) copy[column].set(bars[column]);
  copy.open[row] = (copy.open[row] as number) + 1;
  return copy;
}

describe('stored runs', () => {
  test('made twice are equal', async () => {
    expect(await against(run())).toMatchObject({ isEqual: true, divergence: null });
  });

  test.each([
    ['parameter', { params: { size: 4 } }, { aspect: 'size' }],
    ['capital', { cash: 100 }, { aspect: 'refusal' }],
    [
      'costs',
      { costs: { ...runRequest('', []).costs, commission: { model: 'fixed', amount: 1 } } },
      { aspect: 'costs' },
    ],
    ['data', { to: Date.UTC(2024, 1, 12) }, {}],
    ['data', { from: Date.UTC(2024, 0, 3) }, { aspect: 'decision' }],
  ] as const)('that part for their %s', async (area, parts, divergence) => {
    const found = await against(run(parts as Partial<RunRequest>));
    expect(found).toMatchObject({ isEqual: false, divergence, causes: [{ area }] });
  });

  test('that part for their code', async () => {
    const found = await against(run({}, [series], MEMBERS.replace('=== 4', '=== 5')));
    expect(found).toMatchObject({ divergence: { aspect: 'decision', a: { id: 1 }, onlyIn: 'a' } });
    expect(found.causes).toEqual([{ area: 'code', reason: 'The strategy’s code differs: line 6 of A, line 6 of B.' }]);
  });

  test('on bars that are at hand show the first one that differs, at its fill', async () => {
    const key = store(app, 'SWAP', waves(60));
    const before = stored(await run({}, [key]));
    const kept = before.bars('SWAP');
    store(app, 'SWAP', changedBars(32));
    const { divergence, causes, bars } = compareRuns({ ...before, bars: () => kept }, stored(await run({}, [key])));
    expect(divergence).toMatchObject({
      time: Date.UTC(2024, 1, 2),
      fields: expect.arrayContaining(['fill.reference']),
    });
    expect(causes).toMatchObject([
      { area: 'data', reason: expect.stringMatching(/^The first bar of SWAP .* 2024-02-02/) },
    ]);
    expect(bars[1]?.b?.open).toBe((bars[1]?.a?.open ?? 0) + 1);
  });

  test('on bars that were replaced or deleted since have none', async () => {
    const key = store(app, 'GONE', waves(60));
    const before = stored(await run({}, [key]));
    expect(before.bars('GONE')?.time).toHaveLength(60);
    expect(before.bars('TEST')).toBeNull();
    store(app, 'GONE', changedBars(32));
    expect(before.bars('GONE')).toBeNull();
    const after = stored(await run({}, [key]));
    expect(compareRuns(before, after)).toMatchObject({
      data: [{ symbol: 'GONE', first: null }],
      causes: [
        { area: 'data', reason: expect.stringMatching(/^The bar of GONE on 2024-02-02 is O .* no longer stored/) },
      ],
    });
    app.market.delete(key);
    expect(after.bars('GONE')).toBeNull();
  });

  test('must have a result', async () => {
    await refusal(run({}, [series], 'setup() { throw new Error("early"); }, onBar() {}'));
    expect(await refusal(() => storedRun('last', app.runs, app.market))).toMatchObject({ code: 'usage.no-result' });
    expect(await refusal(() => storedRun('zz', app.runs, app.market))).toMatchObject({ code: 'usage.no-such-run' });
  });
});

describe('an exported run', () => {
  const write = (name: string, text: string) => {
    const path = join(app.home, name);
    writeFileSync(path, text);
    return path;
  };

  test('is the stored one, but for its source', async () => {
    const path = write('run.json', JSON.stringify(exportRun(first.record, first.result)));
    const read = await exportedRun(path, app.market);
    expect(read.source).toBeNull();
    expect(read.bars('TEST')?.time).toHaveLength(60);
    expect(compareRuns(stored(first), read)).toMatchObject({ isEqual: true });
  });

  test('that was altered differs from what it was', async () => {
    const run = exportRun(first.record, first.result);
    const fills = run.fills.map((fill, i) => (i === 2 ? { ...fill, price: fill.price + 1e-9 } : fill));
    const read = await exportedRun(write('altered.json', JSON.stringify({ ...run, fills })), app.market);
    expect(compareRuns(stored(first), read)).toMatchObject({
      isEqual: false,
      divergence: { kind: 'order', fields: ['fill.price'], a: { id: 2 } },
      causes: [{ area: 'unknown' }],
    });
  });

  test('must be one', async () => {
    expect(await refusal(exportedRun(join(app.home, 'none.json'), app.market))).toMatchObject({
      kind: 'data',
      code: 'data.no-run-file',
      message: expect.stringContaining('none.json'),
    });
    for (const text of ['{', '{"schema":1}']) {
      expect(await refusal(exportedRun(write('wrong.json', text), app.market))).toMatchObject({
        kind: 'data',
        code: 'data.not-a-run',
      });
    }
  });
});
