import type { SpreadSpec } from '#shared/domain/costs.ts';

/** Half the distance between bid and ask, in price points, at a reference price. */
export type HalfSpread = (reference: number) => number;

export function halfSpreadModel(spec: SpreadSpec): HalfSpread {
  switch (spec.model) {
    case 'none':
      return () => 0;
    case 'percent':
      return (reference) => (Math.abs(reference) * spec.fraction) / 2;
    case 'fixed':
      return () => spec.points / 2;
  }
}
