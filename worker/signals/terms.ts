import type { AccountSpec } from '#shared/domain/account.ts';
import type { CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { SemanticsId } from '#shared/domain/manifest.ts';
import type { Money } from '#shared/domain/units.ts';
import { type CommissionModel, commissionModel } from '../engine/costs/commission.ts';
import type { MarketConditions } from '../engine/costs/market-conditions.ts';
import { type PriceToTake, priceToTake } from '../engine/costs/price-to-take.ts';

/** What the kernel trades on: one instrument, a plain account, costs that follow from price and quantity alone. */
export interface TradeTerms {
  instrument: Instrument;
  cash: Money;
  commission: CommissionModel;
  priceToTake: PriceToTake;
  conditions: MarketConditions;
}

export function tradeTerms(instrument: Instrument, cash: Money, costs: CostsSpec): TradeTerms {
  return {
    instrument,
    cash,
    commission: commissionModel(costs.commission),
    priceToTake: priceToTake(costs),
    conditions: {
      tickSize: instrument.tickSize,
      volume: Number.NaN,
      volatility: Number.NaN,
      quotedSpread: Number.NaN,
    },
  };
}

/** Whether a run is of the plain kind that the kernel makes; any other needs the event engine. */
export function isPlain(run: {
  series: readonly unknown[];
  semantics: SemanticsId;
  account: AccountSpec;
  costs: CostsSpec;
}): boolean {
  const { spread, slippage } = run.costs;
  const { leverage, maintenanceMargin, borrowRate, cashRate, debitRate, ...account } = run.account;
  return (
    run.series.length === 1 &&
    run.semantics === 'hindcast-1' &&
    spread.model !== 'series' &&
    slippage.model !== 'volume-share' &&
    slippage.model !== 'volatility' &&
    leverage === 1 &&
    maintenanceMargin === 0 &&
    borrowRate === 0 &&
    cashRate === 0 &&
    debitRate === 0 &&
    account.participation === null &&
    account.timing === 'open' &&
    account.closeAtEnd !== false &&
    !account.reduceToFit &&
    !account.hedging
  );
}
