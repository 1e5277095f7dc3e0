import type { Condition } from '#shared/strategy-api/signals.ts';
import { sealForStrategies } from '../../strategy/expose.ts';
import type { Expression } from './expression.ts';

/** Parts that one condition may be combined of: as many as nobody writes by hand. */
const MOST_PARTS = 1_000;

let readExpression: (condition: StrategyCondition) => Expression;
let isOurs: (value: object) => value is StrategyCondition;

/** A condition as a strategy holds it: it can be combined, and neither read nor changed. */
export class StrategyCondition implements Condition {
  readonly #expression: Expression;
  readonly #parts: number;

  static {
    readExpression = (condition) => condition.#expression;
    isOurs = (value): value is StrategyCondition => #expression in value;
  }

  constructor(expression: Expression, parts = 1) {
    if (parts > MOST_PARTS) throw new RangeError(`A condition has at most ${MOST_PARTS} parts.`);
    this.#expression = expression;
    this.#parts = parts;
    Object.freeze(this);
  }

  and(other: Condition): Condition {
    return this.#with('and', other);
  }

  or(other: Condition): Condition {
    return this.#with('or', other);
  }

  not(): Condition {
    return new StrategyCondition({ kind: 'not', of: this.#expression }, this.#parts + 1);
  }

  #with(kind: 'and' | 'or', other: unknown): StrategyCondition {
    if (!isCondition(other)) throw new TypeError(`condition.${kind}: the other one is a condition too, made by when.`);
    const pair = { kind, left: this.#expression, right: other.#expression };
    return new StrategyCondition(pair, this.#parts + other.#parts + 1);
  }
}
sealForStrategies([StrategyCondition]);

/** What a condition says, for the engine; the caller must not let it out. */
export function expressionOf(condition: StrategyCondition): Expression {
  return readExpression(condition);
}

/** True for a condition that `when` made, whatever else a strategy hands over. */
export function isCondition(value: unknown): value is StrategyCondition {
  return typeof value === 'object' && value !== null && isOurs(value);
}
