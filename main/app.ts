import { join } from 'node:path';
import type { Ms } from '#shared/domain/units.ts';
import { openDatabase } from './db/open.ts';
import { MarketStore } from './market/store/market-store.ts';
import { RunService } from './runs/run-service.ts';
import { RunStore } from './runs/run-store.ts';
import { type RunLimits, WorkerPool } from './runs/worker-pool.ts';
import { TypeChecker } from './strategies/type-checker.ts';

export interface AppConfig {
  /** Folder that holds the database. */
  home: string;
  limits?: Partial<RunLimits>;
  /** Worker threads; one for each core by default. */
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
  market: MarketStore;
  runs: RunStore;
  runService: RunService;
  typeChecker: TypeChecker;
  close(): Promise<void>;
}

/**
 * Opens the database and builds every service.
 * @throws HindcastError `storage`
 */
export function createApp(config: AppConfig, ports: Ports): App {
  const database = openDatabase(join(config.home, 'hindcast.db'));
  const market = new MarketStore(database, { now: ports.clock });
  const runs = new RunStore(database);
  const pool = new WorkerPool({
    ...(config.workerEntry !== undefined && { entry: config.workerEntry }),
    ...(config.threads !== undefined && { threads: config.threads }),
    ...(config.limits !== undefined && { limits: config.limits }),
  });
  const typeChecker = new TypeChecker();
  return {
    market,
    runs,
    runService: new RunService({ market, runs, pool, clock: ports.clock }),
    typeChecker,
    async close() {
      await Promise.all([pool.close(), typeChecker.close()]);
      database.close();
    },
  };
}
