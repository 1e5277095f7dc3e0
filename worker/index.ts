// First of all, before anything of ours or of a strategy's is loaded.
import './sandbox/lockdown.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { columnMemory } from './column-memory.ts';
import { describeStrategy } from './describe.ts';
import { collectGarbage } from './garbage.ts';
import { evaluateLines } from './lines/evaluate-lines.ts';
import { performProof } from './proofs/perform-proof.ts';
import { runStrategyTask } from './run.ts';
import { stackOf } from './sandbox/locate-error.ts';
import { performSweep } from './sweep/perform-sweep.ts';
import type { Task, TaskReplies, TaskReply } from './task.ts';

/** Entry of a worker thread: one task in, one reply out. */
export default function perform(task: Task): TaskReplies[Task['kind']] {
  columnMemory.recycle();
  collectGarbage();
  switch (task.kind) {
    case 'describe':
      return reply(() => describeStrategy(task));
    case 'run':
      return reply(() => runStrategyTask(task));
    case 'lines':
      return reply(() => evaluateLines(task));
    case 'sweep':
      return reply(() => performSweep(task));
    case 'proof':
      return reply(() => performProof(task));
  }
}

function reply<T>(work: () => T): TaskReply<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof HindcastError) return { ok: false, error: error.detail };
    // A bug of ours. The lockdown hides stacks from strategies; its report needs one.
    throw new Error(`${String(error)}\n${stackOf(error)}`);
  }
}
