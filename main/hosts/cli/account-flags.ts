import { type AccountSpec, accountSchema, MATCHINGS } from '#shared/domain/account.ts';
import type { Arguments, Flag } from './command.ts';
import { badValue } from './flag-values.ts';

/** A term of the account and the flag that sets it. */
interface TermFlag {
  flag: string;
  /** What stands for the value in help; without it the flag is a switch. */
  value?: string;
  help: string;
  /** What it takes, in the words of an error. */
  takes: string;
  read(text: string): unknown;
}

const A_YEAR = 'a percentage a year, such as 3%';

const TERMS: Readonly<Partial<Record<keyof AccountSpec, TermFlag>>> = {
  leverage: {
    flag: 'leverage',
    value: 'N',
    help: 'what may be held for each unit of equity (1)',
    takes: 'a number from 1 to 1000',
    read: Number,
  },
  maintenanceMargin: {
    flag: 'maintenance-margin',
    value: 'P',
    help: 'share of what is held that equity must cover, such as 25% (0%: no margin calls)',
    takes: 'a percentage from 0% to 100%, such as 25%',
    read: percent,
  },
  borrowRate: {
    flag: 'borrow',
    value: 'P',
    help: 'yearly fee on the value of what is sold short (0%)',
    takes: A_YEAR,
    read: percent,
  },
  cashRate: { flag: 'cash-rate', value: 'P', help: 'yearly interest on cash (0%)', takes: A_YEAR, read: percent },
  debitRate: {
    flag: 'debit-rate',
    value: 'P',
    help: 'yearly interest on what is owed (0%)',
    takes: A_YEAR,
    read: percent,
  },
  matching: {
    flag: 'matching',
    value: 'M',
    help: 'units that are closed first: fifo, lifo or average (fifo)',
    takes: MATCHINGS.join(', '),
    read: String,
  },
  participation: {
    flag: 'participation',
    value: 'P',
    help: 'the most of a bar’s volume that orders may take, such as 10% (no limit)',
    takes: 'a percentage above 0% and up to 100%, such as 10%',
    read: percent,
  },
  reduceToFit: {
    flag: 'reduce-to-fit',
    help: 'cut orders that the account can’t bear instead of rejecting them',
    takes: '',
    read: Boolean,
  },
  pyramiding: {
    flag: 'pyramiding',
    value: 'N',
    help: 'the most entries open in one direction (as the semantics say)',
    takes: 'a whole number above 0',
    read: Number,
  },
  timing: {
    flag: 'timing',
    value: 'T',
    help: 'market orders fill at the next open, or at the close that sends them, optimistic: open, close (open)',
    takes: 'open, close',
    read: String,
  },
  hedging: {
    flag: 'hedging',
    help: 'hold long and short of a symbol beside each other',
    takes: '',
    read: Boolean,
  },
  currency: {
    flag: 'currency',
    value: 'CODE',
    help: 'of the account, and of a price file (quote currency of the first symbol)',
    takes: 'a currency such as EUR',
    read: (text) => text.toUpperCase(),
  },
};

/** The terms of the account, as flags. */
export const ACCOUNT_FLAGS: Readonly<Record<string, Flag>> = Object.fromEntries(
  Object.values(TERMS).map(({ flag, value, help }) => [flag, value === undefined ? { help } : { value, help }]),
);

/** @throws HindcastError `usage.flag-value` */
export function accountFlags(args: Arguments): AccountSpec {
  const given = Object.entries(TERMS).filter(([, { flag }]) => args.has(flag));
  const read = accountSchema.safeParse(
    Object.fromEntries(given.map(([term, { flag, read }]) => [term, read(args.text(flag) ?? 'yes')])),
  );
  if (read.success) return read.data;
  const wrong = read.error.issues[0]?.path[0];
  const [, { flag, takes }] = given.find(([term]) => term === wrong) as [string, TermFlag];
  throw badValue(flag, args.text(flag) ?? '', takes);
}

/** `3%` → 0.03; NaN for anything else. */
function percent(text: string): number {
  const number = text.endsWith('%') ? text.slice(0, -1).trim() : '';
  return number === '' ? Number.NaN : Number(number) / 100;
}
