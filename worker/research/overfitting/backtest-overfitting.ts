import type { Fraction } from '#shared/domain/units.ts';
import { returnsOf, type TrialReturns } from './trial-returns.ts';

/** What came of choosing the best in one half of history and looking at the other. */
export interface BacktestOverfitting {
  /** PBO: how often the best of one half was no better than the median in the other. */
  readonly probability: Fraction;
  /** How often the best of one half lost money in the other. */
  readonly lossProbability: Fraction;
  /** One for each split: ln(ω / (1 − ω)) of the chosen trial's relative rank ω in the other half. */
  readonly logits: Float64Array;
  /** Sharpe ratios of the chosen trial, for one period, in the half where it was chosen and in the other. */
  readonly chosen: Float64Array;
  readonly unseen: Float64Array;
}

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation: history is cut into equal
 * blocks; each half of the blocks in turn chooses the trial with the best Sharpe ratio, which is then ranked in the
 * other half, rank r of N trials counting as ω = r / (N + 1). Without any skill it comes to about ½.
 *
 * @param blocks S, even; the oldest periods that don't fill a block are left out. 16 make 12,870 splits
 * @throws RangeError with fewer than two trials, an odd number of blocks, or fewer than two periods in a block
 * Source: Bailey, Borwein, López de Prado and Zhu (2017), The Probability of Backtest Overfitting, J. Computational
 * Finance 20(4).
 */
export function backtestOverfitting(trials: TrialReturns, blocks = 16): BacktestOverfitting {
  const length = Math.floor(trials.periods / blocks);
  if (trials.trials < 2) throw new RangeError('overfitting is a matter of choice: it takes two trials or more');
  if (blocks < 2 || blocks % 2 !== 0) throw new RangeError(`history is cut into halves: ${blocks} blocks have none`);
  if (length < 2) throw new RangeError(`${trials.periods} periods are too few for ${blocks} blocks`);
  const sums = blockSums(trials, blocks, length);
  const splits = halves(blocks);
  const half = (blocks / 2) * length;
  const [logits, chosen, unseen] = [0, 1, 2].map(() => new Float64Array(splits.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const inside = new Float64Array(trials.trials);
  const outside = new Float64Array(trials.trials);
  splits.forEach((split, place) => {
    sharpesOf(sums, split, true, half, inside);
    sharpesOf(sums, split, false, half, outside);
    const best = placeOfGreatest(inside);
    const rank = rankOf(outside, best) / (trials.trials + 1);
    logits[place] = Math.log(rank / (1 - rank));
    chosen[place] = inside[best] as number;
    unseen[place] = outside[best] as number;
  });
  return {
    probability: shareOf(logits, (logit) => logit <= 0),
    lossProbability: shareOf(unseen, (sharpe) => sharpe < 0),
    logits,
    chosen,
    unseen,
  };
}

/** Sums and sums of squares of each block of each trial: all that a Sharpe ratio of any blocks needs. */
interface BlockSums {
  blocks: number;
  trials: number;
  sums: Float64Array;
  squares: Float64Array;
}

function blockSums(trials: TrialReturns, blocks: number, length: number): BlockSums {
  const count = trials.trials * blocks;
  const [sums, squares] = [new Float64Array(count), new Float64Array(count)];
  const skipped = trials.periods - blocks * length;
  for (let trial = 0; trial < trials.trials; trial++) {
    const returns = returnsOf(trials, trial);
    for (let period = skipped; period < trials.periods; period++) {
      const value = returns[period] as number;
      const at = trial * blocks + Math.floor((period - skipped) / length);
      sums[at] = (sums[at] as number) + value;
      squares[at] = (squares[at] as number) + value * value;
    }
  }
  return { blocks, trials: trials.trials, sums, squares };
}

/** Every choice of half of the blocks, each as a set of bits. */
function halves(blocks: number): number[] {
  const found: number[] = [];
  const choose = (block: number, left: number, bits: number) => {
    if (left === 0) found.push(bits);
    else if (blocks - block >= left) {
      choose(block + 1, left - 1, bits | (1 << block));
      choose(block + 1, left, bits);
    }
  };
  choose(0, blocks / 2, 0);
  return found;
}

/** Sharpe ratios of all trials over the blocks that are in the split, or that aren't. */
function sharpesOf(
  { blocks, trials, sums, squares }: BlockSums,
  split: number,
  isIn: boolean,
  periods: number,
  into: Float64Array,
): void {
  for (let trial = 0; trial < trials; trial++) {
    let sum = 0;
    let square = 0;
    for (let block = 0, at = trial * blocks; block < blocks; block++, at++) {
      if (((split >> block) & 1) === (isIn ? 1 : 0)) {
        sum += sums[at] as number;
        square += squares[at] as number;
      }
    }
    const mean = sum / periods;
    const variance = (square - sum * mean) / (periods - 1);
    // A trial that did nothing, and rounding of one that hardly did.
    into[trial] = variance > 1e-12 * (square / periods) ? mean / Math.sqrt(variance) : 0;
  }
}

function placeOfGreatest(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if ((values[k] as number) > (values[best] as number)) best = k;
  return best;
}

/** From 1 = the worst; equals share the middle of their ranks. */
function rankOf(values: Float64Array, place: number): number {
  const value = values[place] as number;
  let below = 0;
  let equal = 0;
  for (const other of values) {
    if (other < value) below++;
    else if (other === value) equal++;
  }
  return below + (equal + 1) / 2;
}

function shareOf(values: Float64Array, isMeant: (value: number) => boolean): Fraction {
  let count = 0;
  for (const value of values) if (isMeant(value)) count++;
  return count / values.length;
}
