/** How far an import is. */
export interface ImportProgress {
  bytesRead: number;
  bytesTotal: number;
  /** Rows so far, good and bad. */
  rows: number;
}

const BETWEEN_REPORTS_MS = 100;

/** Passes progress on, ten times a second at most; the last report always. */
export class ProgressMeter {
  readonly #report: (progress: ImportProgress) => void;
  #last = Number.NEGATIVE_INFINITY;

  constructor(report: (progress: ImportProgress) => void) {
    this.#report = report;
  }

  update(progress: ImportProgress): void {
    const now = performance.now();
    if (now - this.#last < BETWEEN_REPORTS_MS) return;
    this.#last = now;
    this.#report(progress);
  }

  finish(progress: ImportProgress): void {
    this.#report(progress);
  }
}
