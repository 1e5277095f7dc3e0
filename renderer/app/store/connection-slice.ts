import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

/**
 * Whether the host answers: the web host can be stopped while its page is open (`lost`), and once it is started again
 * it no longer knows the page (`locked`).
 */
export type Connection = 'connecting' | 'connected' | 'lost' | 'locked';

export const connectionSlice = createSlice({
  name: 'connection',
  initialState: 'connecting' as Connection,
  reducers: { connectionChanged: (_, { payload }: PayloadAction<Connection>) => payload },
});
export const { connectionChanged } = connectionSlice.actions;

/** True while the window says that what it shows is as it last was. */
export function isOutOfReach(connection: Connection): boolean {
  return connection === 'lost' || connection === 'locked';
}
