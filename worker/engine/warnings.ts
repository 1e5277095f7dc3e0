import type { AccountSpec } from '#shared/domain/account.ts';
import type { Funnel } from '#shared/domain/funnel.ts';
import { isoTime } from '#shared/domain/iso-time.ts';
import { ORDER_STATUSES, type RunWarning } from '#shared/domain/run-result.ts';
import { funnelSteps } from '../funnel/funnel-steps.ts';
import type { Simulation } from './backtest.ts';

const REJECTED = ORDER_STATUSES.indexOf('rejected');

/**
 * What a reader must know before believing the result.
 * @param funnel why there were no trades; null when there were some
 */
export function runWarnings(
  run: Simulation,
  funnel: Funnel | null,
  closeOnlySymbols: readonly string[],
  { timing }: Pick<AccountSpec, 'timing'>,
): RunWarning[] {
  const warnings: RunWarning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  const rejected = run.orders.status.reduce((count, status) => (status === REJECTED ? count + 1 : count), 0);
  if (funnel !== null) warn('no-trades', `No trades. ${inShort(funnel)}`);
  else if (rejected > 0) {
    warn('rejected-orders', `${plural(rejected, 'order')} of ${run.orders.bar.length} rejected: ${reasons(run)}.`);
  }
  if (run.brokeBar >= 0) {
    const when = isoTime(run.time[run.brokeBar] as number);
    warn(
      'broke',
      `The account was broke on bar ${run.brokeBar + 1} (${when}): everything was closed and the strategy stopped.`,
    );
  }
  if (run.ambiguousBars > 0) {
    warn(
      'ambiguous-bars',
      `Inside ${plural(run.ambiguousBars, 'bar')} the order of events can't be known from the bar alone; where both a stop-loss and a take-profit were touched the stop-loss is assumed.`,
    );
  }
  if (run.finerMismatches > 0) {
    warn(
      'finer-mismatch',
      `${plural(run.finerMismatches, 'bar')} could not be looked into, because the shorter bars have another high or low: the usual way through a bar is assumed there.`,
    );
  }
  if (timing === 'close') {
    warn(
      'optimistic-timing',
      'Optimistic: market orders fill at the close of the bar that sends them, a price that is known only when it is too late to trade at it.',
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

/** Without the conditions, of which there may be many. */
function inShort(funnel: Funnel): string {
  return funnelSteps({ ...funnel, conditions: [] })
    .map(({ sentence }) => sentence)
    .join(' ');
}

/** Why orders were rejected, the most frequent reason first, three at most. */
function reasons(run: Simulation): string {
  const counts = new Map<string, number>();
  run.orders.status.forEach((one, row) => {
    const text = run.texts[run.orders.reason[row] ?? -1];
    if (one === REJECTED && text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
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
