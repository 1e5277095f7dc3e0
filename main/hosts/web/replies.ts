import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApiError, CONTRACT_ERRORS, contractErrorCode } from '#shared/contract/errors.ts';

/** Whether a browser wants to show the answer. */
export function isForPerson({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.accept?.includes('text/html') === true;
}

export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'content-length': Buffer.byteLength(text) });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, 'application/json', JSON.stringify(value));
}

/** An error in the shape in which the procedures send theirs. @param status the one of its code by default */
export function sendError(response: ServerResponse, error: ApiError, status?: number): void {
  const code = contractErrorCode(error);
  const sent = status ?? CONTRACT_ERRORS[code].status;
  const { complete, headers } = response.req;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  // What is left of a body that nobody reads would have to be read before the next request.
  if (hasBody && !complete) response.setHeader('connection', 'close');
  sendJson(response, sent, { defined: true, code, status: sent, message: error.message, data: error });
}

/** A refusal of the host itself. */
export function refusal(code: string, message: string, hint?: string): ApiError {
  return { kind: 'usage', code: `usage.${code}`, message, ...(hint !== undefined && { hint }) };
}
