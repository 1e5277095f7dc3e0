import { describe, expect, test } from 'vitest';
import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import { refusal } from '../../../tests/support/refusal.ts';
import { ACCOUNT_FLAGS, accountFlags } from './account-flags.ts';
import { readArguments } from './arguments.ts';

const account = (...words: string[]) =>
  accountFlags(
    readArguments(
      { name: 'x', usage: '', summary: '', positionals: [0, 0], flags: ACCOUNT_FLAGS, run: async () => 0 },
      words,
    ),
  );

describe('the terms of the account', () => {
  test('are those of a cash account when nothing is said', () => {
    expect(account()).toEqual(CASH_ACCOUNT);
  });

  test.each([
    ['--leverage=4', { leverage: 4 }],
    ['--maintenance-margin=25%', { maintenanceMargin: 0.25 }],
    ['--borrow=3%', { borrowRate: 0.03 }],
    ['--cash-rate= 2 %', { cashRate: 0.02 }],
    ['--cash-rate=-0.5%', { cashRate: -0.005 }],
    ['--debit-rate=7.5%', { debitRate: 0.075 }],
    ['--matching=lifo', { matching: 'lifo' }],
    ['--participation=10%', { participation: 0.1 }],
    ['--reduce-to-fit', { reduceToFit: true }],
    ['--pyramiding=3', { pyramiding: 3 }],
    ['--timing=close', { timing: 'close' }],
    ['--hedging', { hedging: true }],
    ['--currency=eur', { currency: 'EUR' }],
  ])('%s', (word, terms) => {
    expect(account(word)).toEqual({ ...CASH_ACCOUNT, ...terms });
  });

  test.each([
    ['leverage', '0.5', 'a number from 1 to 1000'],
    ['leverage', 'much', 'a number from 1 to 1000'],
    ['maintenance-margin', '0.25', 'a percentage from 0% to 100%, such as 25%'],
    ['maintenance-margin', '101%', 'a percentage from 0% to 100%, such as 25%'],
    ['borrow', '%', 'a percentage a year, such as 3%'],
    ['matching', 'hifo', 'fifo, lifo, average'],
    ['participation', '0%', 'a percentage above 0% and up to 100%, such as 10%'],
    ['pyramiding', '1.5', 'a whole number above 0'],
    ['timing', 'now', 'open, close'],
    ['currency', '€', 'a currency such as EUR'],
  ])('--%s does not take %s', async (flag, text, takes) => {
    const error = await refusal(() => account(`--${flag}=${text}`));
    expect(error).toMatchObject({ kind: 'usage', code: 'usage.flag-value', hint: `--${flag} takes ${takes}.` });
    expect(error.message).toBe(`--${flag} ${text}: not understood.`);
  });
});
