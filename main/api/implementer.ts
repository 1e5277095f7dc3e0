import { type Context, type ImplementerInternalWithMiddlewares, implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { asContractError } from './errors.ts';

/** Hears of errors that nobody expected. */
export type OnBug = (error: unknown) => void;

/** Where the procedures of the contract get their implementation; errors leave it in the contract's words. */
export function implementer(onBug: OnBug): Implementer {
  return implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw asContractError(error, onBug);
    }
  });
}

export type Implementer = ImplementerInternalWithMiddlewares<typeof contract, Context, Context>;

/** The implementation of one area of the contract. */
export type AreaRouter<K extends keyof typeof contract> = Router<(typeof contract)[K], Context>;
