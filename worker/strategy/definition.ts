import type { Fill } from '#shared/strategy-api/orders.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { BarContext, SetupContext, StrategyDefinition } from '#shared/strategy-api/strategy.ts';
import { readDeclaration } from './params.ts';

/** A strategy as the engine calls it: what `setup` returns is opaque here. */
export interface LoadedStrategy {
  name: string;
  description: string;
  params: ParamDeclarations;
  warmup: number | undefined;
  state(): unknown;
  setup(context: SetupContext<ParamDeclarations>): unknown;
  onBar(context: BarContext<ParamDeclarations, unknown>, setup: unknown): void;
  onStart: ((context: BarContext<ParamDeclarations, unknown>, setup: unknown) => void) | undefined;
  onFill: ((fill: Fill, context: BarContext<ParamDeclarations, unknown>, setup: unknown) => void) | undefined;
  onEnd: ((context: BarContext<ParamDeclarations, unknown>, setup: unknown) => void) | undefined;
}

const MEMBERS: readonly string[] = [
  'name',
  'description',
  'params',
  'state',
  'setup',
  'warmup',
  'onStart',
  'onBar',
  'onFill',
  'onEnd',
];
const LONGEST_NAME = 100;
const loaded = new WeakMap<object, LoadedStrategy>();

/** `strategy` as strategies import it: checks the definition where it stands. */
export function strategy(
  definition: StrategyDefinition<ParamDeclarations, unknown, unknown>,
): StrategyDefinition<ParamDeclarations, unknown, unknown> {
  if (typeof definition !== 'object' || definition === null) throw new TypeError('strategy() takes an object.');
  for (const member of Object.keys(definition)) {
    if (!MEMBERS.includes(member)) {
      throw new TypeError(`strategy: there is no member ${member.slice(0, 40)}. There are ${MEMBERS.join(', ')}.`);
    }
  }
  const { name, description = '', params = {}, state, setup, warmup, onStart, onBar, onFill, onEnd } = definition;
  if (typeof name !== 'string' || name.trim() === '') throw new TypeError('strategy: it needs a name.');
  if (typeof onBar !== 'function') throw new TypeError('strategy: it needs a function onBar.');
  for (const [member, value] of Object.entries({ state, setup, onStart, onFill, onEnd })) {
    if (value !== undefined && typeof value !== 'function') throw new TypeError(`strategy: ${member} is a function.`);
  }
  if (warmup !== undefined && !(Number.isInteger(warmup) && warmup >= 0)) {
    throw new TypeError('strategy: warmup is a whole number of bars, 0 or more.');
  }
  const declarations = Object.entries(params).map(([param, declared]) => [param, readDeclaration(param, declared)]);
  loaded.set(definition, {
    // It is printed on terminals, where control characters act.
    name: name.slice(0, LONGEST_NAME).replace(/\p{Cc}/gu, '\uFFFD'),
    description: String(description),
    params: Object.fromEntries(declarations) as ParamDeclarations,
    warmup,
    state: state === undefined ? () => ({}) : () => state.call(definition),
    setup: setup === undefined ? () => undefined : (context) => setup.call(definition, context),
    onBar: onBar.bind(definition),
    onStart: onStart?.bind(definition),
    onFill: onFill?.bind(definition),
    onEnd: onEnd?.bind(definition),
  });
  return definition;
}

/** The strategy behind a module's default export, or null when that was not made by `strategy()`. */
export function loadedStrategy(exported: unknown): LoadedStrategy | null {
  return typeof exported === 'object' && exported !== null ? (loaded.get(exported) ?? null) : null;
}
