import { expect, test } from 'vitest';
import { accountSchema } from '#shared/domain/account.ts';
import { accountCurrency, commissionCurrency } from './account-currency.ts';
import { manifest, usedSeries } from './run-diff.fixture.ts';

const quotedIn = (...currencies: string[]) =>
  currencies.map((quoteCurrency) => {
    const series = usedSeries();
    return { ...series, instrument: { ...series.instrument, quoteCurrency } };
  });
const account = accountSchema.parse({ currency: 'EUR' });

test('an account is held in its own currency, or in that of the first symbol', () => {
  const data = quotedIn('GBP', 'USD');
  expect(accountCurrency(manifest({ data }))).toBe('GBP');
  expect(accountCurrency(manifest({ data, account }))).toBe('EUR');
});

test('commissions are in the currency of the symbols, unless the rules say otherwise', () => {
  expect(commissionCurrency(manifest({ data: quotedIn('USD', 'USD'), account }))).toBe('USD');
  expect(commissionCurrency(manifest({ data: quotedIn('USD', 'GBP'), account }))).toBe('of the quote currency');
  expect(commissionCurrency(manifest({ data: quotedIn('USD'), account, semantics: 'tradingview' }))).toBe('EUR');
});
