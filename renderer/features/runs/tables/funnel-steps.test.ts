import { describe, expect, test } from 'vitest';
import { funnelSteps, stepInWords, unfilledInWords } from './funnel-steps.ts';

type Funnel = Parameters<typeof funnelSteps>[0];

const FUNNEL: Funnel = {
  bars: 5_000,
  barsAfterWarmUp: 4_210,
  conditions: [
    { label: 'a && b', line: 14, evaluated: 4_210, seen: 0, within: null },
    { label: 'a', line: 14, evaluated: 4_210, seen: 12, within: 0 },
    { label: 'b', line: 14, evaluated: 0, seen: 0, within: 0 },
  ],
  sent: 0,
  accepted: 0,
  filled: 0,
  unfilled: [],
};

describe('the funnel', () => {
  test('goes from bars over conditions to orders', () => {
    expect(funnelSteps(FUNNEL).map((step) => [step.label, step.depth, step.isDeadEnd, stepInWords(step)])).toEqual([
      ['Bars after warm-up', 0, false, '4,210 of 5,000 bars'],
      ['a && b', 0, true, 'true on 0 of 4,210 bars'],
      ['a', 1, false, 'true on 12 of 4,210 bars'],
      ['b', 1, false, 'never looked at'],
      ['Orders sent', 0, true, 'none'],
    ]);
  });

  test('goes on to what became of the orders', () => {
    const steps = funnelSteps({ ...FUNNEL, conditions: [], sent: 9, accepted: 7, filled: 0 });
    expect(steps.slice(1).map((step) => [step.label, step.isDeadEnd, stepInWords(step)])).toEqual([
      ['Orders sent', false, '9 of 9 orders'],
      ['Orders accepted', false, '7 of 9 orders'],
      ['Orders filled', true, '0 of 7 orders'],
    ]);
  });

  test('ends where all is warm-up', () => {
    expect(funnelSteps({ ...FUNNEL, barsAfterWarmUp: 0 })).toMatchObject([
      { label: 'Bars after warm-up', count: 0, of: 5_000, isDeadEnd: true },
    ]);
  });
});

test('what was not filled says why', () => {
  const order = { firstIndex: 3, firstTime: 0 };
  const unfilled: Funnel['unfilled'] = [
    { ...order, status: 'rejected', reason: 'rejected for lack of cash', count: 1 },
    { ...order, status: 'cancelled', reason: 'the position was closed', count: 1_200 },
    { ...order, status: 'pending', reason: null, count: 2 },
  ];
  expect(unfilledInWords({ ...FUNNEL, unfilled })).toEqual([
    '1 order was rejected for lack of cash.',
    '1,200 orders were cancelled: the position was closed.',
    '2 orders were still waiting at the end.',
  ]);
});
