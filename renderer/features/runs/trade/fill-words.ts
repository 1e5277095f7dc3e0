import type { Fill } from '#shared/contract/run.ts';
import type { PathSegment } from '#shared/domain/run-result.ts';

const SEGMENTS: Record<PathSegment, string> = {
  open: 'at the open',
  'to-first-extreme': 'from the open to the nearer extreme',
  'to-second-extreme': 'from one extreme to the other',
  'to-close': 'from the second extreme to the close',
  close: 'at the close',
  finer: 'inside the bar, as shorter bars show',
};

/** Where on the way through its bar a fill happened. */
export function segmentInWords(segment: PathSegment): string {
  return SEGMENTS[segment];
}

/** What a fill cost, in the quote currency; spread and slippage for all its units. */
export function fillCosts({ qty, spread, slippage, commission }: Fill): {
  spread: number;
  slippage: number;
  commission: number;
} {
  return { spread: spread * qty, slippage: slippage * qty, commission };
}
