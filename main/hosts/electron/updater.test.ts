import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { followUpdates } from './updater.ts';

test('nobody looks for updates without a feed', async () => {
  const fail = () => {
    throw new Error('nothing was to happen');
  };
  expect(await followUpdates(tmpdir(), fail, fail)).toBe(false);
});
