import type { DayGroup } from './days.ts';

/** The part of a day that is drawn. */
export interface DayPart<Item> {
  group: DayGroup<Item>;
  isOpen: boolean;
  /** Whether its heading is drawn. */
  hasHeading: boolean;
  items: readonly Item[];
  /** Place of the first item in its day. */
  first: number;
}

export interface ListWindow<Item> {
  parts: readonly DayPart<Item>[];
  /** px of what is left out before and after, of all that is known. */
  before: number;
  after: number;
  /** The last line that is known is drawn. */
  reachesEnd: boolean;
}

/** Heights of lines, and what is seen of them, px. */
export interface ListView {
  heading: number;
  line: number;
  top: number;
  height: number;
}

/**
 * What is drawn of a list of days whose items can be folded away: what is seen, and as much again on both sides, so
 * that the focus finds the next line there.
 */
export function listWindow<Item>(
  groups: readonly DayGroup<Item>[],
  folded: ReadonlySet<number>,
  { heading, line, top, height }: ListView,
): ListWindow<Item> {
  const [from, to] = [top - height, top + 2 * height];
  const parts: DayPart<Item>[] = [];
  let y = 0;
  let before: number | null = null;
  let drawnTo = 0;
  for (const group of groups) {
    const isOpen = !folded.has(group.day);
    const hasHeading = y + heading > from && y < to;
    const start = y + heading;
    const count = isOpen ? group.items.length : 0;
    const first = Math.min(count, Math.max(0, Math.floor((from - start) / line)));
    const end = Math.min(count, Math.max(first, Math.ceil((to - start) / line)));
    if (hasHeading || end > first) {
      parts.push({ group, isOpen, hasHeading, items: group.items.slice(first, end), first });
      before ??= hasHeading ? y : start + first * line;
      drawnTo = start + end * line;
    }
    y = start + count * line;
  }
  return {
    parts,
    before: before ?? y,
    after: before === null ? 0 : y - drawnTo,
    reachesEnd: before === null || drawnTo >= y,
  };
}
