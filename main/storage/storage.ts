import type { Database } from 'better-sqlite3';
import { type Asked, asked, type Streamed } from '../threads/asked.ts';
import { Thread } from '../threads/thread.ts';
import { type StorageServices, storageServices } from './storage-services.ts';

type Part<K extends keyof StorageServices, Method extends keyof Asked<StorageServices[K]>> = Pick<
  Asked<StorageServices[K]>,
  Method
>;

/** What is written to the database, and what takes a while to be read. */
export interface Storage {
  market: Part<'market', 'compact'>;
  deletedSeries: Asked<StorageServices['deletedSeries']>;
  gaps: Part<'gaps', 'put'>;
  imports: Streamed<StorageServices['imports']>;
  inputs: Asked<StorageServices['inputs']>;
  runs: Part<'runs', 'begin' | 'finish' | 'fail' | 'holds'>;
  catalogue: Part<'catalogue', 'annotate' | 'delete'>;
  sweeps: Part<'sweeps', 'add' | 'claim' | 'putManifest' | 'put' | 'end' | 'delete'>;
  sweepResults: Asked<StorageServices['sweepResults']>;
  proofs: Part<'proofs', 'put'>;
  jobs: Part<'jobs', 'add' | 'put'>;
  settings: Part<'settings', 'set'>;
  host: Asked<StorageServices['host']>;
  /** Waits until all that it was asked is done. */
  close(): Promise<void>;
}

/**
 * The storage on a thread of its own, with a connection of its own: writes take their turn there, wait there while
 * another program writes, and read there what takes a while. Whatever serves a window reads small things beside it,
 * and never waits.
 * @param database path of the file, opened by this process as long as the thread is asked
 */
export function storageThread(database: string): Storage {
  const thread = new Thread<StorageServices>(new URL('./storage-thread.ts', import.meta.url), { data: { database } });
  return {
    market: thread.calls('market'),
    deletedSeries: thread.calls('deletedSeries'),
    gaps: thread.calls('gaps'),
    imports: thread.streams('imports'),
    inputs: thread.calls('inputs'),
    runs: thread.calls('runs'),
    catalogue: thread.calls('catalogue'),
    sweeps: thread.calls('sweeps'),
    sweepResults: thread.calls('sweepResults'),
    proofs: thread.calls('proofs'),
    jobs: thread.calls('jobs'),
    settings: thread.calls('settings'),
    host: thread.calls('host'),
    close: () => thread.close(),
  };
}

/** The storage on this thread, for commands that have nobody to keep waiting: a thread costs more than most of them. */
export function storageHere(database: Database): Storage {
  const { imports, ...services } = storageServices(database);
  return {
    market: asked(services.market),
    deletedSeries: asked(services.deletedSeries),
    gaps: asked(services.gaps),
    imports,
    inputs: asked(services.inputs),
    runs: asked(services.runs),
    catalogue: asked(services.catalogue),
    sweeps: asked(services.sweeps),
    sweepResults: asked(services.sweepResults),
    proofs: asked(services.proofs),
    jobs: asked(services.jobs),
    settings: asked(services.settings),
    host: asked(services.host),
    close: async () => {},
  };
}
