import { configureStore } from '@reduxjs/toolkit';
import { expect, test } from 'vitest';
import { shellSlice } from '../store/shell-slice.ts';
import type { State } from '../store/store.ts';
import { overlayToggled } from './overlay-toggled.ts';

test('an overlay opens in place of another one, and closes when it is asked for again', () => {
  const store = configureStore({ reducer: { shell: shellSlice.reducer } });
  const toggle = (overlay: 'palette' | 'keys') => {
    overlayToggled(overlay)(store.dispatch as never, () => store.getState() as State);
    return store.getState().shell.overlay;
  };
  expect(toggle('palette')).toBe('palette');
  expect(toggle('keys')).toBe('keys');
  expect(toggle('keys')).toBeNull();
});
