import { z } from 'zod';
import { HindcastError } from './errors.ts';
import { type ParamValue, paramValueSchema } from './manifest.ts';

const nameSchema = z.string().min(1).max(80);

/** The values of one parameter that a search may try. */
export const axisSchema = z.discriminatedUnion('kind', [
  /** min, min + step, … up to max. */
  z.strictObject({ kind: z.literal('range'), name: nameSchema, min: z.number(), max: z.number(), step: z.number() }),
  /** So many values from min to max, each the same multiple of the one before; whole numbers where asked for. */
  z.strictObject({
    kind: z.literal('log'),
    name: nameSchema,
    min: z.number(),
    max: z.number(),
    count: z.int(),
    whole: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('values'), name: nameSchema, values: z.array(paramValueSchema).max(1_000) }),
]);
export type Axis = z.infer<typeof axisSchema>;

export const CONSTRAINT_SIGNS = ['<', '<=', '>', '>=', '!='] as const;

/** What two parameters, or a parameter and a number, must be to one another: `fast < slow`. */
export const constraintSchema = z.strictObject({
  left: nameSchema,
  sign: z.enum(CONSTRAINT_SIGNS),
  right: z.union([nameSchema, z.number()]),
});
export type Constraint = z.infer<typeof constraintSchema>;

export const searchSpaceSchema = z.strictObject({
  axes: z.array(axisSchema).min(1).max(20),
  constraints: z.array(constraintSchema).max(20).default([]),
});
export type SearchSpace = z.infer<typeof searchSpaceSchema>;

/** More values than anybody looks at along one axis; more would be a slip of the step. */
const MOST_LEVELS = 10_000;

/** A search space with its values worked out. A place in it is a level for each axis: 0, 1, … below its `levels`. */
export class Levels {
  readonly names: readonly string[];
  /** For each axis its values, in order. */
  readonly values: readonly (readonly ParamValue[])[];
  /** Axes whose neighbours are alike: those of numbers. */
  readonly isOrdered: readonly boolean[];
  readonly #constraints: readonly Constraint[];

  /** @throws HindcastError `usage.search-space` for axes without values, doubled names, or constraints of unknown ones */
  constructor({ axes, constraints }: SearchSpace) {
    this.names = axes.map(({ name }) => name);
    this.values = axes.map(valuesOf);
    this.isOrdered = this.values.map((values) => values.every((value) => typeof value === 'number'));
    this.#constraints = constraints;
    const doubled = this.names.find((name, place) => this.names.indexOf(name) !== place);
    if (doubled !== undefined) throw wrong(`The parameter ${doubled} is searched twice.`);
    for (const { left, right } of constraints) {
      for (const side of [left, right]) {
        if (typeof side === 'string' && !this.names.includes(side)) {
          throw wrong(`A constraint names ${side}, which is not searched.`);
        }
      }
    }
  }

  /** Places in all, those included that constraints rule out. */
  get size(): number {
    return this.values.reduce((product, values) => product * values.length, 1);
  }

  /** The place of a number from 0 to `size` − 1, the last axis changing fastest. */
  placeOf(index: number): number[] {
    const place = new Array<number>(this.values.length);
    let rest = index;
    for (let axis = this.values.length - 1; axis >= 0; axis--) {
      const { length } = this.values[axis] as readonly ParamValue[];
      place[axis] = rest % length;
      rest = Math.floor(rest / length);
    }
    return place;
  }

  /** The number of a place. */
  indexOf(place: readonly number[]): number {
    return this.values.reduce((index, { length }, axis) => index * length + (place[axis] ?? 0), 0);
  }

  /** The parameters at a place. */
  paramsAt(place: readonly number[]): Record<string, ParamValue> {
    return Object.fromEntries(this.names.map((name, axis) => [name, this.#valueAt(axis, place)]));
  }

  /** Whether every constraint holds at a place. */
  allows(place: readonly number[]): boolean {
    const sideOf = (side: string | number) =>
      typeof side === 'number' ? side : this.#valueAt(this.names.indexOf(side), place);
    return this.#constraints.every(({ left, sign, right }) => holds(sideOf(left), sign, sideOf(right)));
  }

  /** Places that constraints leave. Looks at every one: of spaces beyond a million it says the size without them. */
  count(): { places: number; isExact: boolean } {
    const { size } = this;
    if (this.#constraints.length === 0) return { places: size, isExact: true };
    if (size > 1_000_000) return { places: size, isExact: false };
    let places = 0;
    for (let index = 0; index < size; index++) if (this.allows(this.placeOf(index))) places++;
    return { places, isExact: true };
  }

  #valueAt(axis: number, place: readonly number[]): ParamValue {
    return this.values[axis]?.[place[axis] ?? 0] as ParamValue;
  }
}

function holds(left: ParamValue, sign: Constraint['sign'], right: ParamValue): boolean {
  switch (sign) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '!=':
      return left !== right;
  }
}

function valuesOf(axis: Axis): readonly ParamValue[] {
  const values = axis.kind === 'values' ? axis.values : axis.kind === 'range' ? rangeOf(axis) : logarithmic(axis);
  if (values.length === 0) throw wrong(`The parameter ${axis.name} has no values to try.`);
  if (new Set(values).size < values.length) throw wrong(`The parameter ${axis.name} has a value twice.`);
  return values;
}

function rangeOf({ name, min, max, step }: Extract<Axis, { kind: 'range' }>): number[] {
  if (!(step > 0)) throw wrong(`The step of ${name} must be above 0.`);
  if (max < min) throw wrong(`The range of ${name} ends at ${max}, before it begins at ${min}.`);
  // A little more, so that 0.1 + 2 · 0.1 still reaches 0.3.
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  if (count > MOST_LEVELS) throw wrong(`The range of ${name} has ${count} values: at most ${MOST_LEVELS} are tried.`);
  return Array.from({ length: count }, (_, level) => Number((min + level * step).toPrecision(12)));
}

function logarithmic({ name, min, max, count, whole }: Extract<Axis, { kind: 'log' }>): number[] {
  if (!(min > 0 && max > min)) throw wrong(`The range of ${name} must begin above 0 and end above that.`);
  if (!(count >= 2 && count <= MOST_LEVELS)) throw wrong(`The range of ${name} takes 2 to ${MOST_LEVELS} values.`);
  const values = Array.from({ length: count }, (_, level) => {
    const value = min * (max / min) ** (level / (count - 1));
    return whole ? Math.round(value) : Number(value.toPrecision(12));
  });
  // Small whole numbers lie closer than a multiple.
  return [...new Set(values)];
}

function wrong(message: string): HindcastError {
  return new HindcastError({ kind: 'usage', code: 'usage.search-space', message });
}
