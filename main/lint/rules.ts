import { clockOrRandomness } from './clock-or-randomness.ts';
import { forwardIndex } from './forward-index.ts';
import { mutableModuleState } from './mutable-module-state.ts';
import { orderWithoutExit } from './order-without-exit.ts';
import type { Rule } from './rule.ts';
import { stateBeforeWarmUp } from './state-before-warm-up.ts';
import { unconfirmedHigherTimeframe } from './unconfirmed-higher-timeframe.ts';
import { unusedParameter } from './unused-parameter.ts';
import { wholeSeriesAggregate } from './whole-series-aggregate.ts';

/** All rules, those first that spoil results most. */
export const RULES: readonly Rule[] = [
  forwardIndex,
  wholeSeriesAggregate,
  unconfirmedHigherTimeframe,
  clockOrRandomness,
  stateBeforeWarmUp,
  mutableModuleState,
  orderWithoutExit,
  unusedParameter,
];
