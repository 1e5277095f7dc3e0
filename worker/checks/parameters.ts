import type { Check } from './check.ts';
import { counted } from './quantities.ts';

const TOO_FEW = 10;
const FEW = 20;

/** Parameters against trades: with few trades for each, any past can be fitted. */
export const parameters: Check = {
  id: 'parameters',
  look({ trades, parameters: declared }) {
    const count = trades.pnl.length;
    const each = count / declared;
    if (count === 0 || each >= FEW) return null;
    return {
      weight: each < TOO_FEW ? 0.5 : 0.25,
      message: `${counted(declared, 'parameter')} and ${counted(count, 'trade')} leave ${counted(Math.floor(each), 'trade')} for each parameter: enough freedom to fit the past by chance.`,
      suggestion: 'Fix the parameters that matter least, or test on data that played no part in choosing them.',
    };
  },
};
