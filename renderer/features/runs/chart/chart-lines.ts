import type { RunLine } from '#shared/contract/runs.ts';
import type { ChartLine } from '../../../charts/scene/price-scene.ts';
import { lineId } from '../../../charts/viewport/from-contract.ts';

/** Digits of a value in a pane of its own that tell it from its neighbours. */
const DIGITS = 4;
const MOST_DECIMALS = 8;

/** Lines of a run as its chart draws them. @param priceDecimals of those that stand on the prices */
export function chartLines(lines: readonly RunLine[], priceDecimals: number): ChartLine[] {
  return lines.map(({ name, pane, min, max }, place) => ({
    id: lineId(place),
    name,
    ...(pane !== null && { pane }),
    decimals: pane === null ? priceDecimals : decimalsOf(Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0))),
  }));
}

function decimalsOf(largest: number): number {
  if (largest === 0) return 0;
  const before = Math.floor(Math.log10(largest)) + 1;
  return Math.min(MOST_DECIMALS, Math.max(0, DIGITS - before));
}
