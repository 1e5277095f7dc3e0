import { expect, test } from 'vitest';
import type { RunRow } from '#shared/contract/run.ts';
import { nextOffset, PAGE, runsOf } from './page-rows.ts';

const page = (total: number, ...ids: string[]) => ({ total, rows: ids.map((id) => ({ id }) as RunRow) });

test('pages follow each other to the last one', () => {
  expect(nextOffset(page(PAGE), [1])).toBeUndefined();
  expect(nextOffset(page(PAGE + 1), [1])).toBe(PAGE);
  expect(nextOffset(page(5_000), [1, 2, 3])).toBe(3 * PAGE);
  expect(nextOffset(page(0), [1])).toBeUndefined();
});

test('a run that was pushed over to the next page is listed once', () => {
  expect(runsOf([page(3, 'c', 'b'), page(4, 'b', 'a')]).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
