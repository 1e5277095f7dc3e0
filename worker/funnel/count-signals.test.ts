import { afterAll, beforeAll, expect, test } from 'vitest';
import { allocateBars } from '#shared/domain/bars.ts';
import { instrument } from '../../tests/support/bars.ts';
import { runTask, waves } from '../../tests/support/run-task.ts';
import type { RunTask } from '../task.ts';
import { type Diagnostician, startDiagnostician } from './fixtures/diagnosis.ts';

let diagnostician: Diagnostician;

beforeAll(() => {
  diagnostician = startDiagnostician();
});

afterAll(() => diagnostician.stop());

const funnelOf = async (signals: string, parts: Partial<RunTask> = {}) => {
  const source = `import { strategy, ta, when } from 'hindcast';\nexport default strategy({ name: 'test', signals: ({ data }) => (${signals}) });`;
  return (await diagnostician.diagnose(runTask(source, parts))).funnel;
};

test('signals are counted on the bars after warm-up, whatever is held', async () => {
  const funnel = await funnelOf(
    '{ entries: when.above(ta.sma(data.close, 11), 1), exits: when.above(data.close, 105), shortExits: when.below(data.close, 0) }',
  );
  expect(funnel.conditions).toEqual([
    { label: 'entries', line: null, evaluated: 50, seen: 50, within: null },
    { label: 'exits', line: null, evaluated: 50, seen: 14, within: null },
    { label: 'shortExits', line: null, evaluated: 50, seen: 0, within: null },
  ]);
  expect(funnel.filled).toBeGreaterThan(0);
});

test('signals are counted on the bars of the symbol that is traded', async () => {
  const whole = waves(60);
  const half = allocateBars(30, 'shared');
  for (const name of ['time', 'open', 'high', 'low', 'close', 'volume'] as const) {
    half[name].set(whole[name].filter((_, row) => row % 2 === 0));
  }
  const series = [
    { instrument: instrument({ symbol: 'HALF' }), bars: half, closeOnly: false },
    { instrument: instrument({ symbol: 'WHOLE' }), bars: whole, closeOnly: false },
  ];
  const { bars, conditions } = await funnelOf('{ entries: when.above(data.close, 1_000) }', { series });
  expect(bars).toBe(60);
  expect(conditions).toEqual([{ label: 'entries', line: null, evaluated: 30, seen: 0, within: null }]);
});

test('a run without trades says which signal never came', async () => {
  const source =
    "import { strategy, when } from 'hindcast';\nexport default strategy({ name: 'test', signals: ({ data }) => ({ entries: when.above(data.close, 1e6) }) });";
  const { sentences } = await diagnostician.diagnose(runTask(source));
  expect(sentences).toEqual([
    'The strategy saw all of the 60 bars.',
    'entries was true on 0 of 60 bars.',
    'It sent no order.',
  ]);
});
