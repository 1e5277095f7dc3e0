import type { SlippageSpec } from '#shared/domain/costs.ts';

/** How many price points worse than the reference price a market or stop fill is. */
export type Slippage = (reference: number, tickSize: number) => number;

export function slippageModel(spec: SlippageSpec): Slippage {
  switch (spec.model) {
    case 'none':
      return () => 0;
    case 'percent':
      return (reference) => Math.abs(reference) * spec.fraction;
    case 'ticks':
      return (_reference, tickSize) => spec.ticks * tickSize;
  }
}
