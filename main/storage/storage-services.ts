import type { Database } from 'better-sqlite3';
import { releaseHost } from '../db/host-claim.ts';
import { JobTable } from '../jobs/job-table.ts';
import { DeletedSeries } from '../market/deleted-series.ts';
import { GapTable } from '../market/gap-table.ts';
import { FileImports } from '../market/import/file-imports.ts';
import { MarketStore } from '../market/store/market-store.ts';
import { ProofStore } from '../proofs/proof-store.ts';
import { InputLoader } from '../runs/inputs/input-loader.ts';
import { RunCatalogue } from '../runs/run-catalogue.ts';
import { RunStore } from '../runs/run-store.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { SweepResults } from '../sweeps/sweep-results.ts';
import { SweepStore } from '../sweeps/sweep-store.ts';

/** What writes to a database, and what reads much of it. */
export type StorageServices = ReturnType<typeof storageServices>;

export function storageServices(database: Database) {
  const market = new MarketStore(database);
  return {
    market,
    deletedSeries: new DeletedSeries(database, market),
    gaps: new GapTable(database),
    imports: new FileImports(database),
    inputs: new InputLoader(market),
    runs: new RunStore(database),
    catalogue: new RunCatalogue(database),
    sweeps: new SweepStore(database),
    sweepResults: new SweepResults(database),
    proofs: new ProofStore(database),
    jobs: new JobTable(database),
    settings: new SettingsStore(database),
    host: { release: () => releaseHost(database) },
  };
}
