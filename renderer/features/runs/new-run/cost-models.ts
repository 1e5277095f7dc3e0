import type { CommissionSpec, CostsSpec, SlippageSpec, SpreadSpec } from '#shared/domain/costs.ts';

/** A way to charge that has at most one number to it. */
export interface CostModel<Spec> {
  id: string;
  label: string;
  /** What the number is; null for a model without one. */
  unit: string | null;
  /** Where the number begins when the model is chosen, and its steps. */
  usual: number;
  step: number;
  spec: (amount: number) => Spec;
}

/** As a person types it: 0.05 for 0.05 %. */
const fraction = (percent: number) => Number((percent / 100).toPrecision(12));
const percent = (value: number) => Number((value * 100).toPrecision(12));

const NONE = { id: 'none', label: 'None', unit: null, usual: 0, step: 1, spec: () => ({ model: 'none' as const }) };

export const COMMISSIONS: readonly CostModel<CommissionSpec>[] = [
  NONE,
  {
    id: 'percent',
    label: 'Of the value',
    unit: '%',
    usual: 0.05,
    step: 0.01,
    spec: (amount) => ({ model: 'percent', fraction: fraction(amount) }),
  },
  {
    id: 'fixed',
    label: 'A fill',
    unit: 'money',
    usual: 1,
    step: 0.1,
    spec: (amount) => ({ model: 'fixed', amount }),
  },
  {
    id: 'per-share',
    label: 'A unit',
    unit: 'money',
    usual: 0.005,
    step: 0.001,
    spec: (amount) => ({ model: 'per-share', perUnit: amount }),
  },
];

export const SPREADS: readonly CostModel<SpreadSpec>[] = [
  NONE,
  {
    id: 'percent',
    label: 'Of the price',
    unit: '%',
    usual: 0.02,
    step: 0.01,
    spec: (amount) => ({ model: 'percent', fraction: fraction(amount) }),
  },
  {
    id: 'fixed',
    label: 'Price points',
    unit: 'points',
    usual: 0.01,
    step: 0.01,
    spec: (amount) => ({ model: 'fixed', points: amount }),
  },
];

export const SLIPPAGES: readonly CostModel<SlippageSpec>[] = [
  NONE,
  {
    id: 'percent',
    label: 'Of the price',
    unit: '%',
    usual: 0.01,
    step: 0.01,
    spec: (amount) => ({ model: 'percent', fraction: fraction(amount) }),
  },
  {
    id: 'ticks',
    label: 'Ticks',
    unit: 'ticks',
    usual: 1,
    step: 1,
    spec: (amount) => ({ model: 'ticks', ticks: amount }),
  },
  {
    id: 'volatility',
    label: 'Of a bar’s usual range',
    unit: '%',
    usual: 5,
    step: 1,
    spec: (amount) => ({ model: 'volatility', fraction: fraction(amount) }),
  },
];

/** A choice of a model and its number, as it stands in a form; null while the field is empty. */
export interface CostChoice {
  model: string;
  amount: number | null;
}

export interface CostsChoice {
  commission: CostChoice;
  spread: CostChoice;
  slippage: CostChoice;
}

const NOTHING: CostChoice = { model: 'none', amount: 0 };

export interface CostPreset {
  id: string;
  label: string;
  detail: string;
  costs: CostsChoice;
}

export const COST_PRESETS: readonly CostPreset[] = [
  {
    id: 'none',
    label: 'No costs',
    detail: 'too good to be true',
    costs: { commission: NOTHING, spread: NOTHING, slippage: NOTHING },
  },
  {
    id: 'shares',
    label: 'Shares and funds',
    detail: '0.05 %, spread 0.02 %',
    costs: {
      commission: { model: 'percent', amount: 0.05 },
      spread: { model: 'percent', amount: 0.02 },
      slippage: { model: 'percent', amount: 0.01 },
    },
  },
  {
    id: 'per-share',
    label: 'Shares, by the piece',
    detail: '0.005 a share',
    costs: {
      commission: { model: 'per-share', amount: 0.005 },
      spread: { model: 'percent', amount: 0.02 },
      slippage: { model: 'percent', amount: 0.01 },
    },
  },
  {
    id: 'crypto',
    label: 'Crypto exchange',
    detail: '0.1 %, spread 0.02 %',
    costs: {
      commission: { model: 'percent', amount: 0.1 },
      spread: { model: 'percent', amount: 0.02 },
      slippage: { model: 'percent', amount: 0.02 },
    },
  },
  {
    id: 'currencies',
    label: 'Currencies',
    detail: 'spread 0.01 %',
    costs: {
      commission: NOTHING,
      spread: { model: 'percent', amount: 0.01 },
      slippage: { model: 'volatility', amount: 5 },
    },
  },
];

/** The preset that a choice is; null for one of one's own. */
export function presetOf(costs: CostsChoice): CostPreset | null {
  return COST_PRESETS.find((preset) => isSame(preset.costs, costs)) ?? null;
}

function isSame(a: CostsChoice, b: CostsChoice): boolean {
  return (['commission', 'spread', 'slippage'] as const).every(
    (part) => a[part].model === b[part].model && (a[part].amount === b[part].amount || a[part].model === 'none'),
  );
}

/** The costs that a choice stands for. */
export function costsSpec({ commission, spread, slippage }: CostsChoice): CostsSpec {
  return {
    commission: specOf(COMMISSIONS, commission, { model: 'none' }),
    spread: specOf(SPREADS, spread, { model: 'none' }),
    slippage: specOf(SLIPPAGES, slippage, { model: 'none' }),
  };
}

function specOf<Spec>(models: readonly CostModel<Spec>[], { model, amount }: CostChoice, none: Spec): Spec {
  return models.find(({ id }) => id === model)?.spec(amount ?? 0) ?? none;
}

/** What a cost is, in the words of the form; null for models that the form doesn't have. */
export function choiceOf(spec: CommissionSpec | SpreadSpec | SlippageSpec): CostChoice | null {
  switch (spec.model) {
    case 'none':
      return NOTHING;
    case 'percent':
    case 'volatility':
      return { model: spec.model, amount: percent(spec.fraction) };
    case 'fixed':
      return { model: 'fixed', amount: 'points' in spec ? spec.points : spec.amount };
    case 'per-share':
      return spec.minimum === undefined && spec.maximumFraction === undefined
        ? { model: 'per-share', amount: spec.perUnit }
        : null;
    case 'ticks':
      return { model: 'ticks', amount: spec.ticks };
    default:
      return null;
  }
}
