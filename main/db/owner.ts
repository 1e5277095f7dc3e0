import { existsSync, readFileSync } from 'node:fs';

const TELLS_START = existsSync('/proc/self/stat');

/**
 * A name of this process that no later one can have: its id and, where the system tells, when it started. Work in
 * progress in the database carries it, so that others can tell whether the worker is still there.
 */
export function thisProcess(): string {
  return `${process.pid}:${startStamp(process.pid)}`;
}

/**
 * Whether the process that calls itself `owner` is still running. Only Linux tells when another process started:
 * elsewhere a new process with the same id keeps the old one's name alive until it ends.
 */
export function isAlive(owner: string): boolean {
  const [id, stamp = ''] = owner.split(':');
  return startStamp(Number(id)) === stamp;
}

/**
 * When a process started, in clock ticks since boot; empty where that can't be known, undefined when it has ended.
 * Source: proc_pid_stat(5).
 */
function startStamp(pid: number): string | undefined {
  if (!TELLS_START) return exists(pid) ? '' : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may hold anything.
    const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const hasEnded = state === 'Z' || state === 'X';
    return hasEnded ? undefined : rest[18];
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it is there, and belongs to someone else.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
