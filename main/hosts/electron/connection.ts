import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { AnyContractRouter } from '@orpc/contract';
import type { Context, Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain } from 'electron';
import { CONNECT, UPLOAD } from '#shared/contract/desktop-bridge.ts';
import { typedArraySerializer } from '#shared/contract/typed-arrays.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { asContractError } from '../../api/errors.ts';
import type { UploadStore } from '../../market/import/upload-store.ts';
import { isTrustedFrame } from './origin.ts';

export interface ConnectionParts {
  page: string;
  router: Router<AnyContractRouter, Context>;
  uploads: UploadStore;
  onBug: (error: unknown) => void;
}

/** Serves the contract to the window over the ports that it hands over, and takes in its files. */
export function serveWindow({ page, router, uploads, onBug }: ConnectionParts): void {
  const handler = new RPCHandler(router, {
    customJsonSerializers: [typedArraySerializer],
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw asContractError(error, onBug);
        }
      },
    ],
  });
  ipcMain.on(CONNECT, ({ senderFrame, ports }) => {
    if (!isTrustedFrame(senderFrame, page)) {
      for (const port of ports) port.close();
      return;
    }
    const [port] = ports;
    if (port === undefined) return;
    handler.upgrade(port);
    port.start();
  });
  ipcMain.handle(UPLOAD, async ({ senderFrame }, path: unknown) => {
    if (!isTrustedFrame(senderFrame, page)) throw new Error('this page may not hand over files');
    try {
      if (typeof path !== 'string' || path === '') throw notOnDisk();
      return await uploads.receive(basename(path), createReadStream(path));
    } catch (error) {
      return { error: asContractError(error, onBug).data };
    }
  });
}

function notOnDisk(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.file-not-on-disk',
    message: 'The file is not on this computer’s disk.',
    hint: 'Save it to a folder, and choose it there.',
  });
}
