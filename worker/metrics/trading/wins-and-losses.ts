/** Trades sorted by the sign of a result; a trade that broke even is neither a win nor a loss. */
export interface WinsAndLosses {
  readonly wins: number;
  readonly losses: number;
  /** Sum over the wins, and over the losses with its sign turned: both are positive. */
  readonly won: number;
  readonly lost: number;
}

/** @param results profit of each trade, in money or as a fraction */
export function winsAndLosses(results: Float64Array): WinsAndLosses {
  let wins = 0;
  let losses = 0;
  let won = 0;
  let lost = 0;
  for (let row = 0; row < results.length; row++) {
    const result = results[row] as number;
    if (result > 0) {
      wins++;
      won += result;
    } else if (result < 0) {
      losses++;
      lost -= result;
    }
  }
  return { wins, losses, won, lost };
}
