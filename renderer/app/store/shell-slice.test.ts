import { expect, test } from 'vitest';
import { readLayout, STANDARD_LAYOUT, writeLayout } from '../shell/layout/workspace-layout.ts';
import { layoutChanged, shellSlice, sideLeft, sideToggled } from './shell-slice.ts';

const after = (...actions: Parameters<typeof shellSlice.reducer>[1][]) =>
  actions.reduce(shellSlice.reducer, shellSlice.getInitialState());
const inspectorOver = sideToggled({ side: 'inspector', isOver: true });

test('a panel beside a workspace is hidden and shown, and none over it is meant', () => {
  const state = after(sideToggled({ side: 'side', isOver: false }));
  expect(state).toMatchObject({ docked: { side: false, inspector: true }, over: null });
  expect(shellSlice.reducer(state, sideToggled({ side: 'side', isOver: false })).docked.side).toBe(true);
});

test('over a workspace lies one panel at most', () => {
  expect(after(inspectorOver)).toMatchObject({ docked: { side: true, inspector: true }, over: 'inspector' });
  expect(after(inspectorOver, sideToggled({ side: 'side', isOver: true })).over).toBe('side');
  expect(after(inspectorOver, inspectorOver).over).toBeNull();
});

test('only the panel that is left goes', () => {
  expect(after(inspectorOver, sideLeft('side')).over).toBe('inspector');
  expect(after(inspectorOver, sideLeft('inspector')).over).toBeNull();
});

test('a layout is changed part by part, from what was stored on', () => {
  const stored = writeLayout({ ...STANDARD_LAYOUT, widths: { side: 300, inspector: 300 } });
  const closed = layoutChanged({ workspace: 'runs', stored, change: { dock: 'closed' } });
  const read = (layouts: Readonly<Record<string, string>>) => readLayout(layouts['runs']);
  expect(read(after(closed).layouts)).toEqual({ widths: { side: 300, inspector: 300 }, dock: 'closed' });
  const widths = { side: 210, inspector: 300 };
  const wider = layoutChanged({ workspace: 'runs', stored: undefined, change: { widths } });
  expect(read(after(closed, wider).layouts)).toEqual({ widths, dock: 'closed' });
  expect(read(after(wider).layouts)).toEqual({ widths, dock: 'standard' });
});
