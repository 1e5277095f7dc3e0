import { expect, test } from 'vitest';
import type { CheckFinding } from '#shared/domain/checks.ts';
import { sp500 } from '../fixtures/price-files.ts';
import { smaCrossInput } from '../fixtures/sma-cross-run.ts';
import { trust } from './trust.ts';

const input = smaCrossInput([sp500()]);
const idle = smaCrossInput([sp500()], { cash: 100 });

const FOUND: readonly CheckFinding[] = [
  { id: 'few-trades', weight: 0.8, severity: 'serious', message: 'Six trades.', suggestion: 'Run it longer.' },
  { id: 'costs', weight: 0.35, severity: 'warning', message: 'Costs took half.', suggestion: 'Trade less.' },
  { id: 'short-history', weight: 0.1, severity: 'info', message: 'It was short.', suggestion: 'Import more.' },
];

const withFindings = (checks: readonly CheckFinding[]) =>
  trust({ ...input, result: { ...input.result, checks: [...checks] } })?.markup ?? '';

test('shows each finding by word and shape, with what to do, in the order of their weights', () => {
  const items = [
    ...withFindings(FOUND).matchAll(/<li class="(\w+)"><strong>(<svg.*?<\/svg>)(\w+)<\/strong>(.*?)<\/li>/g),
  ];
  expect(items.map(([, severity, , word]) => [severity, word])).toEqual([
    ['serious', 'Serious'],
    ['warning', 'Warning'],
    ['info', 'Info'],
  ]);
  expect(new Set(items.map(([, , shape]) => shape)).size).toBe(3);
  expect(items[0]?.[4]).toBe('<div><p>Six trades.</p><p class="note">Run it longer.</p></div>');
  expect(withFindings(FOUND)).toContain('3 of 12 automatic checks found a reason for doubt, the weightiest first');
});

test('says that nothing was found, and how little that says', () => {
  expect(withFindings([])).toContain('None of 12 automatic checks found a reason for doubt. That proves nothing');
});

test('says nothing of a run without trades, unless something was found', () => {
  expect(trust(idle)).toBeNull();
  expect(trust({ ...idle, result: { ...idle.result, checks: [...FOUND] } })?.markup).toContain('Six trades.');
});
