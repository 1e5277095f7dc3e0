import { expect, test } from 'vitest';
import type { Fill } from '#shared/contract/run.ts';
import { PATH_SEGMENTS } from '#shared/domain/run-result.ts';
import { fillCosts, segmentInWords } from './fill-words.ts';

test('every part of the path has its words', () => {
  expect(PATH_SEGMENTS.map(segmentInWords)).toEqual([
    'at the open',
    'from the open to the nearer extreme',
    'from one extreme to the other',
    'from the second extreme to the close',
    'at the close',
    'inside the bar, as shorter bars show',
  ]);
});

test('spread and slippage are those of all units', () => {
  const fill = { qty: 10, spread: 0.5, slippage: 0.25, commission: 3 } as Fill;
  expect(fillCosts(fill)).toEqual({ spread: 5, slippage: 2.5, commission: 3 });
});
