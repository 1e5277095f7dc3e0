import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

export interface TourState {
  /** Coach marks that are still to be shown, the present one first; none: there is no tour. */
  marks: readonly string[];
  /** A person did what the mark before spoke of: the focus stays where that was done. */
  isLedByDeed: boolean;
}

const initialState: TourState = { marks: [], isLedByDeed: false };

/** The way through the coach marks. */
export const tourSlice = createSlice({
  name: 'tour',
  initialState,
  reducers: {
    tourStarted: (_, { payload }: PayloadAction<readonly string[]>) => ({ marks: payload, isLedByDeed: false }),
    /** A mark is over; one that isn't the present one was over before. */
    markPassed(state, { payload: { mark, byDeed } }: PayloadAction<{ mark: string; byDeed: boolean }>) {
      if (state.marks[0] !== mark) return;
      state.marks = state.marks.slice(1);
      state.isLedByDeed = byDeed;
    },
    tourEnded: () => initialState,
  },
});
export const { tourStarted, markPassed, tourEnded } = tourSlice.actions;
