import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

/** Whether the host answers: the web host can be stopped while its page is open. */
export type Connection = 'connecting' | 'connected' | 'lost';

export const connectionSlice = createSlice({
  name: 'connection',
  initialState: 'connecting' as Connection,
  reducers: { connectionChanged: (_, { payload }: PayloadAction<Connection>) => payload },
});
export const { connectionChanged } = connectionSlice.actions;
