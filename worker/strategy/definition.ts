import type { Fill } from '#shared/strategy-api/orders.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type {
  BarContext,
  SetupContext,
  SignalStrategyDefinition,
  StrategyDefinition,
} from '#shared/strategy-api/strategy.ts';
import { BarSignals } from '../signals/event-form.ts';
import { readSignals, type SignalPlan } from '../signals/plan.ts';
import { readDeclaration } from './params.ts';
import type { ColumnSeries } from './series.ts';

/** A strategy as the engine calls it, whichever form it has: what `setup` returns is opaque here. */
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
  /** What a signals strategy plans for all bars, which the kernel can run on; null for one with `onBar`. */
  signals: ((context: SetupContext<ParamDeclarations>) => SignalPlan) | null;
}

type EventDefinition = StrategyDefinition<ParamDeclarations, unknown, unknown>;
type SignalDefinition = SignalStrategyDefinition<ParamDeclarations>;
type Form = Omit<LoadedStrategy, 'name' | 'description' | 'params' | 'warmup'>;

const HEAD: readonly string[] = ['name', 'description', 'params', 'warmup'];
const EVENT_MEMBERS: readonly string[] = ['state', 'setup', 'onStart', 'onBar', 'onFill', 'onEnd'];
const MEMBERS = [...HEAD, ...EVENT_MEMBERS, 'signals'];
const LONGEST_NAME = 100;
const loaded = new WeakMap<object, LoadedStrategy>();

/** `strategy` as strategies import it: checks the definition where it stands. */
export function strategy<D extends EventDefinition | SignalDefinition>(definition: D): D {
  if (typeof definition !== 'object' || definition === null) throw new TypeError('strategy() takes an object.');
  const members = Object.keys(definition);
  const unknown = members.find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) {
    throw new TypeError(`strategy: there is no member ${unknown.slice(0, 40)}. There are ${MEMBERS.join(', ')}.`);
  }
  const { name, description = '', params = {}, warmup } = definition;
  if (typeof name !== 'string' || name.trim() === '') throw new TypeError('strategy: it needs a name.');
  if (warmup !== undefined && !(Number.isInteger(warmup) && warmup >= 0)) {
    throw new TypeError('strategy: warmup is a whole number of bars, 0 or more.');
  }
  const form = definition.signals === undefined ? eventForm(definition) : signalForm(definition, members);
  const declarations = Object.entries(params).map(([param, declared]) => [param, readDeclaration(param, declared)]);
  loaded.set(definition, {
    // It is printed on terminals, where control characters act.
    name: name.slice(0, LONGEST_NAME).replace(/\p{Cc}/gu, '\uFFFD'),
    description: String(description),
    params: Object.fromEntries(declarations) as ParamDeclarations,
    warmup,
    ...form,
  });
  return definition;
}

function eventForm(definition: EventDefinition): Form {
  const { state, setup, onStart, onBar, onFill, onEnd } = definition;
  if (typeof onBar !== 'function') throw new TypeError('strategy: it needs a function onBar, or signals.');
  for (const [member, value] of Object.entries({ state, setup, onStart, onFill, onEnd })) {
    if (value !== undefined) requireFunction(member, value);
  }
  return {
    state: state === undefined ? () => ({}) : () => state.call(definition),
    setup: setup === undefined ? () => undefined : (context) => setup.call(definition, context),
    onBar: onBar.bind(definition),
    onStart: onStart?.bind(definition),
    onFill: onFill?.bind(definition),
    onEnd: onEnd?.bind(definition),
    signals: null,
  };
}

function signalForm(definition: SignalDefinition, members: readonly string[]): Form {
  const { signals } = definition;
  requireFunction('signals', signals);
  const other = members.find((member) => EVENT_MEMBERS.includes(member));
  if (other !== undefined) {
    throw new TypeError(`strategy: it has signals and ${other}, but signals stand alone: take one of them out.`);
  }
  const plan = (context: SetupContext<ParamDeclarations>) => readSignals(signals.call(definition, context));
  return {
    state: () => ({}),
    setup: (context) => new BarSignals(plan(context), context.data.close as ColumnSeries),
    onBar: (context, setup) => (setup as BarSignals).trade(context),
    onStart: undefined,
    onFill: undefined,
    onEnd: undefined,
    signals: plan,
  };
}

function requireFunction(member: string, value: unknown): void {
  if (typeof value !== 'function') throw new TypeError(`strategy: ${member} is a function.`);
}

/** The strategy behind a module's default export, or null when that was not made by `strategy()`. */
export function loadedStrategy(exported: unknown): LoadedStrategy | null {
  return typeof exported === 'object' && exported !== null ? (loaded.get(exported) ?? null) : null;
}
