import { z } from 'zod';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the window was when it was last seen. */
export interface WindowPlace {
  bounds: Rectangle;
  isMaximized: boolean;
}

export const SMALLEST = { width: 960, height: 600 };
const USUAL = { width: 1440, height: 900 };
/** As much of the upper edge must be on a display, so that a person can take hold of the window. */
const HANDLE = { width: 120, height: 40 };

const placeSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  isMaximized: z.boolean(),
});

/**
 * Where the window goes: where it was if that can still be reached, else in the middle of the first display.
 * @param stored what was kept, whatever it is
 * @param displays their areas without bars and docks, the first one first
 */
export function restoredPlace(stored: unknown, displays: readonly Rectangle[]): WindowPlace {
  const { data } = placeSchema.safeParse(stored);
  const bounds = data && displays.map((display) => fitted(data.bounds, display)).find((fit) => fit !== null);
  return {
    bounds: bounds ?? centred(displays[0] ?? { x: 0, y: 0, ...USUAL }),
    isMaximized: data?.isMaximized ?? false,
  };
}

/** The window in a size that suits the display; null where nobody could take hold of it there. */
function fitted(bounds: Rectangle, display: Rectangle): Rectangle | null {
  const { x, y } = bounds;
  const width = within(bounds.width, SMALLEST.width, display.width);
  const height = within(bounds.height, SMALLEST.height, display.height);
  const shared = Math.min(x + width, display.x + display.width) - Math.max(x, display.x);
  const isHeld = shared >= HANDLE.width && y >= display.y && y + HANDLE.height <= display.y + display.height;
  return isHeld ? { x, y, width, height } : null;
}

function centred(display: Rectangle): Rectangle {
  const width = Math.min(USUAL.width, display.width);
  const height = Math.min(USUAL.height, display.height);
  return {
    x: display.x + Math.floor((display.width - width) / 2),
    y: display.y + Math.floor((display.height - height) / 2),
    width,
    height,
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
