import type { State } from '../../app/store/store.ts';

/** Points at something of the window, once, and says what can be done with it. */
export interface CoachMark {
  /** Kept in the settings once it was seen; another number shows it again to those who saw the old one. */
  id: string;
  title: string;
  body: string;
  /** Where it points, as a CSS selector; a mark whose place isn't shown is passed over. */
  place: string;
  side: 'left' | 'top';
  /** Something that is another thing once a person has done what the mark speaks of. */
  deed: (state: State) => unknown;
  /** An event at the place that counts as done, too. */
  deedEvent?: string;
}

export const COACH_MARKS: readonly CoachMark[] = [
  {
    id: 'move-a-slider-1',
    title: 'Move a slider',
    body: 'Each parameter of the strategy has one. Where it comes to rest, the strategy runs again, and the result takes this one’s place.',
    place: 'section[aria-label="Parameters"]',
    side: 'left',
    deed: ({ runs }) => runs.draft,
  },
  {
    id: 'choose-a-trade-1',
    title: 'Choose a trade',
    body: 'The chart goes to its bars, and beside the table stands why both its fills happened at their price.',
    place: '[role="grid"][aria-label^="Trades of"]',
    side: 'top',
    deed: ({ runs }) => runs.selectedTrade,
  },
  {
    id: 'open-the-trust-checks-1',
    title: 'Look at the trust checks',
    body: 'Before you believe a result: whatever speaks against it stands here. Open one to read what to do about it.',
    place: 'section[aria-label="Trust checks"]',
    side: 'left',
    deed: () => null,
    deedEvent: 'toggle',
  },
];

/** The marks that were not seen yet. */
export function unseenMarks(seen: readonly string[]): readonly CoachMark[] {
  return COACH_MARKS.filter(({ id }) => !seen.includes(id));
}

/** What was seen after some more were: those of earlier versions are forgotten. */
export function withSeen(seen: readonly string[], ids: readonly string[]): string[] {
  return COACH_MARKS.map(({ id }) => id).filter((id) => seen.includes(id) || ids.includes(id));
}
