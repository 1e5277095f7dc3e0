import { sentence } from '#shared/domain/sentence.ts';
import type { CompiledStrategy } from './compile.ts';
import { STRATEGY_GLOBALS } from './globals.ts';
import type { LinkedModule } from './link-modules.ts';
import { sourceError } from './source-text.ts';
import { createUtcDate } from './utc-date.ts';

type Link = (...globals: unknown[]) => (((...imports: unknown[]) => unknown) | null)[];

/**
 * Runs a strategy's top level in a sandbox of its own and returns its default export. Whatever it calls later
 * runs in the same sandbox. Of a strategy of several files, each runs once, after those that it imports.
 *
 * The thread must have imported lockdown.ts. The module's exports are hardened (frozen, with everything reachable
 * from them); objects that are handed to the strategy later must be hardened by who hands them.
 *
 * Every global is a parameter of a function around the code: as a true global it would be looked up by name on
 * each use, many times slower.
 *
 * @param hindcastModule what `import … from 'hindcast'` finds
 * @param hidden values of the names that the code was compiled with beside the globals
 * @throws HindcastError `strategy.import` for a name that the module doesn't have, `strategy.syntax`
 * @throws whatever the strategy itself throws: see locateError
 */
export function evaluateStrategy(
  compiled: CompiledStrategy,
  hindcastModule: Record<string, unknown>,
  hidden: readonly unknown[] = [],
): unknown {
  if (!Object.isFrozen(Object.prototype))
    throw new Error('a thread that runs strategies must import lockdown.ts first');
  const hindcast = harden({ ...hindcastModule });
  for (const module of compiled.modules) assertImports(module, hindcast);
  const compartment = createCompartment();
  const link = linkerOf(compiled, compartment);
  const globals = STRATEGY_GLOBALS.map((name) => compartment.globalThis[name] as unknown);
  const files = link(...globals, ...hidden.map((value) => harden(value)));
  /** What files export that have run. No file needs one that needs it, so this comes to an end. */
  const run = new Map<number, unknown>();
  const exportsOf = (number: number): unknown => {
    if (!run.has(number)) {
      const imports = compiled.modules[number]?.imports ?? [];
      const values = imports.map(({ module, imported }) => {
        const from = module === null ? hindcast : (exportsOf(module) as Record<string, unknown>);
        return imported === '*' ? from : from[imported];
      });
      const file = files[number];
      const exported = file?.(...values);
      run.set(number, number === 0 ? exported : Object.freeze(exported));
    }
    return run.get(number);
  };
  return exportsOf(0);
}

function assertImports({ file, text, imports }: LinkedModule, hindcast: Record<string, unknown>): void {
  for (const { module, imported, offset } of imports) {
    if (module !== null || imported === '*' || Object.hasOwn(hindcast, imported)) continue;
    throw sourceError({ file, text }, offset, {
      code: 'strategy.import',
      message: `'hindcast' has no ${imported === 'default' ? 'default export' : `export named ${imported}`}.`,
      hint: `It exports ${Object.keys(hindcast).toSorted().join(', ')}. A type is imported with import type { … }.`,
    });
  }
}

/** A sandbox with exactly the globals of STRATEGY_GLOBALS, all of them frozen. */
function createCompartment(): Compartment {
  const compartment = new Compartment({ __options__: true });
  const { globalThis: global } = compartment;
  const kept = new Set<PropertyKey>(['globalThis', ...STRATEGY_GLOBALS]);
  for (const key of Reflect.ownKeys(global)) if (!kept.has(key)) Reflect.deleteProperty(global, key);
  global['Math'] = createRepeatableMath(global['Math'] as Math);
  global['Date'] = createUtcDate();
  // Names of a frozen global are constants to the code; it must be done before the first evaluation.
  harden(global);
  return compartment;
}

function createRepeatableMath(math: Math): object {
  return Object.create(Object.prototype, {
    ...Object.getOwnPropertyDescriptors(math),
    random: {
      value: () => {
        throw new TypeError(
          "Math.random is not available in strategies, so that runs repeat: use random() from 'hindcast'.",
        );
      },
    },
  });
}

function linkerOf({ code, source, file }: CompiledStrategy, compartment: Compartment): Link {
  try {
    return compartment.evaluate(code) as Link;
  } catch (thrown) {
    // Nothing of the strategy has run yet: only reading its text can have failed.
    const reason = thrown instanceof Error ? thrown.message : 'The text of the strategy can not be read.';
    throw sourceError({ file, text: source }, 0, { message: sentence(reason) });
  }
}
