/**
 * Copies numbers so that equal ones have equal bytes: every NaN becomes the same NaN (processors make several),
 * and −0 becomes 0.
 */
export function copyCanonical(from: Float64Array, to: Float64Array, at: number): void {
  for (let i = 0; i < from.length; i++) {
    const value = from[i] as number;
    to[at + i] = Number.isNaN(value) ? Number.NaN : value + 0;
  }
}
