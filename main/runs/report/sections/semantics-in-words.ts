import type { SemanticsId } from '#shared/domain/manifest.ts';

/** One rule of how orders fill: what it is about, and what it says. */
export interface FillRuleInWords {
  about: string;
  rule: string;
}

/** Every rule that a result depends on, so that a reader can judge whether the market would have played along. */
export const SEMANTICS_IN_WORDS: Record<SemanticsId, readonly FillRuleInWords[]> = {
  'hindcast-1': [
    {
      about: 'Timing',
      rule: 'The strategy sees a bar only after its close. An order sent on one bar can fill from the next bar on, never on the bar that caused it.',
    },
    {
      about: 'Market orders',
      rule: 'Fill at the next bar’s open, made worse by half the spread and the slippage.',
    },
    {
      about: 'Stop orders',
      rule: 'Fill when the price touches the stop, at the worse of the bar’s open and the stop, made worse by half the spread and the slippage.',
    },
    {
      about: 'Limit orders',
      rule: 'Fill as soon as the price touches the limit, at the better of the bar’s open and the limit, never with spread or slippage. A real order may not be filled on a mere touch.',
    },
    {
      about: 'Stop-limit orders',
      rule: 'The limit order comes to life once the stop is touched, and then fills as a limit order on the rest of the bar or later.',
    },
    {
      about: 'Inside a bar',
      rule: 'The price is assumed to go from the open to the nearer extreme, to the other extreme, to the close.',
    },
    {
      about: 'Stop-loss and take-profit',
      rule: 'Work from the fill of their entry on, also on the rest of that bar. When both lie in what is left of one bar, the worse one, the stop-loss, is assumed.',
    },
    {
      about: 'Sizes',
      rule: 'Are worked out at the fill price, costs included, and floored to the lot step, never rounded up. There is no margin: an order that equity can’t bear is rejected.',
    },
    {
      about: 'End of data',
      rule: 'Open positions are closed at the last close, with costs, and flagged as forced: the strategy didn’t end them.',
    },
    {
      about: 'Equity',
      rule: 'Cash plus positions, at every bar’s close. When it falls to zero, everything is closed and the run ends.',
    },
    {
      about: 'Not modelled',
      rule: 'Interest, borrowing fees for short positions, dividends beyond what the prices contain, taxes, partial fills, and the effect of the orders on the market.',
    },
  ],
  'backtesting.py': [
    {
      about: 'Whose rules',
      rule: 'Those of the Python library backtesting.py 0.6, so that results can be held beside its own.',
    },
    {
      about: 'Market orders',
      rule: 'Fill at the next bar’s open. Only entries pay the spread. Sizes in percent are of the margin that is free at the close of the bar of the fill, which looks ahead.',
    },
    {
      about: 'Inside a bar',
      rule: 'Orders are asked one after the other whether the bar reaches them, closes and stop-losses first: no path is assumed.',
    },
    {
      about: 'Stop-loss and take-profit',
      rule: 'Belong to the units of their own entry. After a market entry they work on the same bar, after any other from the next bar on.',
    },
    { about: 'End of data', rule: 'Open positions are closed at the open of the last bar.' },
  ],
  tradingview: [
    {
      about: 'Whose rules',
      rule: 'Those of TradingView’s broker emulator, as its own exported trade lists show them.',
    },
    {
      about: 'Orders',
      rule: 'An entry against an open position also closes it, and a second entry in the same direction is ignored unless pyramiding is allowed. Sizes are fixed at the close on which the order is sent.',
    },
    {
      about: 'Inside a bar',
      rule: 'The price is assumed to go from the open to the nearer extreme, to the other extreme, to the close; whatever it meets first fills first, stop-loss or take-profit. Trailing stops follow it on its way.',
    },
    { about: 'Levels', rule: 'Are put on the tick grid, each to its far side.' },
    { about: 'End of data', rule: 'Positions stay open and are listed at the last close.' },
  ],
  vectorbt: [
    { about: 'Whose rules', rule: 'Those of vectorbt’s Portfolio.from_signals.' },
    {
      about: 'Stop-loss and take-profit',
      rule: 'Count from the close of the entry’s bar and work from the next bar on, the stop-loss first, without slippage; a stop goes before the bar’s signals.',
    },
    { about: 'Sizes', rule: 'Are what cash can pay, fees included. There is no margin call.' },
    { about: 'End of data', rule: 'Positions stay open and are listed at the last close.' },
  ],
};
