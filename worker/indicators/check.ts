import { HindcastError } from '#shared/domain/errors.ts';
import type { Indicator, IndicatorParam } from './indicator.ts';

/**
 * The parameters of an indicator from what a strategy passed behind the series or bars, defaults filled in.
 * @param args what followed the inputs in the call, of any type
 * @returns one number for each of `indicator.params`
 * @throws HindcastError of kind `strategy` when there are too many, one is missing, is not a number or out of bounds.
 */
export function checkIndicatorParams(indicator: Indicator, args: readonly unknown[]): number[] {
  if (args.length > indicator.params.length) throw refusal(indicator, tooMany(indicator, args.length));
  return indicator.params.map((param, position) => {
    const value = args[position] ?? param.default;
    if (!satisfiesBounds(value, param)) {
      throw refusal(indicator, `${param.name} must be ${wanted(param)}, got ${shown(value)}`);
    }
    return value;
  });
}

function satisfiesBounds(
  value: unknown,
  { integer, min, max = Number.POSITIVE_INFINITY }: IndicatorParam,
): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= min && value <= max && (!integer || Number.isInteger(value));
}

function wanted({ integer, min, max }: IndicatorParam): string {
  const number = integer ? 'a whole number' : 'a number';
  return max === undefined ? `${number} ≥ ${min}` : `${number} from ${min} to ${max}`;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function tooMany({ params }: Indicator, given: number): string {
  if (params.length === 0) return `there are no parameters to give, got ${given}`;
  const names = params.map((param) => param.name).join(', ');
  return `there ${params.length === 1 ? 'is 1 parameter' : `are ${params.length} parameters`} to give (${names}), got ${given}`;
}

function refusal({ id }: Indicator, problem: string): HindcastError {
  return new HindcastError({ kind: 'strategy', code: 'strategy.indicator', message: `ta.${id}: ${problem}.` });
}
