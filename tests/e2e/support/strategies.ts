import type { StrategyRef } from '#shared/contract/strategies.ts';

/** The example that everybody sees first. */
export const SMA_CROSS: StrategyRef = { kind: 'library', id: 'sma-cross' };

/** Ends only when it is stopped. */
export const ENDLESS = written('endless', 'onBar({ bar }) { while (bar.index === 30) {} }');

/** Takes seconds over the five thousand bars of the sample, and reports how far it is. */
export const SLOW = written(
  'slow',
  'onBar({ bar, log }) { let sum = bar.index; for (let i = 0; i < 100_000; i += 1) sum = (sum * 31 + i) % 1_000_003; log(sum); }',
);

/** Goes from long to short and back with every bar: as many trades as bars. */
export const RESTLESS = written(
  'restless',
  'onBar({ bar, order }) { if (bar.index % 2 === 0) order.buy({ size: 1 }); else order.sell({ size: 1 }); }',
);

/** Waits for a price that no bar has. */
export const IDLE = written('idle', 'onBar({ bar, order }) { if (bar.close < 0) order.buy({ size: 1 }); }');

/** Breaks after a while. */
export const BROKEN = written('broken', "onBar({ bar }) { if (bar.index === 400) throw new Error('out of ideas'); }");

function written(name: string, members: string): StrategyRef {
  const source = `import { strategy } from 'hindcast';\n\nexport default strategy({ name: '${name}', ${members} });\n`;
  return { kind: 'source', file: `${name}.ts`, source };
}
