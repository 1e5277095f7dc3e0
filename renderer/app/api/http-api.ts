import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { type ApiError, apiErrorOf } from '#shared/contract/errors.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { type Upload, uploadSchema } from '#shared/contract/market.ts';
import { typedArraySerializer } from '#shared/contract/typed-arrays.ts';
import type { Api, UploadControls } from './api.ts';

/** No form and no other site can send it without asking first. */
const OWN_HEADERS = { 'x-hindcast': '1' };

/** The contract over HTTP, streams as server-sent events, on the origin that the window came from. */
export function httpApi(origin: string): Api {
  const link = new RPCLink({
    url: `${origin}/rpc`,
    headers: OWN_HEADERS,
    customJsonSerializers: [typedArraySerializer],
  });
  return {
    client: createORPCClient<ContractClient>(link),
    upload: (file, controls) =>
      upload(`${origin}/api/v1/uploads?name=${encodeURIComponent(file.name)}`, file, controls),
    exportUrl: (run, format) => `${origin}/api/v1/runs/${encodeURIComponent(run)}/export/${format}`,
  };
}

/** An XMLHttpRequest, because fetch doesn't tell how far an upload is. */
function upload(url: string, file: File, { signal, onProgress }: UploadControls = {}): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(OWN_HEADERS)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => onProgress?.(loaded);
    request.onload = () => {
      const received = uploadSchema.safeParse(request.response);
      if (received.success) resolve(received.data);
      else reject(new UploadError(apiErrorOf(request.response)));
    };
    request.onerror = () => reject(new UploadError(apiErrorOf(new TypeError('the upload got no answer'))));
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Carries what the host said, as the errors of the contract do. */
class UploadError extends Error {
  readonly data: ApiError;

  constructor(data: ApiError) {
    super(data.message);
    this.data = data;
  }
}
