import type { IncomingMessage } from 'node:http';
import type { ApiError } from '#shared/contract/errors.ts';
import { refusal } from './replies.ts';

/** The largest body of a call; files have a way of their own. */
export const LARGEST_BODY = 8 * 1024 ** 2;

export interface Refused {
  status: number;
  error: ApiError;
}

/**
 * What is wrong with where a request comes from; null when nothing is.
 *
 * - `Host` must name this machine: a site whose name was pointed at 127.0.0.1 sends its own (DNS rebinding).
 * - `Origin` and `Sec-Fetch-Site`, where a browser sends them, must say that the window itself asks.
 */
export function originProblem({ headers }: IncomingMessage, port: number): Refused | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = headers;
  if (!hosts.includes(host)) return { status: 421, error: refusal('host', 'This address is not served here.') };
  const site = headers['sec-fetch-site'] ?? 'none';
  const isOwn = origin === undefined || origin === `http://${host}`;
  if (isOwn && (site === 'none' || site === 'same-origin')) return null;
  return { status: 403, error: refusal('origin', 'Another site can’t ask Hindcast for anything.') };
}

/**
 * What is wrong with a call that changes something; null when nothing is. A browser that sends its cookie must also
 * send a header that forms can't have and that other sites would need leave for.
 */
export function changeProblem({ method = '', headers }: IncomingMessage, proof: 'cookie' | 'bearer'): Refused | null {
  if (method === 'GET' || method === 'HEAD' || proof === 'bearer' || headers['x-hindcast'] !== undefined) return null;
  return { status: 403, error: refusal('csrf', 'The header x-hindcast is missing.') };
}

/** What is wrong with the size of a call; null when nothing is. */
export function bodyProblem({ headers }: IncomingMessage): Refused | null {
  if (headers['transfer-encoding'] !== undefined) {
    return { status: 411, error: refusal('length-required', 'A call says how long it is.') };
  }
  if (Number(headers['content-length'] ?? 0) <= LARGEST_BODY) return null;
  const message = `A call has at most ${LARGEST_BODY / 1024 ** 2} MB.`;
  return { status: 413, error: refusal('too-large', message, 'Files are uploaded to /api/v1/uploads.') };
}
