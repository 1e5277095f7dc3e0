/** NaN and the infinities have no JSON: null stands for them. */
export function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
