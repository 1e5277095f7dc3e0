import { type RunFormat, runText } from '../runs/run-file.ts';
import type { RunStore } from '../runs/run-store.ts';
import type { OpenedRuns } from './opened-runs.ts';

/** Stored runs as files. */
export class RunFiles {
  readonly #opened: OpenedRuns;
  readonly #runs: RunStore;

  constructor(opened: OpenedRuns, runs: RunStore) {
    this.#opened = opened;
    this.#runs = runs;
  }

  /** What the file is called. @throws HindcastError `usage.no-result` for a run without a result that can be read */
  name(run: string, format: RunFormat): string {
    const { record } = this.#opened.open(run);
    return `${record.strategyName.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-${record.id}.${format}`;
  }

  /** Its bytes piece by piece. @throws HindcastError as `name` */
  *bytes(run: string, format: RunFormat): Generator<Uint8Array<ArrayBuffer>, void, void> {
    const { record, result } = this.#opened.open(run);
    const encoder = new TextEncoder();
    for (const text of runText(format, record, result, this.#runs.source(record))) yield encoder.encode(text);
  }
}
