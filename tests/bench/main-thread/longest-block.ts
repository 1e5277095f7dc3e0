import { setTimeout as wait } from 'node:timers/promises';

/** Between two looks, ms. */
const INTERVAL = 1;

/** How work went, ms. */
export interface Measured {
  /** The longest time for which the event loop of this thread got no turn, whoever had the processor. */
  longestBlock: number;
  /** The most that this thread computed between two turns: what others do on the machine doesn't count. */
  longestWork: number;
  /** From its begin to its end. */
  took: number;
}

/** Performs work and watches the event loop of this thread meanwhile. */
export async function longestBlock(work: () => Promise<unknown>): Promise<Measured> {
  await wait(50);
  const measured: Measured = { longestBlock: 0, longestWork: 0, took: 0 };
  let wall = performance.now();
  let cpu = threadCpu();
  const look = () => {
    const now = { wall: performance.now(), cpu: threadCpu() };
    measured.longestBlock = Math.max(measured.longestBlock, now.wall - wall - INTERVAL);
    measured.longestWork = Math.max(measured.longestWork, now.cpu - cpu);
    [wall, cpu] = [now.wall, now.cpu];
  };
  const timer = setInterval(look, INTERVAL);
  const start = performance.now();
  await work();
  measured.took = performance.now() - start;
  await wait(10 * INTERVAL);
  clearInterval(timer);
  return measured;
}

function threadCpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e3;
}
