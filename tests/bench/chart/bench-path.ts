import type { RowRange } from '../../../renderer/charts/viewport/row-range.ts';

const CLOSEST = 500;
const ZOOMS = 8;

/** 34 views: from all bars to 500, twelve small pans, back to all, and six wide pans over half of the series. */
export function benchPath(rows: number): RowRange[] {
  const factor = (CLOSEST / rows) ** (1 / ZOOMS);
  const steps: RowRange[] = [];
  let span = rows;
  let centre = rows * 0.6;
  const look = () => steps.push({ from: centre - span / 2, to: centre + span / 2 });
  for (let zoom = 0; zoom < ZOOMS; zoom++) {
    span *= factor;
    look();
  }
  for (let pan = 0; pan < 12; pan++) {
    centre += span * 0.1;
    look();
  }
  for (let zoom = 0; zoom < ZOOMS; zoom++) {
    span /= factor;
    look();
  }
  for (let pan = 0; pan < 6; pan++) steps.push({ from: rows * 0.02 * pan, to: rows * (0.02 * pan + 0.5) });
  return steps;
}
