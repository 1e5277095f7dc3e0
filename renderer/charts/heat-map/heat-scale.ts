/** How values become colours. */
export interface HeatScale {
  /** Diverging around zero where values lie on both sides of it; otherwise from the least to the most. */
  readonly kind: 'diverging' | 'sequential';
  readonly min: number;
  readonly max: number;
}

/** @returns null where there is no value */
export function heatScale(values: Float64Array): HeatScale | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) return null;
  if (min < 0 && max > 0) {
    const reach = Math.max(-min, max);
    return { kind: 'diverging', min: -reach, max: reach };
  }
  return { kind: 'sequential', min, max };
}

/** Where a value lies on a scale, 0 … 1; values without bound at its ends. */
export function positionOn({ min, max }: HeatScale, value: number): number {
  if (max === min) return 1;
  return Math.min(1, Math.max(0, (value - min) / (max - min)));
}

export interface HeatColours {
  readonly raised: string;
  readonly up: string;
  readonly down: string;
  readonly accent: string;
}

/** Colours of a scale at even distances, from its least to its most, as CSS writes them. */
export function heatStops({ kind }: HeatScale, { raised, up, down, accent }: HeatColours): readonly string[] {
  return kind === 'diverging' ? [down, raised, up] : [raised, accent];
}
