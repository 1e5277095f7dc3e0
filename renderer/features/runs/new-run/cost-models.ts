import type { z } from 'zod';
import {
  type CommissionSpec,
  type CostsSpec,
  commissionSchema,
  type SlippageSpec,
  type SpreadSpec,
  slippageSchema,
  spreadSchema,
} from '#shared/domain/costs.ts';

/** A number that a way to charge has to it. */
export interface CostField {
  label: string;
  unit: string;
  /** Where it begins when the model is chosen; null: empty, which means that it doesn't count. */
  usual: number | null;
  step: number;
  isOptional?: true;
}

/** A way to charge. */
export interface CostModel<Spec> {
  id: string;
  label: string;
  /** Its numbers, as a person types them: 0.05 for 0.05 %. */
  fields: readonly CostField[];
  /** What it is with these numbers, in the order of the fields; null where a field is empty. */
  spec: (amounts: readonly (number | null)[]) => Spec;
}

const fraction = (percent: number | null | undefined) => Number(((percent ?? 0) / 100).toPrecision(12));
const given = <K extends string>(name: K, value: number | null | undefined) =>
  (typeof value === 'number' ? { [name]: value } : {}) as Partial<Record<K, number>>;
const givenFraction = <K extends string>(name: K, percent: number | null | undefined) =>
  given(name, typeof percent === 'number' ? fraction(percent) : null);

const percent = (label: string, usual: number | null, step = 0.01): CostField => ({ label, unit: '%', usual, step });
const money = (label: string, usual: number | null, step: number): CostField => ({ label, unit: 'money', usual, step });
const optional = (field: CostField): CostField => ({ ...field, isOptional: true });

const NONE = { id: 'none', label: 'None', fields: [], spec: () => ({ model: 'none' as const }) };

export const COMMISSIONS: readonly CostModel<CommissionSpec>[] = [
  NONE,
  {
    id: 'percent',
    label: 'Of the value',
    fields: [percent('Of the value', 0.05)],
    spec: ([share]) => ({ model: 'percent', fraction: fraction(share) }),
  },
  {
    id: 'fixed',
    label: 'A fill',
    fields: [money('A fill', 1, 0.1)],
    spec: ([amount]) => ({ model: 'fixed', amount: amount ?? 0 }),
  },
  {
    id: 'per-share',
    label: 'A unit',
    fields: [
      money('A unit', 0.005, 0.001),
      optional(money('At least', null, 0.1)),
      optional(percent('At most', null, 0.1)),
    ],
    spec: ([perUnit, minimum, most]) => ({
      model: 'per-share',
      perUnit: perUnit ?? 0,
      ...given('minimum', minimum),
      ...givenFraction('maximumFraction', most),
    }),
  },
  {
    id: 'fixed-plus-percent',
    label: 'A fill, and of the value',
    fields: [money('A fill', 1, 0.1), percent('Of the value', 0.05)],
    spec: ([amount, share]) => ({ model: 'fixed-plus-percent', amount: amount ?? 0, fraction: fraction(share) }),
  },
  {
    id: 'maker-taker',
    label: 'Maker and taker',
    fields: [percent('Maker; below 0 is paid out', 0.02), percent('Taker', 0.05)],
    spec: ([maker, taker]) => ({ model: 'maker-taker', maker: fraction(maker), taker: fraction(taker) }),
  },
  {
    id: 'tiered',
    label: 'Tiers of a fill’s value',
    fields: [
      percent('First tier', 0.2),
      money('Up to', 10_000, 1_000),
      percent('All above', 0.1),
      optional(money('At least', null, 0.1)),
      optional(money('At most', null, 1)),
    ],
    spec: ([first, upTo, rest, minimum, maximum]) => ({
      model: 'tiered',
      tiers: [
        { upTo: upTo ?? 0, fraction: fraction(first) },
        { upTo: null, fraction: fraction(rest) },
      ],
      ...given('minimum', minimum),
      ...given('maximum', maximum),
    }),
  },
];

export const SPREADS: readonly CostModel<SpreadSpec>[] = [
  NONE,
  {
    id: 'percent',
    label: 'Of the price',
    fields: [percent('Of the price', 0.02)],
    spec: ([share]) => ({ model: 'percent', fraction: fraction(share) }),
  },
  {
    id: 'fixed',
    label: 'Price points',
    fields: [{ label: 'Price points', unit: 'points', usual: 0.01, step: 0.01 }],
    spec: ([points]) => ({ model: 'fixed', points: points ?? 0 }),
  },
];

export const SLIPPAGES: readonly CostModel<SlippageSpec>[] = [
  NONE,
  {
    id: 'percent',
    label: 'Of the price',
    fields: [percent('Of the price', 0.01)],
    spec: ([share]) => ({ model: 'percent', fraction: fraction(share) }),
  },
  {
    id: 'ticks',
    label: 'Ticks',
    fields: [{ label: 'Ticks', unit: 'ticks', usual: 1, step: 1 }],
    spec: ([ticks]) => ({ model: 'ticks', ticks: ticks ?? 0 }),
  },
  {
    id: 'volatility',
    label: 'Of a bar’s usual range',
    fields: [percent('Of a bar’s usual range', 5, 1)],
    spec: ([share]) => ({ model: 'volatility', fraction: fraction(share) }),
  },
  {
    id: 'volume-share',
    label: 'By the share of the volume',
    fields: [percent('Of the price, for all the volume', 10, 1), optional(percent('Counted up to', null, 1))],
    spec: ([impact, limit]) => ({
      model: 'volume-share',
      priceImpact: fraction(impact),
      ...givenFraction('volumeLimit', limit),
    }),
  },
];

/** A choice of a model and its numbers, as they stand in a form; null while a field is empty. */
export interface CostChoice {
  model: string;
  amounts: readonly (number | null)[];
}

export interface CostsChoice {
  commission: CostChoice;
  spread: CostChoice;
  slippage: CostChoice;
}

export const NO_COST: CostChoice = { model: 'none', amounts: [] };

/** The costs that a choice stands for. */
export function costsSpec({ commission, spread, slippage }: CostsChoice): CostsSpec {
  return {
    commission: modelOf(COMMISSIONS, commission).spec(commission.amounts),
    spread: modelOf(SPREADS, spread).spec(spread.amounts),
    slippage: modelOf(SLIPPAGES, slippage).spec(slippage.amounts),
  };
}

/** What is wrong with each part of a choice, in the words of the contract; nothing where it can be asked for. */
export function costProblems(costs: CostsChoice): Partial<Record<keyof CostsChoice, string>> {
  const found = {
    commission: problemOf(COMMISSIONS, commissionSchema, costs.commission),
    spread: problemOf(SPREADS, spreadSchema, costs.spread),
    slippage: problemOf(SLIPPAGES, slippageSchema, costs.slippage),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null));
}

function problemOf<Spec>(models: readonly CostModel<Spec>[], schema: z.ZodType, choice: CostChoice): string | null {
  const model = modelOf(models, choice);
  if (model.fields.some(({ isOptional }, place) => !isOptional && typeof choice.amounts[place] !== 'number')) {
    return 'How much?';
  }
  const message = schema.safeParse(model.spec(choice.amounts)).error?.issues[0]?.message;
  return message === undefined ? null : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** A model that is no more counts as the first one, which charges nothing. */
function modelOf<Spec>(models: readonly CostModel<Spec>[], { model }: CostChoice): CostModel<Spec> {
  const found = models.find(({ id }) => id === model) ?? models[0];
  if (found === undefined) throw new TypeError('there is no way to charge');
  return found;
}
