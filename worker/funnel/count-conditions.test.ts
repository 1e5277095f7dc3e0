import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTask } from '../../tests/support/run-task.ts';
import { strategySource } from '../../tests/support/strategy-source.ts';
import type { RunTask } from '../task.ts';
import { type Diagnostician, startDiagnostician } from './fixtures/diagnosis.ts';

let diagnostician: Diagnostician;

beforeAll(() => {
  diagnostician = startDiagnostician();
});

afterAll(() => diagnostician.stop());

/** Label, line, bars looked at, bars true; the condition that it is an operand of. */
async function conditionsOf(members: string, before = '', parts: Partial<RunTask> = {}) {
  const { funnel, isSameRun } = await diagnostician.diagnose(runTask(strategySource(members, before), parts));
  expect(isSameRun).toBe(true);
  return funnel.conditions.map(({ label, line, evaluated, seen, within }) => [label, line, evaluated, seen, within]);
}

describe('conditions of a run on sixty bars', () => {
  test('are counted by bars looked at and bars true', async () => {
    expect(
      await conditionsOf(`
onBar({ bar, order }) {
  if (bar.index < 12) return;
  const isCheap = bar.close < 95 && bar.close > 1000;
  if (isCheap) order.buy();
}`),
    ).toEqual([
      ['bar.index < 12', 5, 60, 12, null],
      ['bar.close < 95 && bar.close > 1000', 6, 48, 0, null],
      ['bar.close < 95', 6, 48, 15, 1],
      ['bar.close > 1000', 6, 15, 0, 1],
      ['isCheap', 7, 48, 0, null],
    ]);
  });

  test('inside others are looked at only where these are true', async () => {
    expect(
      await conditionsOf(`
onBar({ bar, order }) {
  if (bar.index % 2 === 0) {
    if (bar.index % 3 === 0) {
      if (bar.index > 99) order.buy();
    } else if (bar.index > 50) return;
  }
}`),
    ).toEqual([
      ['bar.index % 2 === 0', 5, 60, 30, null],
      ['bar.index % 3 === 0', 6, 30, 10, null],
      ['bar.index > 99', 7, 10, 0, null],
      ['bar.index > 50', 8, 20, 3, null],
    ]);
  });

  test('that nothing came to are told all the same', async () => {
    expect(
      await conditionsOf(
        'onBar({ bar, order }) { if (bar.index < 0) { if (bar.open > 0 || bar.close > 0) order.buy() } }',
      ),
    ).toEqual([
      ['bar.index < 0', 3, 60, 0, null],
      ['bar.open > 0 || bar.close > 0', 3, 0, 0, null],
      ['bar.open > 0', 3, 0, 0, 1],
      ['bar.close > 0', 3, 0, 0, 1],
    ]);
  });

  test('short circuits spare the second operand', async () => {
    expect(
      await conditionsOf(
        'onBar({ bar, order }) { (bar.index < 50 || bar.index > 55) && bar.index > 99 && order.buy() }',
      ),
    ).toEqual([
      ['(bar.index < 50 || bar.index > 55) && bar.index > 99', 3, 60, 0, null],
      ['bar.index < 50 || bar.index > 55', 3, 60, 54, 0],
      ['bar.index < 50', 3, 60, 50, 1],
      ['bar.index > 55', 3, 10, 4, 1],
      ['bar.index > 99', 3, 54, 0, 0],
    ]);
  });

  test('in a loop count once a bar', async () => {
    expect(
      await conditionsOf('onBar({ bar }) { for (const level of [30, 50, 70]) { if (bar.index >= level) continue; } }'),
    ).toEqual([['bar.index >= level', 3, 60, 30, null]]);
  });

  test('of helpers are told where a bar came to them, and none of setup', async () => {
    expect(
      await conditionsOf(
        `setup({ data }) { const n = data.close.length > 9 ? up(data.close.at(1), 0) : 0; return { warm: ta.sma(data.close, 10) } },
         onBar({ bar, order }, { warm }) { if (up(bar.close, warm.now) && never) order.buy() }`,
        'const never = false; const idle = (x) => x ? 1 : 2; function up(a, b) { if (a > b) return true; return false }',
      ),
    ).toEqual([
      ['a > b', 2, 51, 24, null],
      ['up(bar.close, warm.now) && never', 4, 51, 0, null],
      ['up(bar.close, warm.now)', 4, 51, 24, 1],
      ['never', 4, 24, 0, 1],
    ]);
  });

  test('are counted up to the bar on which the strategy fails', async () => {
    expect(await conditionsOf('onBar({ bar }) { if (bar.index === 20) null.x; }')).toEqual([
      ['bar.index === 20', 3, 21, 1, null],
    ]);
  });

  test('are never looked at where onBar is never called', async () => {
    const members = 'setup: ({ data }) => ta.sma(data.close, 99), onBar({ order }) { if (order) order.buy() }';
    expect(await conditionsOf(members)).toEqual([['order', 3, 0, 0, null]]);
  });
});

