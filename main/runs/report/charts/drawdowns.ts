/** How far each value lies below the highest one so far, as a fraction: 0 at a peak, −0.2 when a fifth is lost. */
export function drawdowns(equity: Float64Array): Float64Array {
  let peak = Number.NEGATIVE_INFINITY;
  return equity.map((value) => {
    if (value > peak) peak = value;
    return value / peak - 1;
  });
}
