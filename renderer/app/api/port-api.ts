import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { z } from 'zod';
import type { DesktopClient } from '#shared/contract/desktop.ts';
import { CONNECT, type DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { type ApiError, apiErrorSchema } from '#shared/contract/errors.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { type Upload, uploadSchema } from '#shared/contract/market.ts';
import { typedArraySerializer } from '#shared/contract/typed-arrays.ts';
import type { Api, UploadControls } from './api.ts';

/** The desktop's window can also show its commands in the native menu and follow links from outside. */
export interface DesktopApi extends Api {
  desktop: DesktopClient;
}

/** What the preload shows; undefined in every other host. */
export function desktopBridge(): DesktopBridge<File> | undefined {
  return (globalThis as { hindcast?: DesktopBridge<File> }).hindcast;
}

/** The contract over a port, whose other end the preload hands to the desktop host. */
export function portApi(bridge: DesktopBridge<File>): DesktopApi {
  const { port1, port2 } = new MessageChannel();
  globalThis.postMessage(CONNECT, '/', [port2]);
  port1.start();
  const link = new RPCLink({ port: port1, customJsonSerializers: [typedArraySerializer] });
  const client = createORPCClient<ContractClient & { desktop: DesktopClient }>(link);
  return {
    client,
    desktop: client.desktop,
    upload: (file, controls) => upload(bridge, client, file, controls),
    // Leads nowhere: the host sees that it is asked for, and asks in turn where to save it.
    exportUrl: (run, format) =>
      new URL(`/api/v1/runs/${encodeURIComponent(run)}/export/${format}`, globalThis.location.href).href,
  };
}

const uploadReply = z.union([uploadSchema, z.strictObject({ error: apiErrorSchema })]);

/** The host copies the file from the disk: it can't be stopped on the way, only thrown away. */
async function upload(
  bridge: DesktopBridge<File>,
  client: ContractClient,
  file: File,
  { signal, onProgress }: UploadControls = {},
): Promise<Upload> {
  signal?.throwIfAborted();
  const reply = uploadReply.parse(await bridge.upload(file));
  if ('error' in reply) throw new RefusedUpload(reply.error);
  if (signal?.aborted === true) {
    await client.market.discardUpload({ upload: reply.upload });
    signal.throwIfAborted();
  }
  onProgress?.(reply.bytes);
  return reply;
}

/** Carries what the host said, as the errors of the contract do. */
class RefusedUpload extends Error {
  readonly data: ApiError;

  constructor(data: ApiError) {
    super(data.message);
    this.data = data;
  }
}
