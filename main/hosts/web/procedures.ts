import type { IncomingMessage, ServerResponse } from 'node:http';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { type Context, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import type { StandardHandlerOptions } from '@orpc/server/standard';
import { plainArraySerializer, typedArraySerializer } from '#shared/contract/typed-arrays.ts';
import { asContractError } from '../../api/errors.ts';
import type { OnBug } from '../../api/implementer.ts';
import type { ContractRouter } from '../../api/router.ts';
import { StreamedFile } from '../../api/streamed-file.ts';
import { schemaConverter } from './openapi-document.ts';

/** Sends a file that is made while it is read as it comes: its length can't be told beforehand. */
const streamed: NonNullable<StandardHandlerOptions<Context>['rootInterceptors']>[number] = async ({ next }) => {
  const result = await next();
  if (!result.matched || !(result.response.body instanceof StreamedFile)) return result;
  const { body: file } = result.response;
  const headers = {
    ...result.response.headers,
    'content-type': file.type,
    'content-disposition': dispositionOf(file.name),
  };
  return { ...result, response: { ...result.response, headers, body: file.stream() } };
};

/** The name twice: in ASCII for programs that know no more, and whole. */
function dispositionOf(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  return `inline; filename="${ascii}"; filename*=utf-8''${encodeURIComponent(name)}`;
}

/** Serves the procedures of the contract; false for paths that are none. */
export type ServeProcedures = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export const RPC_PREFIX = '/rpc';
export const REST_PREFIX = '/api/v1';

/** The contract twice: as the window speaks it, and as REST with plain JSON. */
export function procedures(router: ContractRouter, onBug: OnBug): ServeProcedures {
  /** Errors of procedures are in the contract's words; what else fails is a request that can't be read. */
  const inContractWords = async <T>({ next }: { next: () => Promise<T> }): Promise<T> => {
    try {
      return await next();
    } catch (error) {
      const known = error instanceof ORPCError ? error : new ORPCError('BAD_REQUEST', { cause: error });
      throw asContractError(known, onBug);
    }
  };
  const rpc = new RPCHandler(router, {
    customJsonSerializers: [typedArraySerializer],
    interceptors: [inContractWords],
  });
  const rest = new OpenAPIHandler(router, {
    customJsonSerializers: [plainArraySerializer],
    interceptors: [inContractWords],
    rootInterceptors: [streamed],
    plugins: [new SmartCoercionPlugin({ schemaConverters: [schemaConverter] })],
  });
  return async (request, response) => {
    const isRpc = request.url?.startsWith(`${RPC_PREFIX}/`) === true;
    const handled = isRpc
      ? await rpc.handle(request, response, { prefix: RPC_PREFIX, context: {} })
      : await rest.handle(request, response, { prefix: REST_PREFIX, context: {} });
    return handled.matched;
  };
}
