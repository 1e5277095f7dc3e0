import { splitLines } from '#worker/sandbox/source-text.ts';

export interface DiffLine {
  /** In both, only in A, only in B. */
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A stretch of changed lines with what stands around them. */
export interface SourceHunk {
  /** Number of the first line in each text, from 1. */
  startA: number;
  startB: number;
  lines: DiffLine[];
}

/** Lines shown around a change. */
const CONTEXT = 2;
/** Pairs of lines that are compared at most; beyond it, what differs counts as replaced altogether. */
const MOST_PAIRS = 4_000_000;

/** The lines in which two texts differ, by their longest common subsequence; none when only line ends do. */
export function sourceHunks(a: string, b: string): SourceHunk[] {
  return hunksOf(alignLines(splitLines(a), splitLines(b)));
}

function alignLines(a: readonly string[], b: readonly string[]): DiffLine[] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return [
    ...lines('same', a.slice(0, head)),
    ...alignChanged(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...lines('same', a.slice(a.length - tail)),
  ];
}

function alignChanged(a: readonly string[], b: readonly string[]): DiffLine[] {
  if (a.length * b.length > MOST_PAIRS) return [...lines('removed', a), ...lines('added', b)];
  const width = b.length + 1;
  // common[i * width + j]: lines that a from i on and b from j on share at most.
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const aligned: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      aligned.push({ kind: 'same', text: a[i] as string });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) aligned.push({ kind: 'removed', text: a[i++] as string });
    else aligned.push({ kind: 'added', text: b[j++] as string });
  }
  return [...aligned, ...lines('removed', a.slice(i)), ...lines('added', b.slice(j))];
}

function lines(kind: DiffLine['kind'], texts: readonly string[]): DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}

function hunksOf(aligned: readonly DiffLine[]): SourceHunk[] {
  const hunks: SourceHunk[] = [];
  let lineA = 1;
  let lineB = 1;
  let shownTo = 0;
  aligned.forEach(({ kind }, row) => {
    if (kind !== 'same') {
      const from = Math.max(shownTo, row - CONTEXT);
      // The lines between are the same in both, so both counts go back by as many.
      if (hunks.length === 0 || from > shownTo) {
        hunks.push({ startA: lineA - (row - from), startB: lineB - (row - from), lines: [] });
      }
      const to = Math.min(aligned.length, row + 1 + CONTEXT);
      hunks.at(-1)?.lines.push(...aligned.slice(from, to));
      shownTo = to;
    }
    if (kind !== 'added') lineA++;
    if (kind !== 'removed') lineB++;
  });
  return hunks;
}
