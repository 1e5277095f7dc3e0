import { expect, test } from 'vitest';
import { type AccountTerms, accountSchema } from '#shared/domain/account.ts';
import type { SemanticsId } from '#shared/domain/manifest.ts';
import { accountInWords } from './account-in-words.ts';

const termsOf = (account: AccountTerms = {}, semantics: SemanticsId = 'hindcast-1') =>
  Object.fromEntries(accountInWords({ account: accountSchema.parse(account), semantics }));

test('a cash account is told in full', () => {
  expect(termsOf()).toEqual({
    Borrowing: 'None: an order may bring all that is held, long and short, to the equity and no further.',
    'Margin calls': 'None.',
    'Interest and fees': 'None: cash earns nothing, and neither debts nor units sold short cost anything.',
    Volume: 'No limit: any size fills whole, however little was traded.',
    'Orders too large': 'Are rejected.',
    'Units closed first': 'The oldest (first in, first out).',
  });
});

test.each([
  [
    { leverage: 4 },
    'Borrowing',
    'An order may bring all that is held, long and short, to 4 times the equity and no further.',
  ],
  [{ maintenanceMargin: 0.25 }, 'Margin calls', 'When equity is less than 25\u202f% of what is held at a bar’s close.'],
  [
    { cashRate: 0.02, debitRate: 0.065, borrowRate: 0.01 },
    'Interest and fees',
    '2\u202f% on cash, 6.5\u202f% on what is owed, 1\u202f% on what is sold short, a year of 365 days; accrued from close to close, booked once a day.',
  ],
  [
    { participation: 0.1 },
    'Volume',
    'Orders fill at most 10\u202f% of a bar’s volume; what is left of them waits for the next bar.',
  ],
  [{ reduceToFit: true }, 'Orders too large', 'Are cut to what the account can bear.'],
  [{ matching: 'lifo' }, 'Units closed first', 'The newest (last in, first out).'],
  [
    { matching: 'average' },
    'Units closed first',
    'The oldest; all units held cost the average of what was paid for them.',
  ],
  [{ pyramiding: 3 }, 'Entries', 'At most 3 open in one direction.'],
  [{ timing: 'close' }, 'Timing', expect.stringMatching(/^Optimistic: market orders fill at the close of the bar/)],
  [{ hedging: true }, 'Long and short', expect.stringContaining('beside each other')],
  [{ distanceFrom: 'fill' }, 'Distances of exits', 'Count from the price of the fill.'],
  [{ distanceFrom: 'entry-close' }, 'Distances of exits', 'Count from the close of the entry’s bar.'],
  [{ closeAtEnd: true }, 'Open at the end', 'Is closed when the data ends.'],
  [{ closeAtEnd: false }, 'Open at the end', 'Stays open, listed at the last close.'],
] satisfies [AccountTerms, string, unknown][])('%o', (account, about, term) => {
  expect(termsOf(account)).toMatchObject({ [about]: term });
});

test('terms are those of the fill rules where these have their own', () => {
  expect(termsOf({ leverage: 4 }, 'tradingview')['Margin calls']).toBe(
    'When equity is less than 25\u202f% of what is held at a bar’s close.',
  );
  expect(termsOf({ maintenanceMargin: 0.25 }, 'backtesting.py')['Margin calls']).toBe('None.');
  expect(termsOf({ leverage: 4 }, 'vectorbt')).toMatchObject({
    Borrowing: 'None.',
    'Orders too large': 'Are cut to what the account can bear.',
  });
});
