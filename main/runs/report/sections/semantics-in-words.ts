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
};
