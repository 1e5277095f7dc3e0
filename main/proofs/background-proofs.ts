import type { Job } from '#shared/contract/job.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { JobService } from '../jobs/job-service.ts';
import type { RunStore } from '../runs/run-store.ts';
import type { ProofService } from './proof-service.ts';

export interface BackgroundProofsParts {
  jobs: Pick<JobService, 'watch' | 'inHand'>;
  runs: Pick<RunStore, 'find'>;
  proofService: Pick<ProofService, 'isFirst' | 'prove'>;
  /** Threads for runs. */
  threads: number;
  /** How long nothing must have happened before a proof begins. */
  quiet?: Ms;
}

/** Somebody who moves a slider runs again at once, and is not to be kept waiting. */
const QUIET: Ms = 1_500;

/**
 * Proves the first run of every strategy text while nothing else is to do. A proof is given up as soon as jobs could use
 * its thread, and begins again when they are over.
 */
export class BackgroundProofs {
  readonly #parts: BackgroundProofsParts;
  readonly #stop = new AbortController();
  /** Ids of runs, in the order in which they ended. */
  readonly #waiting = new Set<string>();
  /** Hashes of texts whose proof failed: it would again. */
  readonly #hopeless = new Set<string>();
  #current: { stop: AbortController; over: Promise<void> } | null = null;
  #timer: NodeJS.Timeout | undefined;
  #listening: Promise<void> | null = null;

  constructor(parts: BackgroundProofsParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#listening ??= this.#listen();
  }

  /** Gives up what is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#current?.stop.abort();
    await Promise.all([this.#listening, this.#current?.over]);
  }

  async #listen(): Promise<void> {
    for await (const job of this.#parts.jobs.watch(this.#stop.signal)) this.#hear(job);
  }

  #hear({ kind, state, run }: Job): void {
    const { jobs, threads } = this.#parts;
    if (kind === 'run' && state === 'done' && run !== null) this.#waiting.add(run);
    if (jobs.inHand >= threads) this.#current?.stop.abort();
    this.#beginSoon();
  }

  #beginSoon(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.size === 0 || this.#stop.signal.aborted) return;
    this.#timer = setTimeout(() => this.#begin(), this.#parts.quiet ?? QUIET);
    this.#timer.unref();
  }

  #begin(): void {
    const [run] = this.#waiting;
    // The end of a job, or of the proof under way, asks again.
    if (run === undefined || this.#current !== null || this.#parts.jobs.inHand > 0) return;
    const stop = new AbortController();
    const over = this.#prove(run, stop.signal).finally(() => {
      this.#current = null;
      this.#beginSoon();
    });
    this.#current = { stop, over };
  }

  async #prove(run: string, signal: AbortSignal): Promise<void> {
    const { runs, proofService } = this.#parts;
    let source: string | undefined;
    try {
      const record = runs.find(run);
      source = record.manifest.strategy.sha256;
      if (!this.#hopeless.has(source) && proofService.isFirst(record)) await proofService.prove(record, { signal });
    } catch (cause) {
      if (signal.aborted) return;
      if (source !== undefined) this.#hopeless.add(source);
      // Whoever asks for the proof is told why there is none.
      if (!(cause instanceof HindcastError)) process.emitWarning(cause instanceof Error ? cause : String(cause));
    }
    this.#waiting.delete(run);
  }
}
