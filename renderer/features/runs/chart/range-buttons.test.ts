import { expect, test } from 'vitest';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import { rangesFor } from './range-buttons.ts';

const DAY = 86_400_000;

test.each([
  ['twenty years of days', 20 * 365 * DAY, TIMEFRAMES['1d'], ['1M', '3M', '1Y', '5Y', 'All']],
  ['thirty years of days', 30 * 365 * DAY, TIMEFRAMES['1d'], ['3M', '1Y', '5Y', '20Y', 'All']],
  ['a month of minutes', 30 * DAY, TIMEFRAMES['1m'], ['1D', '5D', 'All']],
  ['thirteen years of months', 13 * 365 * DAY, TIMEFRAMES['1M'], ['5Y', 'All']],
  ['a day of minutes', DAY, TIMEFRAMES['1m'], ['All']],
])('%s', (_, whole, barLength, labels) => {
  expect(rangesFor(whole, barLength).map(({ label }) => label)).toEqual(labels);
});
