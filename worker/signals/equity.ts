import type { Money } from '#shared/domain/units.ts';
import type { TradeList } from './trades.ts';

/**
 * Equity at the close of every bar, from the trades alone: cash between them, cash and the position during them.
 * @param equity is filled up to its end
 */
export function fillEquity(
  equity: Float64Array,
  close: Float64Array,
  multiplier: number,
  cash: Money,
  { rows, count }: TradeList,
): void {
  const { direction, qty, entryBar, exitBar, cashHeld, cashAfter } = rows;
  let bar = 0;
  let idle = cash;
  for (let row = 0; row < count; row++) {
    const entry = entryBar[row] as number;
    for (; bar < entry; bar++) equity[bar] = idle;
    const held = cashHeld[row] as number;
    const units = (direction[row] as number) * (qty[row] as number);
    const exit = exitBar[row] as number;
    for (; bar < exit; bar++) equity[bar] = held + units * (close[bar] as number) * multiplier;
    idle = cashAfter[row] as number;
  }
  equity.fill(idle, bar);
}
