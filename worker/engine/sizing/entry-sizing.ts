import type { AccountSpec } from '#shared/domain/account.ts';
import type { CommissionModel } from '../costs/commission.ts';
import type { Quote } from '../deal.ts';
import type { Order } from '../order.ts';
import type { Holding, Portfolio } from '../portfolio.ts';
import type { Semantics } from '../semantics/semantics.ts';
import { sizeAtSignal } from './at-signal.ts';
import { sizeByEquity } from './by-equity.ts';
import { sizeByFreeCash } from './by-free-cash.ts';
import { sizeByFreeMargin } from './by-free-margin.ts';

/** Units that an entry trades at a price, floored to whole lots; 0 where there is nothing to trade. */
export type EntrySizing = (
  order: Order,
  holding: Holding,
  quote: Quote,
  commission: CommissionModel,
  isMaker: boolean,
) => number;

/** How sizes become units under some semantics, chosen once for a run. */
export function entrySizing({ sizing }: Semantics, portfolio: Portfolio, { leverage }: AccountSpec): EntrySizing {
  switch (sizing) {
    case 'equity-at-fill':
      return sizeByEquity(portfolio);
    case 'equity-at-signal':
      return sizeAtSignal(portfolio);
    case 'free-margin':
      return sizeByFreeMargin(portfolio, leverage);
    case 'free-cash':
      return sizeByFreeCash(portfolio);
  }
}
