import type { Reporter, Suite } from '@playwright/test/reporter';

/** Closes the journeys with the same line as the other tests: `12 passed, 0 failed`. */
// biome-ignore lint/style/noDefaultExport: Playwright loads reporters by their default export
export default class CountReporter implements Reporter {
  #suite: Suite | null = null;

  onBegin(_: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? [];
    const count = (...wanted: string[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length;
    const skipped = count('skipped');
    const failed = count('unexpected');
    process.stdout.write(
      `${count('expected', 'flaky')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }

  printsToStdio(): boolean {
    return true;
  }
}
