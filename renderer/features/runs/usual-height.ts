/** Of the window, for a part below the prices. */
const USUAL_SHARE = 0.24;
/** What prices and the edges of the window need before anything else gets more than its least, px. */
const PRICES_FIRST = 440;
const LEAST = 80;

/**
 * Height of a part below the prices that nobody has sized.
 *
 * @param window height of the window, px
 * @param share of what a low window has left for all such parts
 * @returns px
 */
export function usualHeight(window: number, share: number): number {
  return Math.round(Math.max(LEAST, Math.min(window * USUAL_SHARE, (window - PRICES_FIRST) * share)));
}
