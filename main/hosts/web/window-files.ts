import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { refusal, sendError } from './replies.ts';
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

/** Serves the bundled window from `folder`; a path that is no file is a screen of it, and gets its page. */
export function windowFiles(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendError(response, refusal('method', 'Files can only be read.'), 405);
      return;
    }
    const file = fileOf(folder, pathname);
    if (file === null) {
      sendError(response, refusal('no-such-file', 'There is no such file.'));
      return;
    }
    const found = await stat(file).catch(() => null);
    if (found?.isFile() !== true) {
      sendError(response, refusal('no-such-file', 'There is no such file.'));
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
  const file = join(folder, path);
  if (!file.startsWith(folder + sep) && file !== folder) return null;
  return extname(file) === '' ? join(folder, 'index.html') : file;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
