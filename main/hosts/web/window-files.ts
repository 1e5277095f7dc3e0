import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { messagePage } from './message-page.ts';
import { isForPerson, refusal, sendError, sendText } from './replies.ts';
import { WINDOW_POLICY } from './security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

const MISSING_PAGE = messagePage('There is nothing at this address. <a href="/">Open Hindcast</a>');

/** Serves the bundled window from `folder`. Its page is at `/` alone: the places inside it stand behind a `#`. */
export function windowFiles(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendError(response, refusal('method', 'Files can only be read.'), 405);
      return;
    }
    const file = fileOf(folder, pathname);
    const found = file === null ? null : await stat(file).catch(() => null);
    if (file === null || found?.isFile() !== true) {
      if (isForPerson(request)) sendText(response, 404, 'text/html', MISSING_PAGE);
      else sendError(response, refusal('no-such-file', 'There is no such file.'));
      return;
    }
    response.setHeader('content-security-policy', WINDOW_POLICY);
    // The names of bundled files hold a hash of their content.
    if (pathname.startsWith('/assets/')) response.setHeader('cache-control', 'private, max-age=31536000, immutable');
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': found.size,
    });
    if (request.method === 'HEAD') response.end();
    // A browser that went away needs no file.
    else await pipeline(createReadStream(file), response).catch(() => {});
  };
}

/** The file that a path means; null for one that can't be inside the folder. */
function fileOf(folder: string, pathname: string): string | null {
  const path = decoded(pathname);
  if (path === null || /[\0\\]/.test(path)) return null;
  const file = join(folder, path === '/' ? 'index.html' : path);
  return file.startsWith(folder + sep) ? file : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
