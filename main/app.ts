import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StrategyEvent } from '#shared/contract/strategy.ts';
import type { Change } from '#shared/contract/system.ts';
import type { Ms } from '#shared/domain/units.ts';
import { Analysis } from './analysis/analysis.ts';
import { DataFolder } from './db/data-folder.ts';
import { FolderMove } from './db/folder/folder-move.ts';
import type { FolderPointer } from './db/folder/folder-pointer.ts';
import { claimHost } from './db/host-claim.ts';
import { openDatabase } from './db/open.ts';
import { Feed } from './jobs/feed.ts';
import { JobService } from './jobs/job-service.ts';
import { JobTable } from './jobs/job-table.ts';
import { importWork } from './jobs/kinds/import-work.ts';
import { proofWork } from './jobs/kinds/proof-work.ts';
import { requestOf, runWork } from './jobs/kinds/run-work.ts';
import { sweepWork } from './jobs/kinds/sweep-work.ts';
import { verifyWork } from './jobs/kinds/verify-work.ts';
import { GapCounts } from './market/gap-counts.ts';
import { GapTable } from './market/gap-table.ts';
import { UploadStore } from './market/import/upload-store.ts';
import { MarketStore } from './market/store/market-store.ts';
import { BackgroundProofs } from './proofs/background-proofs.ts';
import { ProofService } from './proofs/proof-service.ts';
import { ProofStore } from './proofs/proof-store.ts';
import { RunCatalogue } from './runs/run-catalogue.ts';
import { RunLines } from './runs/run-lines.ts';
import { RunService } from './runs/run-service.ts';
import { RunStore } from './runs/run-store.ts';
import { type RunLimits, WorkerPool } from './runs/worker-pool.ts';
import { SettingsStore } from './settings/settings-store.ts';
import { type Storage, storageHere, storageThread } from './storage/storage.ts';
import { type ResolveStrategy, strategyResolver } from './strategies/resolve-strategy.ts';
import { StrategyFolders } from './strategies/strategy-folders.ts';
import { StrategyStore } from './strategies/strategy-store.ts';
import { Templates } from './strategies/templates.ts';
import { TypeChecker } from './strategies/type-checker.ts';
import { SweepService } from './sweeps/sweep-service.ts';
import { SweepStore } from './sweeps/sweep-store.ts';
import { TrialLedger } from './sweeps/trial-ledger.ts';

export interface AppConfig {
  /** Folder that holds the database. */
  home: string;
  /** What says that the folder is there; none where it was named for this start alone, and can't be moved. */
  pointer?: FolderPointer | null;
  /** As the settings say by default. */
  limits?: Partial<RunLimits>;
  /** Worker threads; as the settings say by default, which is one for each core if they say nothing. */
  threads?: number;
  /** Whether somebody looks at it who must not be kept waiting; yes by default. */
  hasWindow?: boolean;
  /** The worker's entry, where it isn't the source file. */
  workerEntry?: URL;
}

/** What a host provides. */
export interface Ports {
  clock: () => Ms;
  /** Closes the app and opens it again: its folder is elsewhere. */
  reopen?: () => void;
}

/** Every service of the app, wired once. */
export interface App {
  folder: DataFolder;
  folderMove: FolderMove;
  /** Has the host close this app and open it on the folder that counts. */
  reopen: () => void;
  market: MarketStore;
  gapCounts: GapCounts;
  uploads: UploadStore;
  runs: RunStore;
  catalogue: RunCatalogue;
  runService: RunService;
  runLines: RunLines;
  proofService: ProofService;
  sweeps: SweepStore;
  sweepService: SweepService;
  trials: TrialLedger;
  templates: Templates;
  strategies: StrategyStore;
  strategyFolders: StrategyFolders;
  /** Tells what is new about strategies. */
  strategyEvents: Feed<StrategyEvent>;
  resolveStrategy: ResolveStrategy;
  typeChecker: TypeChecker;
  analysis: Analysis;
  settings: SettingsStore;
  storage: Storage;
  clock: Ports['clock'];
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
  sweep: ReturnType<typeof sweepWork>;
  proof: ReturnType<typeof proofWork>;
}

/**
 * Opens the database and builds every service.
 * @throws HindcastError `storage`
 */
