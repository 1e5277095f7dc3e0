/** How far an import is. */
export interface ImportProgress {
  bytesRead: number;
  bytesTotal: number;
  /** Rows so far, good and bad. */
  rows: number;
}

const BETWEEN_REPORTS_MS = 100;

/** Says when progress is to be told: at once, and then ten times a second at most. */
export class ReportRate {
  #last = Number.NEGATIVE_INFINITY;

  isDue(): boolean {
    const now = performance.now();
    if (now - this.#last < BETWEEN_REPORTS_MS) return false;
    this.#last = now;
    return true;
  }
}