describe('a strategy that counts', () => {
  test('can not reach the counter', async () => {
    const source = `
      import { strategy } from 'hindcast';
      const reached = [arguments.length, typeof $c, typeof this, Object.keys(globalThis).length];
      export default strategy({ name: 'curious', onBar({ log, order }) {
        log(reached.join());
        log((function () { return arguments.length })(), (() => { try { return order.buy.caller } catch (e) { return 1 } })());
        if (reached[0] === 1 && reached[1] === 'undefined') return;
        order.buy();
      }});`;
    const { funnel, isSameRun } = await diagnostician.diagnose(runTask(source));
    expect(isSameRun).toBe(true);
    expect(funnel).toMatchObject({ sent: 0, conditions: [{ seen: 60 }, { seen: 60 }, { seen: 60 }] });
  });

  test.each(['sma-cross', 'rsi-reversion', 'donchian-breakout', 'bollinger-limit', 'buy-and-hold', 'rotation'])(
    'keeps the books of the original: %s',
    async (example) => {
      const source = readFileSync(new URL(`../../examples/${example}.ts`, import.meta.url), 'utf8');
      const declared = source.matchAll(/(\w+): param\.\w+\((\d+)/g);
      const params = Object.fromEntries([...declared].map(([, name, value]) => [name as string, Number(value)]));
      const { funnel, isSameRun } = await diagnostician.diagnose(runTask(source, { params }));
      expect(isSameRun).toBe(true);
      expect(funnel.bars).toBe(60);
      for (const { evaluated, seen } of funnel.conditions) expect(seen).toBeLessThanOrEqual(evaluated);
    },
  );

  test('explains why it never traded', async () => {
    const { sentences } = await diagnostician.diagnose(
      runTask(
        strategySource(
          `setup: ({ data }) => ({ fast: ta.sma(data.close, 3), slow: ta.sma(data.close, 11) }),
           onBar({ order, position }, { fast, slow }) {
             if (fast.now > 2 * slow.now && !position.isOpen) order.buy();
           }`,
        ),
      ),
    );
    expect(sentences).toEqual([
      'After warm-up the strategy saw 50 of 60 bars.',
      'fast.now > 2 * slow.now && !position.isOpen (line 5) was true on 0 of 50 bars.',
      'fast.now > 2 * slow.now (line 5) was true on 0 of 50 bars.',
      '!position.isOpen (line 5) was never looked at.',
      'It sent no order.',
    ]);
  });

  test('explains what became of its orders', async () => {
    const { sentences } = await diagnostician.diagnose(
      runTask(
        strategySource(
          `onBar({ order, bar }) {
             if (bar.index % 20 === 0) order.buy({ size: 5000 });
             if (bar.index === 30) order.buy({ limit: 1 });
           }`,
        ),
      ),
    );
    expect(sentences.slice(-3)).toEqual([
      'It sent 4 orders; 1 of them was accepted and 0 filled.',
      '3 orders were rejected: not enough free equity.',
      '1 order was still waiting at the end.',
    ]);
  });
});
