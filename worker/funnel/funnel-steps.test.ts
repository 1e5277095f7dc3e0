import { describe, expect, test } from 'vitest';
import type { Funnel, FunnelCondition } from '#shared/domain/funnel.ts';
import { funnelSteps } from './funnel-steps.ts';

const condition: FunnelCondition = { label: 'fast > slow', line: 14, evaluated: 4_210, seen: 0, within: null };

const stepsOf = (changes: Partial<Funnel>) =>
  funnelSteps({
    bars: 4_240,
    barsAfterWarmUp: 4_210,
    conditions: [],
    sent: 0,
    accepted: 0,
    filled: 0,
    unfilled: [],
    ...changes,
  });

const saying = (changes: Partial<Funnel>) => stepsOf(changes).map(({ sentence }) => sentence);

describe('the funnel in words', () => {
  test('says how many bars the strategy saw', () => {
    expect(saying({})).toEqual(['After warm-up the strategy saw 4,210 of 4,240 bars.', 'It sent no order.']);
    expect(saying({ bars: 4_210 })[0]).toBe('The strategy saw all of the 4,210 bars.');
  });

  test('ends where warm-up took all bars', () => {
    expect(saying({ barsAfterWarmUp: 0, conditions: [condition] })).toEqual([
      'All of the 4,240 bars are warm-up: the strategy was never asked.',
    ]);
  });

  test.each([
    [{}, 'fast > slow (line 14) was true on 0 of 4,210 bars.'],
    [{ line: null, label: 'entries', seen: 3 }, 'entries was true on 3 of 4,210 bars.'],
    [{ evaluated: 61, seen: 1 }, 'fast > slow (line 14) was true on 1 of the 61 bars on which it was looked at.'],
    [{ evaluated: 1 }, 'fast > slow (line 14) was true on 0 of the 1 bar on which it was looked at.'],
    [{ evaluated: 0 }, 'fast > slow (line 14) was never looked at.'],
  ])('says how often a condition was true: %o', (changes, sentence) => {
    expect(saying({ conditions: [{ ...condition, ...changes }] })[1]).toBe(sentence);
  });

  test('says what became of orders', () => {
    expect(
      saying({
        sent: 1_200,
        accepted: 2,
        filled: 1,
        unfilled: [
          { status: 'rejected', reason: 'not enough free equity', count: 1_198, firstBar: 3 },
          { status: 'pending', reason: null, count: 1, firstBar: 3 },
        ],
      }).slice(1),
    ).toEqual([
      'It sent 1,200 orders; 2 of them were accepted and 1 filled.',
      '1,198 orders were rejected: not enough free equity.',
      '1 order was still waiting at the end.',
    ]);
    expect(saying({ sent: 1, accepted: 1 })[1]).toBe('It sent 1 order; 1 of them was accepted and 0 filled.');
    expect(saying({ sent: 1, unfilled: [{ status: 'cancelled', reason: null, count: 1, firstBar: 0 }] })[2]).toBe(
      '1 order was cancelled.',
    );
    const withdrawn = { status: 'cancelled', reason: 'cancelled by the strategy', count: 2, firstBar: 0 } as const;
    expect(saying({ sent: 2, unfilled: [withdrawn] })[2]).toBe('2 orders were cancelled by the strategy.');
  });
});

describe('the steps of the funnel', () => {
  test('stand as deep as conditions stand in each other', () => {
    const conditions = [null, 0, 1, 0, null].map((within) => ({ ...condition, within }));
    expect(stepsOf({ conditions }).map(({ depth }) => depth)).toEqual([0, 0, 1, 2, 1, 0, 0]);
  });

  test('are dead ends where nothing came past them', () => {
    const conditions = [{ seen: 0 }, { seen: 1 }, { seen: 0, evaluated: 0 }].map((one) => ({ ...condition, ...one }));
    const deadEnds = (changes: Partial<Funnel>) => stepsOf(changes).map(({ isDeadEnd }) => isDeadEnd);
    expect(deadEnds({ conditions })).toEqual([false, true, false, false, true]);
    const unfilled = [{ status: 'pending', reason: null, count: 1, firstBar: 0 }] as const;
    expect(deadEnds({ sent: 1, accepted: 1, unfilled })).toEqual([false, true, false]);
    expect(deadEnds({ sent: 2, accepted: 2, filled: 1, unfilled })).toEqual([false, false, false]);
    expect(deadEnds({ barsAfterWarmUp: 0 })).toEqual([true]);
  });
});
