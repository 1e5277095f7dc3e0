import type { Slippage } from '../slippage.ts';

/**
 * A number of the instrument's price steps; it need not be whole.
 *
 *   slippage = ticks · tickSize
 */
export function tickSlippage(ticks: number): Slippage {
  return (_reference, _qty, { tickSize }) => ticks * tickSize;
}
