const LOG_SQRT_2PI = 0.9189385332046728;

/**
 * Φ(z), the standard normal's cumulative probability, to about 2e-15.
 *
 *   Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + …)
 *
 * Source: Marsaglia (2004), Evaluating the Normal Distribution, J. Statistical Software 11(4).
 */
export function normalCdf(z: number): number {
  if (!(Math.abs(z) <= 8.5)) return z > 0 ? 1 : z < 0 ? 0 : Number.NaN;
  let term = z;
  let sum = z;
  let previous = 0;
  for (let odd = 3; sum !== previous; odd += 2) {
    previous = sum;
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z - LOG_SQRT_2PI);
}
