import type { CommissionSpec, CommissionTier } from '#shared/domain/costs.ts';
import type { Fraction, Money } from '#shared/domain/units.ts';
import type { CommissionModel } from '../commission.ts';

type TieredSpec = Extract<CommissionSpec, { model: 'tiered' }>;

/** A tier of the traded value: where it begins, and what everything below it is charged. */
interface Bracket {
  from: Money;
  chargeBelow: Money;
  fraction: Fraction;
}

/**
 * Tiers of the traded value, each charged at its own fraction, between a minimum and a maximum.
 *
 *   charge = min(maximum, max(minimum, Σ fractionᵢ · (the part of qty · price · multiplier inside tier i)))
 *
 * The tiers are those of one fill, and marginal: a larger fill never costs less. Brokers that count the value of a
 * month, or charge all of a fill at the tier it reaches, come out different.
 * Source: Interactive Brokers, US bonds: 0.1 % of the first 10,000, 0.025 % of the rest, at least 1.00, at most 250.
 */
export function tieredCommission({
  tiers,
  minimum = 0,
  maximum = Number.POSITIVE_INFINITY,
}: TieredSpec): CommissionModel {
  const brackets = bracketsOf(tiers);

  function bracketCharge(value: Money): Money {
    let i = brackets.length - 1;
    while (i > 0 && value <= (brackets[i] as Bracket).from) i--;
    const { from, chargeBelow, fraction } = brackets[i] as Bracket;
    return chargeBelow + (value - from) * fraction;
  }

  /** The value that costs exactly the budget, its charge by the brackets included. */
  function affordableValue(budget: Money): Money {
    let i = brackets.length - 1;
    while (i > 0 && budget <= costBelow(brackets[i] as Bracket)) i--;
    const bracket = brackets[i] as Bracket;
    return bracket.from + (budget - costBelow(bracket)) / (1 + bracket.fraction);
  }

  return {
    charge: (qty, price, multiplier) => Math.min(maximum, Math.max(minimum, bracketCharge(qty * price * multiplier))),
    // A fill is within the budget when it is at the maximum, or both at the minimum and by the brackets.
    affordableUnits: (budget, price, multiplier) =>
      Math.max(0, budget - maximum, Math.min(budget - minimum, affordableValue(budget))) / (price * multiplier),
  };
}

/** What all the value below a tier costs, its charge included. */
function costBelow({ from, chargeBelow }: Bracket): Money {
  return from + chargeBelow;
}

function bracketsOf(tiers: readonly CommissionTier[]): Bracket[] {
  let from = 0;
  let chargeBelow = 0;
  return tiers.map(({ upTo, fraction }) => {
    const bracket = { from, chargeBelow, fraction };
    if (upTo !== null) {
      chargeBelow += (upTo - from) * fraction;
      from = upTo;
    }
    return bracket;
  });
}
