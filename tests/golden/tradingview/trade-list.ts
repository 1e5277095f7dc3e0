import { existsSync, readFileSync } from 'node:fs';
import { isoTime } from '#shared/domain/iso-time.ts';

/** TradingView's own lists of trades with the bars they were made on; they lie beside the repository. */
const GOLDEN = new URL('../../../../shared/golden/tradingview/', import.meta.url);
export const HAS_GOLDEN = existsSync(GOLDEN);

/** What both sides must agree on to the last digit. Times are the openings of the bars, UTC. */
export interface ListedTrade {
  direction: 'long' | 'short';
  entry: string;
  entryPrice: number;
  /** The entry's comment, or its name. */
  entrySignal: string;
  exit: string;
  exitPrice: number;
  exitSignal: string;
  qty: number;
}

/** What is shown rounded to cents of the account's currency. */
export interface ListedMoney {
  pnl: number;
  /** Best and worst open profit. */
  favourable: number;
  adverse: number;
  /** Profit of all trades so far. */
  cumulative: number;
}

export interface TradeList {
  trades: ListedTrade[];
  money: ListedMoney[];
}

/** The cells of a file without its heading. Headings differ between exports: columns are known by their place. */
export function readRows(name: string): string[][] {
  const lines = readFileSync(new URL(name, GOLDEN), 'utf8').trim().split(/\r?\n/);
  return lines.slice(1).map((line) => line.split(','));
}

/** The list of a probe: two rows a trade, the exit first; an exit called `Open` is the last close of the chart. */
export function readTradeList(probe: string): TradeList {
  const rows = readRows(`${probe}.csv`);
  const list: TradeList = { trades: [], money: [] };
  for (let row = 0; row + 1 < rows.length; row += 2) {
    const [, type, exitTime, exitSignal = '', exitPrice, qty, , pnl, , favourable, , adverse, , cumulative] = rows[
      row
    ] as string[];
    const [, , entryTime, entrySignal = '', entryPrice] = rows[row + 1] as string[];
    list.trades.push({
      direction: type === 'Exit long' ? 'long' : 'short',
      entry: utc(entryTime),
      entryPrice: Number(entryPrice),
      entrySignal,
      exit: utc(exitTime),
      exitPrice: Number(exitPrice),
      exitSignal,
      qty: Number(qty),
    });
    list.money.push({
      pnl: Number(pnl),
      favourable: Number(favourable),
      adverse: Number(adverse),
      cumulative: Number(cumulative),
    });
  }
  return list;
}

/** Times are listed as eight hours ahead of UTC. */
function utc(time: string | undefined): string {
  return isoTime(Date.parse(`${time?.replace(' ', 'T')}:00+08:00`));
}
