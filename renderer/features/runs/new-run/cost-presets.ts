import { type CostChoice, type CostsChoice, NO_COST } from './cost-models.ts';

export interface CostPreset {
  id: string;
  label: string;
  detail: string;
  costs: CostsChoice;
}

const percent = (share: number): CostChoice => ({ model: 'percent', amounts: [share] });

export const SHARES: CostPreset = {
  id: 'shares',
  label: 'Shares and funds',
  detail: '0.05 %, spread 0.02 %',
  costs: { commission: percent(0.05), spread: percent(0.02), slippage: percent(0.01) },
};

export const COST_PRESETS: readonly CostPreset[] = [
  {
    id: 'none',
    label: 'No costs',
    detail: 'too good to be true',
    costs: { commission: NO_COST, spread: NO_COST, slippage: NO_COST },
  },
  SHARES,
  {
    id: 'per-share',
    label: 'Shares, by the piece',
    detail: '0.005 a share',
    costs: {
      commission: { model: 'per-share', amounts: [0.005, null, null] },
      spread: percent(0.02),
      slippage: percent(0.01),
    },
  },
  {
    id: 'crypto',
    label: 'Crypto exchange',
    detail: '0.1 %, spread 0.02 %',
    costs: { commission: percent(0.1), spread: percent(0.02), slippage: percent(0.02) },
  },
  {
    id: 'currencies',
    label: 'Currencies',
    detail: 'spread 0.01 %',
    costs: { commission: NO_COST, spread: percent(0.01), slippage: { model: 'volatility', amounts: [5] } },
  },
];

/** The preset that a choice is; null for one of one's own. */
export function presetOf(costs: CostsChoice): CostPreset | null {
  return COST_PRESETS.find((preset) => isSame(preset.costs, costs)) ?? null;
}

function isSame(a: CostsChoice, b: CostsChoice): boolean {
  return (['commission', 'spread', 'slippage'] as const).every(
    (part) => a[part].model === b[part].model && a[part].amounts.every((amount, i) => amount === b[part].amounts[i]),
  );
}