export function createApp(config: AppConfig, ports: Ports): App {
  const database = openDatabase(join(config.home, 'hindcast.db'));
  const folderMove = new FolderMove(config.home, database, config.pointer ?? null);
  const settings = new SettingsStore(database);
  const { workers, timeLimitSeconds, memoryLimitMegabytes } = settings.get();
  const pool = new WorkerPool({
    ...(config.workerEntry !== undefined && { entry: config.workerEntry }),
    limits: config.limits ?? { wallClock: timeLimitSeconds * 1_000, heapMegabytes: memoryLimitMegabytes },
    ...threadsOf(config.threads ?? workers),
  });
  const market = new MarketStore(database, { now: ports.clock });
  const runs = new RunStore(database);
  const storage = config.hasWindow === false ? storageHere(database) : storageThread(database.name);
  const runService = new RunService({ runs, storage, pool, clock: ports.clock });
  const templates = new Templates();
  const changes = new Feed<Change>();
  const changed = (area: Change['area']) => () => changes.publish(area, { area });
  const strategyEvents = new Feed<StrategyEvent>();
  const strategies = new StrategyStore({
    database,
    now: ports.clock,
    author: userName(),
    onChange: (event) => {
      strategyEvents.publish(event.strategy, event);
      changed('strategies')();
    },
  });
  const strategyFolders = new StrategyFolders(strategies);
  const resolveStrategy = strategyResolver({ templates, strategies, runs });
  const sweeps = new SweepStore(database);
  const sweepService = new SweepService({
    sweeps,
    storage,
    pool,
    runService,
    requestOf: (input) => requestOf(input, market, resolveStrategy),
    clock: ports.clock,
  });
  const uploads = new UploadStore(join(config.home, 'uploads'));
  const analysis = new Analysis(database.name);
  const typeChecker = new TypeChecker();
  const proofService = new ProofService({
    runs,
    proofs: new ProofStore(database),
    storage,
    pool,
    doubts: (source) => typeChecker.doubts(source),
    clock: ports.clock,
    onChanged: changed('runs'),
  });
  const works: Works = {
    import: importWork({
      imports: storage.imports,
      uploads,
      samplePath,
      clock: ports.clock,
      onImported: changed('market'),
    }),
    run: runWork({
      runService,
      market,
      resolve: resolveStrategy,
      threads: pool.threads,
      noteRun: (strategy, run) => strategies.noteRun(strategy, run),
      onChanged: changed('runs'),
    }),
    verify: verifyWork(runs, runService),
    sweep: sweepWork(sweepService),
    proof: proofWork(runs, proofService),
  };
  const jobs = new JobService({
    table: new JobTable(database),
    stored: storage.jobs,
    works: Object.values(works),
    clock: ports.clock,
  });
  const backgroundProofs = new BackgroundProofs({ jobs, runs, proofService, threads: pool.threads });
  return {
    folder: new DataFolder(config.home, database),
    folderMove,
    reopen: ports.reopen ?? (() => {}),
    market,
    gapCounts: new GapCounts(new GapTable(database), storage.gaps, analysis),
    uploads,
    runs,
    catalogue: new RunCatalogue(database),
    runService,
    runLines: new RunLines(analysis.lines, pool),
    proofService,
    sweeps,
    sweepService,
    trials: new TrialLedger(database),
    templates,
    strategies,
    strategyFolders,
    strategyEvents,
    resolveStrategy,
    typeChecker,
    analysis,
    settings,
    storage,
    clock: ports.clock,
    jobs,
    works,
    changes,
    threads: pool.threads,
    claim(address) {
      claimHost(database, address);
      strategyFolders.start();
      backgroundProofs.start();
      return () => {
        // What a dead process claims is nobody's.
        if (!folderMove.hasMoved) void storage.host.release().catch(() => {});
      };
    },
    async close() {
      folderMove.open();
      await Promise.all([jobs.close(), strategyFolders.stop(), backgroundProofs.stop()]);
      await Promise.all([pool.close(), typeChecker.close(), analysis.close()]);
      await storage.close();
      database.close();
    },
  };
}

function threadsOf(threads: number | null): { threads?: number } {
  return threads === null ? {} : { threads };
}

/** Who makes revisions; the system doesn't always know. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** Where the data are that ship with Hindcast. */
function samplePath(name: string): string {
  return fileURLToPath(new URL(`../examples/data/${name}`, import.meta.url));
}
