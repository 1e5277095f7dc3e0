export interface SplitLimits {
  min: number;
  max: number;
  /** 1: the sized part comes first and grows with the line; −1: it comes second. */
  grows: 1 | -1;
}

const STEP = 8;
const LARGE_STEP = 64;

const BACK = { row: 'ArrowLeft', column: 'ArrowUp' };
const FORTH = { row: 'ArrowRight', column: 'ArrowDown' };

/** The size after a key, px; null for a key that doesn't move the line. */
export function stepped(
  key: string,
  isLarge: boolean,
  direction: 'row' | 'column',
  size: number,
  { min, max, grows }: SplitLimits,
): number | null {
  const step = (isLarge ? LARGE_STEP : STEP) * grows;
  switch (key) {
    case BACK[direction]:
      return clamp(size - step, min, max);
    case FORTH[direction]:
      return clamp(size + step, min, max);
    case 'Home':
      return grows === 1 ? min : max;
    case 'End':
      return grows === 1 ? max : min;
    default:
      return null;
  }
}

/** The size after a drag that began at `start`, px. */
export function dragged(
  start: { pointer: number; size: number },
  pointer: number,
  { min, max, grows }: SplitLimits,
): number {
  return clamp(Math.round(start.size + (pointer - start.pointer) * grows), min, max);
}

const clamp = (size: number, min: number, max: number) => Math.min(max, Math.max(min, size));
