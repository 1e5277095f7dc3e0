import type { AccountSpec } from '#shared/domain/account.ts';
import type { Instrument } from '#shared/domain/instrument.ts';

/** What the account of a run is held in: cash, equity and profits are in it. */
export function accountCurrency(run: { account: AccountSpec; data: readonly { instrument: Instrument }[] }): string {
  return run.account.currency ?? run.data[0]?.instrument.quoteCurrency ?? '';
}
