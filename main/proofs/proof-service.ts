import type { Proofs } from '#shared/domain/proof.ts';
import { MAIN_FILE } from '#shared/domain/strategy-files.ts';
import type { Ms } from '#shared/domain/units.ts';
import { MOST_REPETITIONS } from '#worker/proofs/perform-proof.ts';
import type { Finding } from '../lint/finding.ts';
import type { InputLoader } from '../runs/inputs/input-loader.ts';
import type { RunRecord } from '../runs/run-record.ts';
import type { RunStore } from '../runs/run-store.ts';
import { storedStrategy } from '../runs/stored-strategy.ts';
import type { WorkerPool } from '../runs/worker-pool.ts';
import type { Asked } from '../threads/asked.ts';
import type { ProofStore } from './proof-store.ts';

export interface ProofServiceParts {
  runs: Pick<RunStore, 'source'>;
  proofs: Pick<ProofStore, 'find' | 'knows'>;
  /** What takes a while, and what is written. */
  storage: { inputs: Pick<Asked<InputLoader>, 'reload'>; proofs: Pick<Asked<ProofStore>, 'put'> };
  pool: Pick<WorkerPool, 'perform'>;
  /** What a trader would doubt in a text. */
  doubts: (source: string) => Promise<Finding[]>;
  /** The time of day. */
  clock: () => Ms;
  /** Called when a proof begins, and when it is over. */
  onChanged: () => void;
}

export interface ProofOptions {
  signal?: AbortSignal;
  /** Runs made so far, of about so many. */
  onProgress?: (done: number, total: number) => void;
}

export type ProofState = { state: 'not-asked' } | { state: 'running' } | ({ state: 'proven'; provenAt: Ms } & Proofs);

/** Rules of the lint that see a look ahead in the text. */
const LOOKING_AHEAD = ['forward-index', 'whole-series-aggregate', 'unconfirmed-higher-timeframe'];

/** Repeats stored runs on other bars, and keeps what that shows. */
export class ProofService {
  readonly #parts: ProofServiceParts;
  /** Manifests of the proofs that are being made, each as often as it is. */
  readonly #running: string[] = [];

  constructor(parts: ProofServiceParts) {
    this.#parts = parts;
  }

  /** What is known about a run. */
  state({ manifestId }: RunRecord): ProofState {
    if (this.#running.includes(manifestId)) return { state: 'running' };
    const stored = this.#parts.proofs.find(manifestId);
    return stored === null ? { state: 'not-asked' } : { state: 'proven', provenAt: stored.provenAt, ...stored.proofs };
  }

  /** Whether a run is the first of its strategy's text that could be proven. */
  isFirst({ manifest, status }: RunRecord): boolean {
    return status === 'done' && !this.#parts.proofs.knows(manifest.strategy.sha256);
  }

  /**
   * Proves a stored run, again where that was done before. What is shown is stored whole, at the end.
   * @throws HindcastError `data.changed`, `storage.damaged-run`, `strategy.*`, `run.cancelled`
   */
  async prove(record: RunRecord, options: ProofOptions = {}): Promise<Proofs> {
    const { onChanged } = this.#parts;
    this.#running.push(record.manifestId);
    onChanged();
    try {
      return await this.#prove(record, options);
    } finally {
      this.#running.splice(this.#running.indexOf(record.manifestId), 1);
      onChanged();
    }
  }

  async #prove(record: RunRecord, { signal, onProgress }: ProofOptions): Promise<Proofs> {
    const { runs, storage, pool, clock } = this.#parts;
    const { manifest, manifestId } = record;
    const strategy = storedStrategy(record, runs);
    const { params, cash, costs, account, semantics, seed } = manifest;
    const { task } = await storage.inputs.reload(record);
    const progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const shown = await pool.perform(
      { kind: 'proof', ...strategy, ...task, params, cash, costs, account, semantics, seed, progress },
      {
        ...(signal !== undefined && { signal }),
        ...(onProgress !== undefined && {
          onProgress: (done) => onProgress(Math.min(done, MOST_REPETITIONS), MOST_REPETITIONS),
        }),
      },
    );
    const proofs = await this.#withLine(shown, strategy.source);
    await storage.proofs.put({ manifestId, sourceHash: manifest.strategy.sha256, provenAt: clock(), proofs });
    return proofs;
  }

  async #withLine(proofs: Proofs, source: string): Promise<Proofs> {
    if (proofs.lookAhead.verdict !== 'found') return proofs;
    const doubts = await this.#parts.doubts(source);
    const doubt = doubts.find(({ rule, file }) => LOOKING_AHEAD.includes(rule) && file === MAIN_FILE);
    return { ...proofs, lookAhead: { ...proofs.lookAhead, line: doubt?.line ?? null } };
  }
}
