import type { FillRule, OrderRole, Side } from './run-result.ts';

/** One fill with what is known about it. NaN = not set. */
export interface ExplainedFill {
  symbol: string;
  side: Side;
  qty: number;
  price: number;
  reference: number;
  spread: number;
  slippage: number;
  commission: number;
  rule: FillRule;
  ambiguous: boolean;
  /** What the order was for; null for a close that the engine itself made. */
  role: OrderRole | null;
  /** The order's levels. */
  limit: number;
  stop: number;
}

/**
 * Why a fill happened at its price, in one sentence:
 * `Bought 66 SP500 at 1469.25: market order, at the bar's open 1469.25; commission 48.49.`
 */
export function fillSentence(fill: ExplainedFill): string {
  const verb = fill.side === 'buy' ? 'Bought' : 'Sold';
  const costs = fill.commission === 0 ? '' : `; commission ${amount(fill.commission)}`;
  const doubt = fill.ambiguous ? '. The bar alone does not tell whether this came first' : '';
  return `${verb} ${amount(fill.qty)} ${fill.symbol} at ${amount(fill.price)}: ${cause(fill)}${derivation(fill)}${costs}${doubt}.`;
}

function cause(fill: ExplainedFill): string {
  const reference = amount(fill.reference);
  switch (fill.rule) {
    case 'market-open':
      return `${fill.role === 'exit' ? 'close' : 'market order'}, at the bar's open ${reference}`;
    case 'market-close':
      return `${fill.role === 'exit' ? 'close' : 'market order'}, at the bar's close ${reference}`;
    case 'limit-touch':
      return `the price reached the ${name(fill, 'limit')} ${amount(fill.limit)}`;
    case 'limit-gap':
      return `the bar opened at ${reference}, better than the ${name(fill, 'limit')} ${amount(fill.limit)}`;
    case 'stop-touch':
      return `the price reached the ${name(fill, 'stop')} ${amount(fill.stop)}`;
    case 'stop-gap':
      return `the bar opened at ${reference}, beyond the ${name(fill, 'stop')} ${amount(fill.stop)}`;
    case 'limit-jump':
      return `inside the bar the price jumped to ${reference}, better than the ${name(fill, 'limit')} ${amount(fill.limit)}`;
    case 'stop-jump':
      return `inside the bar the price jumped to ${reference}, beyond the ${name(fill, 'stop')} ${amount(fill.stop)}`;
    case 'end-of-data':
      return `the run ends, closed at the last close ${reference}`;
    case 'margin-call':
      return `equity fell below the maintenance margin, closed at the bar's close ${reference}`;
    case 'delisted':
      return `the symbol is no longer traded, closed at its last close ${reference}`;
    case 'liquidation':
      return `equity was gone, closed at the bar's close ${reference}`;
  }
}

function name(fill: ExplainedFill, order: 'limit' | 'stop'): string {
  if (fill.role === 'trailing-stop') return 'trailing stop';
  return fill.role === 'stop-loss' || fill.role === 'take-profit' ? fill.role : order;
}

function derivation({ side, spread, slippage }: ExplainedFill): string {
  const parts = [
    ...(spread === 0 ? [] : [`half spread ${amount(spread)}`]),
    ...(slippage === 0 ? [] : [`slippage ${amount(slippage)}`]),
  ];
  return parts.length === 0 ? '' : `, ${side === 'buy' ? 'plus' : 'minus'} ${parts.join(' and ')}`;
}

/** Up to six decimals, without trailing zeros. */
function amount(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
