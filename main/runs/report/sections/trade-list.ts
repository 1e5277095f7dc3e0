import { EXIT_REASONS, type ExitReason, type RunResult } from '#shared/domain/run-result.ts';
import { count, priceFormat, quantity, signedMoney, signedPercent } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { runClock } from '../run-clock.ts';
import { caption, scrollable, section } from './section.ts';

/** More rows than this are cut in the middle: the report is for reading, the export for counting. */
const MOST_ROWS = 500;

const EXIT_WORDS: Record<ExitReason, string> = {
  signal: 'signal',
  'stop-loss': 'stop-loss',
  'trailing-stop': 'trailing stop',
  'margin-call': 'margin call',
  delisted: 'delisted',
  'take-profit': 'take-profit',
  reversal: 'reversal',
  'end-of-data': 'end of data',
  liquidation: 'liquidation',
};

/** Every round trip, or the first and last of them with the export named that has them all. */
export function tradeList(input: ReportInput): Html {
  const { result, currency } = input;
  const total = result.trades.qty.length;
  const title = 'Trades';
  if (total === 0) return section('trades', title, html`<p class="empty">There are no trades.</p>`);
  const isCut = total > MOST_ROWS;
  const half = MOST_ROWS / 2;
  const write = rowWriter(input);
  const rows = Array.from({ length: isCut ? half : total }, (_, row) => write(row));
  const rest = isCut ? Array.from({ length: half }, (_, k) => write(total - half + k)) : [];
  const severalSymbols = result.symbols.length > 1;
  const columns = severalSymbols ? 12 : 11;
  const gap = html`<tr class="gap"><td colspan="${columns}">${count(total - MOST_ROWS)} trades in between are left out</td></tr>`;
  const table = html`<table class="trades">
${caption('Round trips in the order of their exits; profit and return are net of all costs')}
<thead><tr>
<th scope="col" class="number">#</th>${severalSymbols ? html`<th scope="col">Symbol</th>` : null}<th scope="col">Side</th><th scope="col" class="number">Quantity</th>
<th scope="col">Entry (UTC)</th><th scope="col" class="number">Entry price</th><th scope="col">Exit (UTC)</th><th scope="col" class="number">Exit price</th>
<th scope="col" class="number">P&amp;L ${currency}</th><th scope="col" class="number">Return</th><th scope="col" class="number">Bars</th><th scope="col">Exit reason</th>
</tr></thead>
<tbody>${rows}${isCut ? gap : null}${rest}</tbody>
</table>`;
  return section(
    'trades',
    title,
    html`${scrollable('Trades', table, 'rows')}${isCut ? cutNote(input, total) : null}`,
    tally(result),
  );
}

function rowWriter({ result, manifest }: ReportInput): (row: number) => Html {
  const { trades, time, symbols } = result;
  const price = priceFormat(trades.entryPrice, trades.exitPrice);
  const clock = runClock(manifest);
  const at = (bar: number) => clock.label(time[bar] as number);
  return (row) => {
    const pnl = trades.pnl[row] as number;
    const tone = pnl > 0 ? 'up' : pnl < 0 ? 'down' : '';
    const [entryBar, exitBar] = [trades.entryBar[row] as number, trades.exitBar[row] as number];
    const reason = EXIT_WORDS[EXIT_REASONS[trades.exitReason[row] as number] ?? 'signal'];
    const symbol = symbols[trades.symbol[row] as number] as string;
    return html`<tr><td class="number dim">${row + 1}</td>${symbols.length > 1 ? html`<td>${symbol}</td>` : null}<td>${trades.direction[row] === 1 ? '↗ Long' : '↘ Short'}</td><td class="number">${quantity(trades.qty[row] as number)}</td><td>${at(entryBar)}</td><td class="number">${price(trades.entryPrice[row] as number)}</td><td>${at(exitBar)}</td><td class="number">${price(trades.exitPrice[row] as number)}</td><td class="number ${tone}">${signedMoney(pnl)}</td><td class="number ${tone}">${signedPercent(trades.returnFraction[row] as number)}</td><td class="number">${count(exitBar - entryBar)}</td><td>${reason}${trades.forced[row] === 1 ? html` <span class="tag tag-warn">forced</span>` : null}</td></tr>`;
  };
}

function tally({ trades }: RunResult): string {
  const won = trades.pnl.reduce((wins, pnl) => (pnl > 0 ? wins + 1 : wins), 0);
  const forced = trades.forced.reduce((sum, flag) => sum + flag, 0);
  const total = trades.pnl.length;
  return `${count(total)} in all · ${count(won)} won · ${count(total - won)} not${forced > 0 ? ` · ${count(forced)} closed because the data ends (forced)` : ''}`;
}

function cutNote({ run }: ReportInput, total: number): Html {
  const command = run.id === null ? 'hindcast run … --json FILE' : `hindcast runs export ${run.id}`;
  return html`<p class="note">The first and last ${MOST_ROWS / 2} of ${count(total)} trades are shown. All of them are in the run's JSON or CSV export: <code>${command}</code></p>`;
}
