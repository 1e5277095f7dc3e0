import type { CheckId } from '#shared/domain/checks.ts';

/** What a check is about, in a few words. */
export const CHECK_TITLES: Record<CheckId, string> = {
  'few-trades': 'Few trades',
  'best-trade': 'One trade carries it',
  'forced-closes': 'Closed by the end of the data',
  'best-year': 'One year carries it',
  costs: 'Costs',
  'optimistic-timing': 'Optimistic timing',
  'ambiguous-fills': 'Ambiguous fills',
  'stale-fills': 'Fills at stale prices',
  'data-gaps': 'Gaps in the data',
  exposure: 'Exposure',
  parameters: 'Many parameters',
  'short-history': 'Short history',
};

/** Checks that every run goes through. */
export const CHECK_COUNT = Object.keys(CHECK_TITLES).length;
