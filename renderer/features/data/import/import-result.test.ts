import { expect, test } from 'vitest';
import { type ImportResult, resultWords, seriesWords } from './import-result.ts';

const CHANGED = { id: 'SP500:1d:import', added: 0, replaced: 0, unchanged: 0, isNew: false };

test.each([
  [{ added: 5_104, isNew: true }, 'new: 5,104 bars'],
  [{ added: 1, isNew: true }, 'new: 1 bar'],
  [{ added: 12, replaced: 3, unchanged: 9 }, '12 bars added, 3 bars replaced'],
  [{ added: 12 }, '12 bars added'],
  [{ replaced: 1 }, '1 bar replaced'],
  [{ unchanged: 9 }, 'nothing new: 9 bars were there already'],
])('%j: %s', (counts, words) => {
  expect(seriesWords({ ...CHANGED, ...counts })).toBe(words);
});

test('a result tells what was left out', () => {
  const result: ImportResult = {
    kind: 'import',
    rows: 10_208,
    badRowCount: 0,
    badRows: [],
    series: [CHANGED, CHANGED],
  };
  expect(resultWords(result)).toBe('2 series from 10,208 rows');
  expect(resultWords({ ...result, badRowCount: 3 })).toBe('2 series from 10,208 rows, 3 bad rows left out');
  expect(resultWords({ ...result, rows: 1, badRowCount: 1 })).toBe('2 series from 1 row, 1 bad row left out');
});
