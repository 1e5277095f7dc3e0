import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Change } from '#shared/contract/system.ts';
import type { Ms } from '#shared/domain/units.ts';
import { Analysis } from './analysis/analysis.ts';
import { DataFolder } from './db/data-folder.ts';
import { claimHost } from './db/host-claim.ts';
import { openDatabase } from './db/open.ts';
import { Feed } from './jobs/feed.ts';
import { JobService } from './jobs/job-service.ts';
import { JobTable } from './jobs/job-table.ts';
import { importWork } from './jobs/kinds/import-work.ts';
import { runWork } from './jobs/kinds/run-work.ts';
import { verifyWork } from './jobs/kinds/verify-work.ts';
import { DeletedSeries } from './market/deleted-series.ts';
import { GapCounts } from './market/gap-counts.ts';
import { UploadStore } from './market/import/upload-store.ts';
import { MarketStore } from './market/store/market-store.ts';
import { RunCatalogue } from './runs/run-catalogue.ts';
import { RunService } from './runs/run-service.ts';
import { RunStore } from './runs/run-store.ts';
import { type RunLimits, WorkerPool } from './runs/worker-pool.ts';
import { SettingsStore } from './settings/settings-store.ts';
import { StrategyLibrary } from './strategies/library.ts';
import { type ResolveStrategy, strategyResolver } from './strategies/resolve-strategy.ts';
import { TypeChecker } from './strategies/type-checker.ts';

export interface AppConfig {
  /** Folder that holds the database. */
  home: string;
  /** As the settings say by default. */
  limits?: Partial<RunLimits>;
  /** Worker threads; as the settings say by default, which is one for each core if they say nothing. */
  threads?: number;
  /** The worker's entry, where it isn't the source file. */
  workerEntry?: URL;
}

/** What a host provides. */
export interface Ports {
  clock: () => Ms;
}

/** Every service of the app, wired once. */
export interface App {
  folder: DataFolder;
  market: MarketStore;
  deletedSeries: DeletedSeries;
  gapCounts: GapCounts;
  uploads: UploadStore;
  runs: RunStore;
  catalogue: RunCatalogue;
  runService: RunService;
  library: StrategyLibrary;
  resolveStrategy: ResolveStrategy;
  typeChecker: TypeChecker;
  analysis: Analysis;
  settings: SettingsStore;
  jobs: JobService;
  works: Works;
  /** Tells what changed, whoever keeps a copy of it. */
  changes: Feed<Change>;
  /** Threads for runs. */
  threads: number;
  /** Makes this process the one that serves the folder; gives back what ends that. @throws HindcastError `usage.in-use` */
  claim(address: string): () => void;
  /** Interrupts jobs, ends threads and closes the database. */
  close(): Promise<void>;
}

/** The kinds of work that jobs do. */
export interface Works {
  import: ReturnType<typeof importWork>;
  run: ReturnType<typeof runWork>;
  verify: ReturnType<typeof verifyWork>;
}

/**
 * Opens the database and builds every service.
 * @throws HindcastError `storage`
 */
export function createApp(config: AppConfig, ports: Ports): App {
  const database = openDatabase(join(config.home, 'hindcast.db'));
  const settings = new SettingsStore(database);
  const { workers, timeLimitSeconds, memoryLimitMegabytes } = settings.get();
  const pool = new WorkerPool({
    ...(config.workerEntry !== undefined && { entry: config.workerEntry }),
    limits: config.limits ?? { wallClock: timeLimitSeconds * 1_000, heapMegabytes: memoryLimitMegabytes },
    ...threadsOf(config.threads ?? workers),
  });
  const market = new MarketStore(database, { now: ports.clock });
  const runs = new RunStore(database);
  const runService = new RunService({ market, runs, pool, clock: ports.clock });
  const library = new StrategyLibrary();
  const resolveStrategy = strategyResolver(library, runs);
  const uploads = new UploadStore(join(config.home, 'uploads'));
  const analysis = new Analysis(database.name);
  const typeChecker = new TypeChecker();
  const changes = new Feed<Change>();
  const changed = (area: Change['area']) => () => changes.publish(area, { area });
  const works: Works = {
    import: importWork({ market, uploads, samplePath, onImported: changed('market') }),
    run: runWork({ runService, market, resolve: resolveStrategy, threads: pool.threads, onChanged: changed('runs') }),
    verify: verifyWork(runs, runService),
  };
  const jobs = new JobService({ table: new JobTable(database), works: Object.values(works), clock: ports.clock });
  return {
    folder: new DataFolder(config.home, database),
    market,
    deletedSeries: new DeletedSeries(database, market, ports.clock),
    gapCounts: new GapCounts(database, analysis),
    uploads,
    runs,
    catalogue: new RunCatalogue(database),
    runService,
    library,
    resolveStrategy,
    typeChecker,
    analysis,
    settings,
    jobs,
    works,
    changes,
    threads: pool.threads,
    claim: (address) => claimHost(database, address),
    async close() {
      await jobs.close();
      await Promise.all([pool.close(), typeChecker.close(), analysis.close()]);
      database.close();
    },
  };
}

function threadsOf(threads: number | null): { threads?: number } {
  return threads === null ? {} : { threads };
}

/** Where the data are that ship with Hindcast. */
function samplePath(name: string): string {
  return fileURLToPath(new URL(`../examples/data/${name}`, import.meta.url));
}
