import { useAppSelector } from '../../app/store/store.ts';
import { type DeskState, deskSlice } from './desk-slice.ts';

/**
 * A part of what the strategies workspace shows. It outlives the screen.
 *
 * @param select gives the same value while nothing in it changes
 */
export function useDesk<T>(select: (state: DeskState) => T): T {
  return useAppSelector((state) => select(state[deskSlice.name]));
}
