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
      rule: 'The strategy sees a bar only after its close. An order sent on one bar can fill from the next bar on, never on the bar that caused it, unless the account trades closes.',
    },
    {
      about: 'Market orders',
      rule: 'Fill at the next bar’s open (or, if they ask for it, at its close), made worse by half the spread and the slippage. Those that reduce a position go before those that add to one.',
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
      about: 'Trailing stops',
      rule: 'Follow the best price at their distance and never go back. A bar meets the stop where it stood before the bar; only then does it move behind the bar’s extreme, or, where the position was entered inside the bar, behind its close.',
    },
    {
      about: 'Inside a bar',
      rule: 'The price is assumed to go from the open to the nearer extreme, to the other extreme, to the close. Where shorter bars of the symbol are at hand, and add up to the bar, it goes through these one after the other instead.',
    },
    {
      about: 'Stop-loss and take-profit',
      rule: 'Work from the fill of their entry on, also on the rest of that bar; the first to fill ends the others. When both lie in what is left of one bar, the worse one, the stop-loss, is assumed.',
    },
    {
      about: 'Exits for parts of a position',
      rule: 'Reserve their units in the order in which they were sent; a later one gets what the earlier ones leave.',
    },
    {
      about: 'Partial fills',
      rule: 'Where the account limits its share of the volume, all fills of a bar together take no more of it. What is left of an order waits for the next bar: of a stop that was reached as a market order, of a limit order at its limit.',
    },
    {
      about: 'Sizes',
      rule: 'Are worked out at the fill price, costs included, and floored to the lot step, never rounded up. What reduces a position always passes.',
    },
    {
      about: 'Margin calls',
      rule: 'Close as few lots as restore the maintenance margin, of the largest position first, at the bar’s close and at cost.',
    },
    {
      about: 'End of data',
      rule: 'Open positions are closed at the last close, with costs, and flagged as forced: the strategy didn’t end them. So are those in a symbol that is no longer traded.',
    },
    {
      about: 'Equity',
      rule: 'Cash plus positions, at every bar’s close. When it falls to zero, everything is closed and the run ends; what is owed by then stays owed.',
    },
    {
      about: 'Not modelled',
      rule: 'Taxes, the effect of the orders on the market beyond slippage, splits and dividends that the data doesn’t name.',
    },
  ],
  'backtesting.py': [
    {
      about: 'Whose rules',
      rule: 'Those of the Python library backtesting.py 0.6, so that results can be held beside its own.',
    },
    {
      about: 'Timing',
      rule: 'The strategy is first asked one bar after its indicators have a value. An account that trades closes fills its market orders at the close of the bar that sent them, together with the next bar’s orders.',
    },
    {
      about: 'Market orders',
      rule: 'Fill at the next bar’s open. Only entries pay the spread. Sizes in percent are of the margin that is free at the close of the bar of the fill, which looks ahead.',
    },
    {
      about: 'Inside a bar',
      rule: 'Orders are asked one after the other whether the bar reaches them, closes and stop-losses first: no path is assumed. A stop-limit order whose limit lies on the way back waits for the next bar.',
    },
    {
      about: 'Stop-loss and take-profit',
      rule: 'Belong to the units of their own entry. After a market entry they work on the same bar, after any other from the next bar on.',
    },
    { about: 'Trailing stops', rule: 'Move behind the extreme of a bar once it is over.' },
    {
      about: 'Margin',
      rule: 'Only profits and costs go through cash; entries take what margin is free. There is no margin call: equity of zero or less closes everything, what would be owed is forgiven, and the run ends.',
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
      rule: 'An entry against an open position also closes it, and a second entry in the same direction is ignored unless pyramiding is allowed. Sizes are fixed at the close on which the order is sent, and the account must bear them there.',
    },
    {
      about: 'Inside a bar',
      rule: 'The price is assumed to go from the open to the nearer extreme, to the other extreme, to the close; whatever it meets first fills first, stop-loss or take-profit.',
    },
    {
      about: 'Trailing stops',
      rule: 'Follow the price on its way through the bar, and may be met on the way back in the same bar.',
    },
    { about: 'Levels', rule: 'Are put on the tick grid, each to its far side.' },
    { about: 'Costs', rule: 'Commissions of so much an order or a unit are in the account’s currency.' },
    {
      about: 'Margin calls',
      rule: 'Ask for as much margin as entering takes, and close four times the units that are missing, at the bar’s close. An account that owes goes on.',
    },
    { about: 'End of data', rule: 'Positions stay open and are listed at the last close.' },
  ],
  vectorbt: [
    { about: 'Whose rules', rule: 'Those of vectorbt’s Portfolio.from_signals.' },
    {
      about: 'Orders',
      rule: 'An entry against an open position also closes it, and a second entry in the same direction is ignored unless pyramiding is allowed.',
    },
    {
      about: 'Stop-loss, take-profit, trailing stop',
      rule: 'Their distances count from the close of the entry’s bar. They work from the next bar on, stop-losses without slippage, and go before the bar’s signals, in the order stop-loss, take-profit, trailing stop. A trailing stop moves behind the extreme of a bar once it is over.',
    },
    {
      about: 'Sizes',
      rule: 'Are what cash can pay, fees included. There is no margin call, and an account that owes goes on.',
    },
    { about: 'End of data', rule: 'Positions stay open and are listed at the last close.' },
  ],
};
