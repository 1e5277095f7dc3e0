import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const WORTH_COLLECTING = 64 * 2 ** 20;

// Only a context made while the flag is set has the function: the strategies' never does.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
setFlagsFromString('--no-expose-gc');

/** Frees what earlier tasks of this thread left behind: it must not count against the memory of the next one. */
export function collectGarbage(): void {
  if (getHeapStatistics().used_heap_size > WORTH_COLLECTING) collect();
}
