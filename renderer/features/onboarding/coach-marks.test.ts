import { expect, test } from 'vitest';
import { settingsSchema } from '#shared/contract/settings.ts';
import { COACH_MARKS, unseenMarks, withSeen } from './coach-marks.ts';

const [slider, trade, trust] = COACH_MARKS.map(({ id }) => id);

test('there are three, which the settings can hold', () => {
  expect(new Set([slider, trade, trust]).size).toBe(3);
  expect(settingsSchema.safeParse({ seenCoachMarks: [slider, trade, trust] }).success).toBe(true);
});

test('a mark is shown until it was seen, and again when it has changed', () => {
  expect(unseenMarks([]).map(({ id }) => id)).toEqual([slider, trade, trust]);
  expect(unseenMarks([String(trade), 'move-a-slider-0']).map(({ id }) => id)).toEqual([slider, trust]);
});

test('what was seen is kept once, in the order of the marks', () => {
  expect(withSeen(['gone-1', String(trust)], [String(slider)])).toEqual([slider, trust]);
  expect(withSeen([String(slider)], [String(slider)])).toEqual([slider]);
});
