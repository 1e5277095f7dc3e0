import { ambiguousFills } from './ambiguous-fills.ts';
import { bestTrade } from './best-trade.ts';
import { bestYear } from './best-year.ts';
import type { Check } from './check.ts';
import { costs } from './costs.ts';
import { dataGaps } from './data-gaps.ts';
import { exposure } from './exposure.ts';
import { fewTrades } from './few-trades.ts';
import { forcedCloses } from './forced-closes.ts';
import { optimisticTiming } from './optimistic-timing.ts';
import { parameters } from './parameters.ts';
import { shortHistory } from './short-history.ts';
import { staleFills } from './stale-fills.ts';

/** Every check, in the order of `CHECK_IDS`. */
export const CHECKS: readonly Check[] = [
  fewTrades,
  bestTrade,
  forcedCloses,
  bestYear,
  costs,
  optimisticTiming,
  ambiguousFills,
  staleFills,
  dataGaps,
  exposure,
  parameters,
  shortHistory,
];
