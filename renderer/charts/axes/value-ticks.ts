/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10];
/** Less than this ratio between the ends, and equal steps read well on a logarithmic axis too. */
const LINEAR_RATIO = 8;

export interface ValueTicks {
  readonly values: readonly number[];
  /** With which each of them can be written. */
  readonly decimals: number;
}

/** Round values between two ends, at most `most` of them and about as many as fit. */
export function valueTicks(low: number, high: number, most: number): ValueTicks {
  if (!(high > low) || !(most >= 1)) return { values: [], decimals: 0 };
  const step = roundStep((high - low) / most);
  const decimals = decimalsOfStep(step);
  const values: number[] = [];
  for (let count = Math.ceil(low / step - 1e-9); count * step <= high + step * 1e-9; count++) {
    values.push(Number((count * step).toFixed(decimals)));
  }
  return { values, decimals };
}

/** Round values for a logarithmic axis, both ends above 0: 1, 2, 5, 10 … where the axis is long. */
export function logTicks(low: number, high: number, most: number): ValueTicks {
  if (!(low > 0) || high / low < LINEAR_RATIO) return valueTicks(low, high, most);
  const values: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (const digit of [1, 2, 5]) {
      const value = digit * 10 ** power;
      if (value >= low && value <= high) values.push(Number(value.toPrecision(1)));
    }
  }
  const every = Math.ceil(values.length / Math.max(1, most));
  const kept = values.filter((_, index) => index % every === 0);
  return { values: kept, decimals: decimalsOfStep(kept[0] ?? 1) };
}

/** The least round step that is no smaller than `step`. */
function roundStep(step: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(step));
  const digit = STEPS.find((candidate) => candidate * magnitude >= step * (1 - 1e-9)) ?? 10;
  return digit * magnitude;
}

function decimalsOfStep(step: number): number {
  for (let decimals = 0; decimals < 12; decimals++) {
    if (Math.abs(Number(step.toFixed(decimals)) / step - 1) < 1e-9) return decimals;
  }
  return 12;
}
