import type { Database } from 'better-sqlite3';
import { type Proofs, proofsSchema } from '#shared/domain/proof.ts';
import type { Ms } from '#shared/domain/units.ts';
import { inTransaction } from '../db/transaction.ts';

export interface StoredProofs {
  manifestId: string;
  sourceHash: string;
  provenAt: Ms;
  proofs: Proofs;
}

/** The table `proofs`: what was shown about each computation, asked once. */
export class ProofStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What was shown about a computation; null where nothing was, or where it can't be read any more. */
  find(manifestId: string): Pick<StoredProofs, 'provenAt' | 'proofs'> | null {
    const row = this.#database
      .prepare<[string], { provenAt: Ms; proofs: string }>(
        'SELECT proven_at AS provenAt, proofs FROM proofs WHERE manifest_id = ?',
      )
      .get(manifestId);
    if (row === undefined) return null;
    const proofs = proofsSchema.safeParse(parsed(row.proofs));
    return proofs.success ? { provenAt: row.provenAt, proofs: proofs.data } : null;
  }

  /** Whether anything was shown about a strategy's text, with whichever parameters and bars. */
  knows(sourceHash: string): boolean {
    return this.#database.prepare('SELECT 1 FROM proofs WHERE source_sha256 = ?').get(sourceHash) !== undefined;
  }

  put({ manifestId, sourceHash, provenAt, proofs }: StoredProofs): void {
    inTransaction(this.#database, () => {
      this.#database
        .prepare('INSERT OR REPLACE INTO proofs (manifest_id, source_sha256, proven_at, proofs) VALUES (?, ?, ?, ?)')
        .run(manifestId, sourceHash, provenAt, JSON.stringify(proofs));
    });
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
