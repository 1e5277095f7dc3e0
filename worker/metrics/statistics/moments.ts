/** Arithmetic mean; NaN of nothing. */
export function mean(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] as number;
  return sum / values.length;
}

/** Mean of (x − centre)^power; NaN of nothing. */
export function moment(values: Float64Array, power: number, centre: number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += ((values[k] as number) - centre) ** power;
  return sum / values.length;
}

/**
 * Standard deviation, in two passes.
 *
 *   s = √(Σ(x − x̄)² / (n − ddof))
 *
 * @param ddof 1 for a sample, 0 for a whole population
 * @returns NaN with ddof values or fewer; exactly 0 where values differ by rounding alone (less than 1e-14, or
 * 1e-12 of their mean), so that dividing by it can't turn rounding into an enormous ratio.
 */
export function standardDeviation(values: Float64Array, ddof: 0 | 1): number {
  if (values.length <= ddof) return Number.NaN;
  const centre = mean(values);
  let squares = 0;
  for (let k = 0; k < values.length; k++) {
    const distance = (values[k] as number) - centre;
    squares += distance * distance;
  }
  const deviation = Math.sqrt(squares / (values.length - ddof));
  return deviation < 1e-14 + 1e-12 * Math.abs(centre) ? 0 : deviation;
}

/** Third standardised moment of the population, m₃ / m₂^1.5; NaN where values don't vary. */
export function skewness(values: Float64Array): number {
  const deviation = standardDeviation(values, 0);
  return deviation === 0 ? Number.NaN : moment(values, 3, mean(values)) / deviation ** 3;
}

/** Fourth standardised moment of the population, m₄ / m₂², raw: 3 for a normal; NaN where values don't vary. */
export function rawKurtosis(values: Float64Array): number {
  const deviation = standardDeviation(values, 0);
  return deviation === 0 ? Number.NaN : moment(values, 4, mean(values)) / deviation ** 4;
}
