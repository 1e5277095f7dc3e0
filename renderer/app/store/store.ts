import { configureStore } from '@reduxjs/toolkit';
import { useDispatch, useSelector } from 'react-redux';
import { tourSlice } from '../../features/onboarding/tour-slice.ts';
import { workspaceSlice } from '../../features/runs/workspace-slice.ts';
import { deskSlice } from '../../features/strategies/desk-slice.ts';
import { sweepsSlice } from '../../features/sweeps/sweeps-slice.ts';
import { connectionSlice } from './connection-slice.ts';
import { hostApi } from './host-api.ts';
import { jobsSlice } from './jobs-slice.ts';
import { shellSlice } from './shell-slice.ts';

export function createStore() {
  return configureStore({
    reducer: {
      [hostApi.reducerPath]: hostApi.reducer,
      [connectionSlice.name]: connectionSlice.reducer,
      [jobsSlice.name]: jobsSlice.reducer,
      [shellSlice.name]: shellSlice.reducer,
      [tourSlice.name]: tourSlice.reducer,
      [workspaceSlice.name]: workspaceSlice.reducer,
      [deskSlice.name]: deskSlice.reducer,
      [sweepsSlice.name]: sweepsSlice.reducer,
    },
    middleware: (defaults) => defaults().concat(hostApi.middleware),
  });
}

export type Store = ReturnType<typeof createStore>;
export type State = ReturnType<Store['getState']>;

export const useAppDispatch = useDispatch.withTypes<Store['dispatch']>();
export const useAppSelector = useSelector.withTypes<State>();
