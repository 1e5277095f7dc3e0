/**
 * Draws periods with replacement, in runs of neighbours whose lengths are random, so that what hangs together in time
 * stays together. A run that reaches the end goes on at the beginning.
 *
 * @param into takes the places of the drawn periods, each 0 to its length − 1
 * @param meanLength of a run, 1 or more; 1 draws each period by itself
 * @param random uniform in [0, 1)
 * Source: Politis and Romano (1994), The Stationary Bootstrap, J. American Statistical Association 89(428).
 */
export function drawPeriods(into: Int32Array, meanLength: number, random: () => number): void {
  const periods = into.length;
  let period = 0;
  for (let k = 0; k < periods; k++) {
    const isNewRun = k === 0 || random() * meanLength < 1;
    period = isNewRun ? Math.floor(random() * periods) : (period + 1) % periods;
    into[k] = period;
  }
}
