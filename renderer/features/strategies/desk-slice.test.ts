import { describe, expect, test } from 'vitest';
import { EMPTY_MEMORY } from './desk-memory.ts';
import {
  deskRecalled,
  deskSlice,
  paramsMoved,
  resultShown,
  runAwaited,
  runChosen,
  strategyClosed,
  strategyOpened,
  versionsCompared,
} from './desk-slice.ts';

type Action = Parameters<typeof deskSlice.reducer>[1];
const deskAfter = (...actions: Action[]) => actions.reduce(deskSlice.reducer, deskSlice.getInitialState());

const [A, B, C] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'] as const;

describe('the desk', () => {
  test('has one tab for each strategy that was opened, and shows the last one', () => {
    const { open, current } = deskAfter(strategyOpened(A), strategyOpened(B), strategyOpened(A));
    expect([open, current]).toEqual([[A, B], A]);
  });

  test('shows a neighbour of the tab that was closed', () => {
    const three = [strategyOpened(A), strategyOpened(B), strategyOpened(C)];
    expect(deskAfter(...three, strategyOpened(B), strategyClosed(B)).current).toBe(C);
    expect(deskAfter(...three, strategyClosed(C)).current).toBe(B);
    expect(deskAfter(...three, strategyClosed(A)).current).toBe(C);
    expect(deskAfter(strategyOpened(A), strategyClosed(A)).current).toBeNull();
  });

  test('recalls its tabs once, and keeps those that were opened before it did', () => {
    const memory = { ...EMPTY_MEMORY, open: [A, B], current: A };
    const early = deskAfter(strategyOpened(C), deskRecalled(memory));
    expect([early.open, early.current]).toEqual([[A, B, C], C]);
    expect(deskAfter(deskRecalled(memory)).current).toBe(A);
    expect(deskAfter(deskRecalled(EMPTY_MEMORY), deskRecalled(memory)).open).toEqual([]);
  });

  test('keeps choices, sliders and results of each strategy apart', () => {
    const choice = { series: ['SPY:1d:import'], from: '', to: '' };
    const state = deskAfter(
      runChosen({ strategy: A, choice }),
      paramsMoved({ strategy: A, params: { fast: 3 } }),
      paramsMoved({ strategy: B, params: { fast: 4 } }),
      resultShown({ strategy: B, run: '12' }),
      runAwaited({ strategy: A, job: '1' }),
      runAwaited({ strategy: B, job: '2' }),
      runAwaited({ strategy: A, job: null }),
    );
    expect(state).toMatchObject({
      choices: { [A]: choice },
      params: { [A]: { fast: 3 }, [B]: { fast: 4 } },
      results: { [B]: '12' },
      jobs: { [B]: '2' },
    });
    expect(state.jobs).not.toHaveProperty(A);
  });

  test('ends a comparison with the tab of its strategy', () => {
    const compared = { strategy: A, before: 'draft', after: 'draft' };
    expect(deskAfter(strategyOpened(A), versionsCompared(compared), strategyClosed(B)).compared).toEqual(compared);
    expect(deskAfter(strategyOpened(A), versionsCompared(compared), strategyClosed(A)).compared).toBeNull();
  });
});
