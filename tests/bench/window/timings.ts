import type { Locator, Page } from '@playwright/test';

/** From asking for the window until its workspaces can be chosen and its screen is drawn, ms. */
export async function untilInteractive(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => document.querySelector('main h1') !== null && document.querySelector('nav a') !== null,
  );
  return await page.evaluate(
    () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
  );
}

/** The longest time that the page had no ear for anybody while something was done, ms; 0 where none took 50. */
export async function longestTaskDuring(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const longest = { ms: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { longest });
  });
  await work();
  return await page.evaluate(() => (globalThis as unknown as { longest: { ms: number } }).longest.ms);
}

/** From a click on the head of a column until the first row of the table is another one and is drawn, ms. */
export function sortReply(head: Locator): Promise<number> {
  return head.evaluate(async (element) => {
    const table = element.closest('table');
    const text = () => table?.querySelector('[data-row="0"]')?.textContent ?? '';
    const before = text();
    const start = performance.now();
    element.querySelector('button')?.click();
    do await new Promise(requestAnimationFrame);
    while (text() === before || text() === '');
    return performance.now() - start;
  });
}
