import type { ContractClient } from '#shared/contract/index.ts';
import { type Connection, connectionChanged } from './connection-slice.ts';
import { hostApi } from './host-api.ts';
import { jobChanged, jobsAnswered, selectActiveJobs } from './jobs-slice.ts';
import type { Store } from './store.ts';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
/** Of the jobs, once the host is back. */
const NEWEST = 100;
const UNAUTHORIZED = 401;

/**
 * Keeps the window's copies as fresh as the host: jobs as they change, and every other answer stale as soon as what
 * it tells of changes. Where the streams break off, it tries again and again, and everything is asked for anew once
 * they are back.
 * @returns what ends it
 */
export function followHost(client: ContractClient, store: Store): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let wasLost = false;
  void keepFollowing(
    async (onConnected) => {
      const changes = await client.system.changes(undefined, { signal });
      onConnected();
      store.dispatch(connectionChanged('connected'));
      if (wasLost)
        store.dispatch(hostApi.util.invalidateTags(['market', 'runs', 'settings', 'strategies', 'sweeps', 'system']));
      for await (const { area } of changes) store.dispatch(hostApi.util.invalidateTags([area]));
    },
    (error) => {
      wasLost = true;
      store.dispatch(connectionChanged(connectionAfter(error)));
    },
    signal,
  );
  void keepFollowing(
    async (onConnected) => {
      const jobs = await client.jobs.watch({}, { signal });
      onConnected();
      // The stream begins with those that go on; what became of the others is asked for.
      if (selectActiveJobs(store.getState()).length > 0) {
        const { rows } = await client.jobs.list({ limit: NEWEST }, { signal });
        store.dispatch(jobsAnswered(rows));
      }
      for await (const job of jobs) store.dispatch(jobChanged(job));
    },
    () => {},
    signal,
  );
  return () => ending.abort();
}

/** A host that was started again answers, but knows no window of before: only its new address leads in. */
export function connectionAfter(error: unknown): Connection {
  const { status } = Object(error) as { status?: unknown };
  return status === UNAUTHORIZED ? 'locked' : 'lost';
}

/** Follows a stream until it is ended from here, with longer and longer pauses between tries that come to nothing. */
export async function keepFollowing(
  follow: (onConnected: () => void) => Promise<void>,
  onLost: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    let error: unknown = null;
    try {
      await follow(() => {
        pause = FIRST_PAUSE;
      });
    } catch (thrown) {
      error = thrown;
    }
    if (signal.aborted) return;
    onLost(error);
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  }
}
