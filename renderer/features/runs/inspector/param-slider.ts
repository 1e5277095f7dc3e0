import type { StrategyParam } from '#shared/contract/strategies.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';

export interface SliderRange {
  min: number;
  max: number;
  step: number;
}

/** Steps over the whole of a slider whose parameter declares none. */
const STEPS = 200;

type NumberParam = Extract<StrategyParam, { kind: 'int' | 'number' }>;

/**
 * Where a slider of a parameter begins and ends, and its steps: as the strategy declares them. Where it declares no
 * end, that is a round number well beyond the default; a value outside moves the end out to it.
 */
export function sliderRange(param: NumberParam, value: number): SliderRange {
  const isWhole = param.kind === 'int';
  const reach = Math.max(Math.abs(param.default), isWhole ? 5 : 0.5);
  const lowest = param.min ?? (param.default < 0 ? -roundUp(4 * reach) : 0);
  const highest = param.max ?? roundUp(4 * reach);
  const min = Math.min(lowest, value);
  const most = Math.max(highest, value);
  const max = most > min ? most : min + 1;
  return { min, max, step: param.step ?? (isWhole ? 1 : roundDown((max - min) / STEPS)) };
}

/** The parameters of a strategy with the values of a run; what the run doesn't have takes its default. */
export function paramValues(
  declared: readonly StrategyParam[],
  values: Readonly<Record<string, ParamValue>>,
): Record<string, ParamValue> {
  return Object.fromEntries(declared.map(({ name, default: usual }) => [name, values[name] ?? usual]));
}

/** What differs from the declared defaults. */
export function changedParams(
  declared: readonly StrategyParam[],
  values: Readonly<Record<string, ParamValue>>,
): Record<string, ParamValue> {
  return Object.fromEntries(
    declared.flatMap(({ name, default: usual }) => {
      const value = values[name];
      return value === undefined || value === usual ? [] : [[name, value]];
    }),
  );
}

/** 1, 2 or 5 times a power of ten, at or above. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [1, 2, 5].find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return digit * power;
}

/** 1, 2 or 5 times a power of ten, at or below. */
function roundDown(value: number): number {
  const exponent = Math.floor(Math.log10(value));
  const digit = [5, 2, 1].find((one) => one * 10 ** exponent <= value * (1 + 1e-9)) ?? 1;
  // Read from text, so that 0.05 is no 0.05000000000000001.
  return Number(`${digit}e${exponent}`);
}
