import { isoTime } from '#shared/domain/iso-time.ts';
import { ORDER_STATUSES, type OrderStatus, type RunWarning } from '#shared/domain/run-result.ts';
import type { Simulation } from './backtest.ts';

/** What a reader must know before believing the result. */
export function runWarnings(run: Simulation, closeOnlySymbols: readonly string[]): RunWarning[] {
  const warnings: RunWarning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  const rejected = countOrders(run, 'rejected');
  if (run.trades.symbol.length === 0 && run.thrown === null) warn('no-trades', whyNoTrades(run));
  else if (rejected > 0) {
    warn(
      'rejected-orders',
      `${plural(rejected, 'order')} of ${run.orders.bar.length} rejected: ${reasons(run, 'rejected')}.`,
    );
  }
  if (run.brokeBar >= 0) {
    const when = isoTime(run.time[run.brokeBar] as number);
    warn(
      'broke',
      `The account was broke on bar ${run.brokeBar} (${when}): everything was closed and the strategy stopped.`,
    );
  }
  if (run.ambiguousBars > 0) {
    warn(
      'ambiguous-bars',
      `Inside ${plural(run.ambiguousBars, 'bar')} the order of events can't be known from the bar alone; where both a stop-loss and a take-profit were touched the stop-loss is assumed.`,
    );
  }
  const { forced, exitFill } = run.trades;
  const open = exitFill.reduce((count, fill) => (fill < 0 ? count + 1 : count), 0);
  const closed = forced.reduce((sum, flag) => sum + flag, 0) - open;
  if (closed > 0) {
    warn('forced-close', `${plural(closed, 'trade')} still open at the end closed because the data ends.`);
  }
  if (open > 0) {
    warn('still-open', `${plural(open, 'trade')} still open at the end, listed at the last close without exit costs.`);
  }
  if (closeOnlySymbols.length > 0) {
    warn(
      'close-only',
      `${closeOnlySymbols.join(', ')}: one price a bar, so orders fill at the next bar's only price, and stops and limits see nothing in between.`,
    );
  }
  if (run.droppedLogLines > 0) {
    warn(
      'log-cut',
      `The log is cut: ${plural(run.droppedLogLines, 'line')} beyond the first ${run.log.length} not kept.`,
    );
  }
  return warnings;
}

function whyNoTrades(run: Simulation): string {
  const calls = run.time.length - run.firstTradableBar;
  const sent = run.orders.bar.length;
  if (calls <= 0) {
    return `No trades: the strategy's indicators have no value within the ${plural(run.time.length, 'bar')} of the data, so onBar was never called.`;
  }
  const seen = `No trades: onBar ran on ${plural(calls, 'bar')}`;
  if (sent === 0) return `${seen} and sent no order, so its entry condition was never true.`;
  const parts = (['rejected', 'cancelled', 'pending'] as const)
    .filter((status) => countOrders(run, status) > 0)
    .map((status) => {
      const why = reasons(run, status);
      return `${countOrders(run, status)} ${status === 'pending' ? 'still waiting at the end' : status}${why === '' ? '' : ` (${why})`}`;
    });
  return `${seen} and sent ${plural(sent, 'order')}, but none was filled: ${parts.join(', ')}.`;
}

function countOrders(run: Simulation, status: OrderStatus): number {
  const code = ORDER_STATUSES.indexOf(status);
  return run.orders.status.reduce((count, one) => (one === code ? count + 1 : count), 0);
}

/** The reasons of orders with this status, the most frequent first, three at most. */
function reasons(run: Simulation, status: OrderStatus): string {
  const code = ORDER_STATUSES.indexOf(status);
  const counts = new Map<string, number>();
  run.orders.status.forEach((one, row) => {
    const text = run.texts[run.orders.reason[row] ?? -1];
    if (one === code && text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  });
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([text]) => text)
    .join('; ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
