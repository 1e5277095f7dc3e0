import type { AccountSpec } from '#shared/domain/account.ts';
import type { Manifest } from '#shared/domain/manifest.ts';
import { semanticsOf } from '#worker/engine/semantics/semantics.ts';
import { exactPercent, quantity } from '../figures.ts';

/** One term of the account: what it is about, and what it says. */
export type TermInWords = readonly [about: string, term: string];

/** The terms of the account that a run was made with; those that leave everything to the fill rules are left out. */
export function accountInWords({ account, semantics }: Pick<Manifest, 'account' | 'semantics'>): TermInWords[] {
  const { participation, pyramiding, timing, hedging, distanceFrom, closeAtEnd } = account;
  const entriesTakeFreeCash = semanticsOf(semantics).buyingPower === 'free-cash';
  const terms: (TermInWords | null)[] = [
    timing === 'close' ? ['Timing', OPTIMISTIC_TIMING] : null,
    ['Borrowing', entriesTakeFreeCash ? 'None.' : borrowing(account)],
    ['Margin calls', marginCalls(account, semantics)],
    ['Interest and fees', interest(account)],
    [
      'Volume',
      participation === null
        ? 'No limit: any size fills whole, however little was traded.'
        : `Orders fill at most ${exactPercent(participation)} of a bar’s volume; what is left of them waits for the next bar.`,
    ],
    [
      'Orders too large',
      entriesTakeFreeCash || account.reduceToFit ? 'Are cut to what the account can bear.' : 'Are rejected.',
    ],
    ['Units closed first', MATCHING[account.matching]],
    pyramiding === null ? null : ['Entries', `At most ${quantity(pyramiding)} open in one direction.`],
    hedging ? ['Long and short', 'Of one symbol are held beside each other instead of closing each other.'] : null,
    distanceFrom === null
      ? null
      : [
          'Distances of exits',
          distanceFrom === 'fill' ? 'Count from the price of the fill.' : 'Count from the close of the entry’s bar.',
        ],
    closeAtEnd === null
      ? null
      : ['Open at the end', closeAtEnd ? 'Is closed when the data ends.' : 'Stays open, listed at the last close.'],
  ];
  return terms.filter((term) => term !== null);
}

const OPTIMISTIC_TIMING =
  'Optimistic: market orders fill at the close of the bar whose close decided them, a price that is known only when it is too late to trade at it.';

const MATCHING: Record<AccountSpec['matching'], string> = {
  fifo: 'The oldest (first in, first out).',
  lifo: 'The newest (last in, first out).',
  average: 'The oldest; all units held cost the average of what was paid for them.',
};

function borrowing({ leverage }: AccountSpec): string {
  const most = leverage === 1 ? 'the equity' : `${quantity(leverage)} times the equity`;
  const limit = `order may bring all that is held, long and short, to ${most} and no further.`;
  return leverage === 1 ? `None: an ${limit}` : `An ${limit}`;
}

function marginCalls({ leverage, maintenanceMargin }: AccountSpec, id: Manifest['semantics']): string {
  const { marginCall, marginRequirement } = semanticsOf(id);
  const share = marginRequirement === 'initial' ? 1 / leverage : maintenanceMargin;
  if (marginCall === 'none' || share === 0) return 'None.';
  return `When equity is less than ${exactPercent(share)} of what is held at a bar’s close.`;
}

function interest({ cashRate, debitRate, borrowRate }: AccountSpec): string {
  const parts = [
    cashRate === 0 ? [] : [`${exactPercent(cashRate)} on cash`],
    debitRate === 0 ? [] : [`${exactPercent(debitRate)} on what is owed`],
    borrowRate === 0 ? [] : [`${exactPercent(borrowRate)} on what is sold short`],
  ].flat();
  if (parts.length === 0) return 'None: cash earns nothing, and neither debts nor units sold short cost anything.';
  return `${parts.join(', ')}, a year of 365 days; accrued from close to close, booked once a day.`;
}
