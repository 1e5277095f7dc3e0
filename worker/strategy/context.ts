import type { CurrentBar, Market } from '#shared/strategy-api/market.ts';
import type { Account, Orders, Position } from '#shared/strategy-api/orders.ts';
import type { ParamDeclarations, ParamValues } from '#shared/strategy-api/params.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { LatestBar, type RunMarket } from './market.ts';
import { StrategyOrders } from './orders.ts';
import { RunAccount, RunPosition } from './position.ts';
import type { Session } from './session.ts';

const LONGEST_LINE = 1_000;

/** The object that `onBar` receives: one for the whole run, its parts read the current bar. */
export function barContext(
  session: Session,
  data: RunMarket,
  params: ParamValues<ParamDeclarations>,
  state: unknown,
): BarContext<ParamDeclarations, unknown> {
  const bar: CurrentBar = new LatestBar(session.market);
  const market: Market = data;
  const order: Orders = new StrategyOrders(session);
  const position: Position = new RunPosition(session);
  const account: Account = new RunAccount(session);
  const log = Object.freeze((...parts: readonly unknown[]) => {
    session.log(parts.map(asText).join(' ').slice(0, LONGEST_LINE));
  });
  return Object.freeze({ bar, data: market, params, order, position, account, state, log });
}

function asText(part: unknown): string {
  if (typeof part !== 'object' || part === null) return String(part);
  return JSON.stringify(part) ?? String(part);
}
