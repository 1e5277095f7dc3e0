/**
 * The global names that a strategy has: pure computation only. Nothing here reads a clock, depends on the
 * machine's language or time zone, makes randomness, starts work of its own or holds memory outside the heap
 * (typed arrays do, so the thread's memory limit would not see them).
 */
export const STRATEGY_GLOBALS = [
  'undefined',
  'NaN',
  'Infinity',
  'Object',
  'Array',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Iterator',
  'String',
  'Number',
  'Boolean',
  'Symbol',
  'BigInt',
  'Math',
  'Date',
  'JSON',
  'RegExp',
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'EvalError',
  'URIError',
  'AggregateError',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
] as const;

const LOG = 'write log(…) from onBar instead';
const PLAIN_ARRAY = 'use a plain array';
const NO_WAITING = 'strategies run bar by bar and never wait';
const NO_OUTSIDE = 'strategies see only the market, their parameters and their own state';

/** What to do instead, for names that people try. */
const INSTEAD: Record<string, string> = {
  console: LOG,
  alert: LOG,
  require: "write import { … } from 'hindcast'",
  module: 'write export default strategy({ … })',
  exports: 'write export default strategy({ … })',
  performance: 'use bar.time',
  setTimeout: NO_WAITING,
  setInterval: NO_WAITING,
  setImmediate: NO_WAITING,
  queueMicrotask: NO_WAITING,
  Promise: NO_WAITING,
  crypto: "use random() from 'hindcast'",
  Intl: 'use toFixed() and string methods',
  eval: 'write the code itself',
  Function: 'write the code itself',
  ...Object.fromEntries(['process', 'fetch', 'window', 'document', 'global', 'self'].map((name) => [name, NO_OUTSIDE])),
  ...Object.fromEntries(
    ['Int8', 'Uint8', 'Uint8Clamped', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float16', 'Float32', 'Float64']
      .concat('BigInt64', 'BigUint64')
      .map((element) => [`${element}Array`, PLAIN_ARRAY]),
  ),
  ArrayBuffer: PLAIN_ARRAY,
  SharedArrayBuffer: PLAIN_ARRAY,
};

/** Why a strategy can't use this name, for a name that is neither its own nor one of its globals. */
export function unknownNameMessage(name: string): string {
  const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
  return instead === undefined ? `${name} is not defined.` : `${name} is not available in strategies: ${instead}.`;
}
