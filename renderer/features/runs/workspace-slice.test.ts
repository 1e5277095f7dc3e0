import { expect, test } from 'vitest';
import {
  askedPanelShown,
  awaitedArrived,
  barPicked,
  bottomTabChosen,
  compareToggled,
  draftDropped,
  jobAwaited,
  newRunClosed,
  newRunOpened,
  panelAsked,
  paramsDrafted,
  runForgotten,
  tradeSelected,
  workspaceSlice,
} from './workspace-slice.ts';

const after = (...actions: Parameters<typeof workspaceSlice.reducer>[1][]) =>
  actions.reduce(workspaceSlice.reducer, workspaceSlice.getInitialState());

test('a run is ticked and unticked', () => {
  expect(after(compareToggled('a'), compareToggled('b')).compared).toEqual(['a', 'b']);
  expect(after(compareToggled('a'), compareToggled('b'), compareToggled('a')).compared).toEqual(['b']);
});

test('a fifth tick takes the first one away', () => {
  expect(after(...['a', 'b', 'c', 'd', 'e'].map(compareToggled)).compared).toEqual(['b', 'c', 'd', 'e']);
});

test('a deleted run is neither ticked nor has it a selection', () => {
  const begun = [
    compareToggled('a'),
    compareToggled('b'),
    tradeSelected({ run: 'a', trade: 3 }),
    barPicked({ run: 'a', row: 9, symbol: null }),
  ];
  const state = after(...begun, runForgotten('a'));
  expect(state).toMatchObject({ compared: ['b'], selectedTrade: null, pickedBar: null });
  expect(after(...begun, runForgotten('b'))).toMatchObject({
    compared: ['a'],
    selectedTrade: { run: 'a', trade: 3 },
    pickedBar: { run: 'a', row: 9, symbol: null },
  });
});

test('sliders go on from the run that their move made', () => {
  const moved = paramsDrafted({ run: 'a', params: { fast: 12 } });
  const state = after(moved, jobAwaited({ job: '1', of: 'a' }), awaitedArrived('b'));
  expect(state).toMatchObject({ draft: { run: 'b', params: { fast: 12 } }, awaited: null });
});

test('sliders go back when they are told to, or when a run of something else is awaited', () => {
  const moved = paramsDrafted({ run: 'a', params: { fast: 12 } });
  expect(after(moved, draftDropped('a')).draft).toBeNull();
  expect(after(moved, draftDropped('b')).draft?.run).toBe('a');
  expect(after(moved, jobAwaited({ job: '1', of: null })).draft).toBeNull();
  expect(after(moved, jobAwaited({ job: '1', of: 'b' })).draft).toBeNull();
  expect(after(moved, jobAwaited(null)).draft?.run).toBe('a');
});

test('a new run is asked for with what is known of it, until it is closed', () => {
  const asked = newRunOpened({ strategy: 'sma-cross' });
  expect(after(asked).newRun).toEqual({ strategy: 'sma-cross' });
  expect(after(asked, newRunClosed()).newRun).toBeNull();
});

test('a panel is asked for until it is shown; only who asks for it by name has it opened', () => {
  expect(after(bottomTabChosen('values')).askedPanel).toEqual({ panel: 'values', opens: false });
  expect(after(panelAsked('prices')).askedPanel).toEqual({ panel: 'prices', opens: true });
  expect(after(panelAsked('prices'), askedPanelShown()).askedPanel).toBeNull();
});
