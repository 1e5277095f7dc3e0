import { type Context, type ImplementerInternalWithMiddlewares, implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { asContractError } from './errors.ts';

/** Hears of errors that nobody expected. */
export type OnBug = (error: unknown) => void;

/** Where the procedures of the contract get their implementation; errors leave it in the contract's words. */
export function implementer(onBug: OnBug): Implementer {
  return implement(contract).use(async ({ next }) => {
    try {
      const result = await next();
      return isStream(result.output) ? { ...result, output: worded(result.output, onBug) } : result;
    } catch (error) {
      throw asContractError(error, onBug);
    }
  });
}

function isStream(output: unknown): output is AsyncGenerator {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/** The same stream: what fails while it runs fails in the contract's words, too. */
async function* worded(stream: AsyncGenerator, onBug: OnBug): AsyncGenerator {
  try {
    return yield* stream;
  } catch (error) {
    throw asContractError(error, onBug);
  }
}

export type Implementer = ImplementerInternalWithMiddlewares<typeof contract, Context, Context>;

/** The implementation of one area of the contract. */
export type AreaRouter<K extends keyof typeof contract> = Router<(typeof contract)[K], Context>;
