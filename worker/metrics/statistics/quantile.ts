/**
 * The value below which a fraction p of the values lies, between neighbours in a straight line (type 7, as
 * numpy's default); NaN of nothing.
 *
 * Source: Hyndman and Fan (1996), Sample Quantiles in Statistical Packages.
 */
export function quantile(values: Float64Array, p: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted();
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.ceil(position)] as number;
  return low + (high - low) * (position - below);
}
