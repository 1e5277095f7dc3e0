import { expect, test } from 'vitest';
import { sp500 } from '../fixtures/price-files.ts';
import { smaCrossInput } from '../fixtures/sma-cross-run.ts';
import { funnel } from './funnel.ts';

const input = smaCrossInput([sp500()], { cash: 100 });

test('lists the steps, operands set in, and marks those that nothing came past', () => {
  const steps = {
    bars: 60,
    barsAfterWarmUp: 60,
    conditions: [
      { label: 'a && b', line: 3, evaluated: 60, seen: 2, within: null },
      { label: 'a', line: 3, evaluated: 60, seen: 9, within: 0 },
      { label: 'c', line: 4, evaluated: 2, seen: 0, within: null },
    ],
    sent: 1,
    accepted: 1,
    filled: 0,
    unfilled: [{ status: 'pending' as const, reason: null, count: 1, firstBar: 7 }],
  };
  const markup = funnel({ ...input, result: { ...input.result, funnel: steps } })?.markup ?? '';
  const items = [...markup.matchAll(/<li class="([^"]*)"([^>]*)>(.*?)<\/li>/g)].map(([, ...parts]) => parts);
  const mark = '<span class="mark" aria-hidden="true">✕</span>';
  expect(items).toEqual([
    ['', '', 'The strategy saw all of the 60 bars.'],
    ['', '', 'a &amp;&amp; b (line 3) was true on 2 of 60 bars.'],
    ['', ' style="margin-left:1.25rem"', 'a (line 3) was true on 9 of 60 bars.'],
    ['dead-end', '', `${mark}c (line 4) was true on 0 of the 2 bars on which it was looked at.`],
    ['dead-end', '', `${mark}It sent 1 order; 1 of them was accepted and 0 filled.`],
    ['', '', '1 order was still waiting at the end.'],
  ]);
  expect(markup).toContain('<a href="#source">sma-cross.ts</a>');
});

test('is nothing for a run with trades', () => {
  expect(funnel(input)).toBeNull();
});
