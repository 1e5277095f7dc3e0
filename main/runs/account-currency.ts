import type { Instrument } from '#shared/domain/instrument.ts';
import type { Manifest } from '#shared/domain/manifest.ts';
import { semanticsOf } from '#worker/engine/semantics/semantics.ts';

/** A run as far as it says what its money is. */
interface Denominated {
  account: Manifest['account'];
  data: readonly { instrument: Instrument }[];
}

/** What the account of a run is held in: cash, equity and profits are in it. */
export function accountCurrency({ account, data }: Denominated): string {
  return account.currency ?? data[0]?.instrument.quoteCurrency ?? '';
}

/** What commissions of so much an order or a unit are in, as it follows an amount. */
export function commissionCurrency(manifest: Manifest): string {
  if (semanticsOf(manifest.semantics).commissionIn === 'account') return accountCurrency(manifest);
  const [quote = '', ...others] = new Set(manifest.data.map(({ instrument }) => instrument.quoteCurrency));
  return others.length === 0 ? quote : 'of the quote currency';
}
