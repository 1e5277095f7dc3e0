import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { allocateBars, BAR_COLUMNS } from '#shared/domain/bars.ts';
import { runTask } from '../../tests/support/run-task.ts';
import { INDICATORS } from './catalogue.ts';
import type { LockedQuestion } from './fixtures/locked-thread.ts';
import { usualResult } from './fixtures/usual-result.ts';
import { walk } from './market.fixture.ts';

const thread = new Worker(new URL('./fixtures/locked-thread.ts', import.meta.url));
afterAll(() => thread.terminate());

async function ask<T>(question: LockedQuestion): Promise<T> {
  thread.postMessage(question);
  const [answer] = await once(thread, 'message');
  return answer;
}

test('all indicators, those of the library too, work where strategies run and give the same numbers', async () => {
  const bars = walk(500);
  const expected = INDICATORS.map((indicator) => usualResult(indicator, bars));
  expect(await ask({ bars })).toEqual(expected);
});

test('a run remembers indicators under the hash of its bars, and only there', async () => {
  const source = `
    import { strategy, ta } from 'hindcast';
    export default strategy({
      name: 'means',
      setup: ({ data }) => ({ mean: ta.ema(ta.sma(data.close, 2), 2), range: ta.atr(data, 2) }),
      onEnd: ({ log }, { mean, range }) => log(mean.now, range.now),
      onBar() {},
    });`;
  const cheap = runTask(source);
  const [one] = cheap.series;
  if (one === undefined) throw new Error('the task has no series');
  const twice = allocateBars(one.bars.time.length, 'own');
  for (const name of BAR_COLUMNS) twice[name].set(name === 'time' ? one.bars.time : one.bars[name].map((x) => 2 * x));
  const dear = { ...one, bars: twice };
  const log = (series: typeof cheap.series) => ask<string[]>({ task: { ...cheap, series } });

  const cheapLog = await log([one]);
  const dearLog = await log([dear]);
  expect(cheapLog).toHaveLength(1);
  expect(dearLog).not.toEqual(cheapLog);
  expect(await log([{ ...one, hash: 'cheap' }])).toEqual(cheapLog);
  expect(await log([{ ...dear, hash: 'dear' }])).toEqual(dearLog);
  expect(await log([{ ...one, hash: 'cheap' }])).toEqual(cheapLog);
  expect(await log([one])).toEqual(cheapLog);
  // No hash stands for two series; here one does, to show whose numbers are served.
  expect(await log([{ ...dear, hash: 'cheap' }])).toEqual(cheapLog);
});
