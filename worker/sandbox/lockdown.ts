/**
 * Freezes the built-in objects of this thread, so that no strategy can change them for the next one. Import it
 * first thing in a thread that runs strategies, and nowhere else: it can't be undone.
 */
import 'ses';
import { makeLocalTimeUtc } from './utc-date.ts';

makeLocalTimeUtc();

// The only way to a Promise, and so to work after the end of a run, that needs neither the global nor async syntax.
Reflect.deleteProperty(Array, 'fromAsync');

// A message of ours may be thrown deep inside the engine: the strategy's own frame must still be in the stack.
Error.stackTraceLimit = 50;

lockdown({
  // Stacks name files of this machine: strategies see none, the host reads them with getStackString.
  errorTaming: 'safe',
  stackFiltering: 'verbose',
  // Frozen prototypes would refuse `point.toString = …`, which is ordinary code.
  overrideTaming: 'moderate',
  localeTaming: 'safe',
  evalTaming: 'no-eval',
  // The thread's errors are its owner's business.
  errorTrapping: 'none',
  unhandledRejectionTrapping: 'none',
  consoleTaming: 'unsafe',
  reporting: 'none',
});
