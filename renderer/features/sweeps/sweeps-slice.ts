import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

export interface SweepsState {
  /** The run whose parameters are about to be swept; null: nobody is asked. */
  newSweepOf: string | null;
}

const initialState: SweepsState = { newSweepOf: null };

/** What the Optimise workspace shows: ids, never results. */
export const sweepsSlice = createSlice({
  name: 'sweeps',
  initialState,
  reducers: {
    newSweepOpened(state, { payload: run }: PayloadAction<string>) {
      state.newSweepOf = run;
    },
    newSweepClosed(state) {
      state.newSweepOf = null;
    },
  },
});

export const { newSweepOpened, newSweepClosed } = sweepsSlice.actions;
