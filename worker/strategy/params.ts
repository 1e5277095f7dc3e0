import { HindcastError } from '#shared/domain/errors.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import type { NumberBounds, Param, ParamBuilder, ParamDeclarations } from '#shared/strategy-api/params.ts';

/** As long as a value may be in a manifest. */
const LONGEST_OPTION = 200;

/** `param` as strategies import it. A wrong declaration throws where it stands. */
export const param: ParamBuilder = {
  int: (value, bounds = {}) => checked({ ...boundsOf(bounds), kind: 'int', default: value }),
  number: (value, bounds = {}) => checked({ ...boundsOf(bounds), kind: 'number', default: value }),
  bool: (value, options = {}) => checked({ ...labelOf(options), kind: 'bool', default: value }),
  choice: (value, options) => checked({ kind: 'choice', default: value, options: optionsOf(options) }),
};

/**
 * A declaration as plain data of ours, checked, whoever made the object.
 * @throws TypeError when it is none
 */
export function readDeclaration(name: string, declared: unknown): Param {
  const { kind, default: value, ...rest } = Object(declared) as Record<string, unknown>;
  switch (kind) {
    case 'int':
    case 'number':
      return param[kind](value as number, rest);
    case 'bool':
      return param.bool(value as boolean, rest);
    case 'choice':
      return param.choice(value as string, rest['options'] as readonly string[]);
    default:
      throw new TypeError(
        `strategy: declare ${name.slice(0, 40)} with param.int, param.number, param.bool or param.choice.`,
      );
  }
}

function optionsOf<T extends string>(options: readonly T[]): readonly T[] {
  if (!isListOfTexts(options)) {
    throw new TypeError(`param.choice: the options are a list of texts of at most ${LONGEST_OPTION} characters.`);
  }
  return [...options];
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && one.length <= LONGEST_OPTION);
}

function labelOf(options: { label?: string }): { label?: string } {
  return options.label === undefined ? {} : { label: String(options.label) };
}

function boundsOf(bounds: NumberBounds): NumberBounds {
  const own: NumberBounds = labelOf(bounds);
  for (const name of ['min', 'max', 'step'] as const) {
    const value = bounds[name];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`param: ${name} must be a number.`);
    own[name] = value;
  }
  return own;
}

function checked<T extends Param>(declaration: T): T {
  const problem = problemWith(declaration, declaration.default);
  if (problem !== null) throw new TypeError(`param: the default value ${problem}.`);
  return declaration;
}

/** What is wrong with a value for a parameter, worded to follow the parameter's name; null when it fits. */
function problemWith(declaration: Param, value: unknown): string | null {
  switch (declaration.kind) {
    case 'bool':
      return typeof value === 'boolean' ? null : `must be true or false, not ${show(value)}`;
    case 'choice':
      return declaration.options.includes(value as string)
        ? null
        : `must be one of ${declaration.options.join(', ')}, not ${show(value)}`;
    default: {
      if (typeof value !== 'number' || !Number.isFinite(value)) return `must be a number, not ${show(value)}`;
      if (declaration.kind === 'int' && !Number.isInteger(value)) return `must be a whole number, not ${value}`;
      if (declaration.min !== undefined && value < declaration.min) {
        return `must be at least ${declaration.min}, not ${value}`;
      }
      if (declaration.max !== undefined && value > declaration.max) {
        return `must be at most ${declaration.max}, not ${value}`;
      }
      return null;
    }
  }
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${value.slice(0, 60)}"` : String(value).slice(0, 60);
}

/**
 * The values that a run uses: what was given, and defaults for the rest.
 * @param given values from flags or sliders; text is read as what the declaration asks for
 * @throws HindcastError `usage` for a parameter that isn't declared or a value that doesn't fit
 */
export function resolveParams(
  declarations: ParamDeclarations,
  given: Readonly<Record<string, ParamValue>>,
): Record<string, ParamValue> {
  const names = Object.keys(declarations);
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw unknownParameter(name, names);
  }
  const values: Record<string, ParamValue> = {};
  for (const [name, declaration] of Object.entries(declarations)) {
    const value = Object.hasOwn(given, name) ? readAs(declaration, given[name]) : declaration.default;
    const problem = problemWith(declaration, value);
    if (problem !== null) {
      throw new HindcastError({
        kind: 'usage',
        code: 'usage.parameter-value',
        message: `Parameter ${name} ${problem}.`,
      });
    }
    values[name] = value as ParamValue;
  }
  return values;
}

function readAs(declaration: Param, value: ParamValue | undefined): ParamValue | undefined {
  if (typeof value !== 'string') return value;
  if (declaration.kind === 'bool') return value === 'true' ? true : value === 'false' ? false : value;
  if (declaration.kind === 'choice') return value;
  const number = Number(value);
  return value.trim() === '' || Number.isNaN(number) ? value : number;
}

function unknownParameter(name: string, known: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.unknown-parameter',
    message: `The strategy has no parameter ${name}.`,
    hint: known.length === 0 ? 'It declares no parameters.' : `It has: ${known.join(', ')}.`,
  });
}
