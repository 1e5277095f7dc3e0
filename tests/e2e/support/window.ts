import type { Page } from '@playwright/test';

/** Goes to a place of the window as its links do: by what stands behind the `#` of the address. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

/** Waits until the window shows what it has to show: its screen, its fonts, its charts, and nothing that is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(isStill);
}

/** Whether two frames pass in which nothing is awaited. */
async function isStill(): Promise<boolean> {
  const awaited = '[aria-busy="true"], [role="status"][aria-label^="Loading"], [aria-label="Chart without data yet."]';
  // The screen before stays hidden in the document until the next one is loaded.
  const isShown = () => [...document.querySelectorAll('main h1')].some((title) => title.checkVisibility());
  const isAwaiting = () => !isShown() || document.querySelector(awaited) !== null;
  await document.fonts.ready;
  for (let frame = 0; frame < 2; frame += 1) {
    if (isAwaiting()) return false;
    await new Promise(requestAnimationFrame);
  }
  return !isAwaiting();
}
