import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { isOwnAddress } from './origin.ts';

/** Everything comes from the app itself; styles may stand in elements, as those of the editor do. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.map': 'application/json',
};

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** The file of the folder that an address of the app means; null where it would lie outside, or has no known type. */
export function fileAt(folder: string, address: string): string | null {
  if (!isOwnAddress(address)) return null;
  const path = decoded(new URL(address).pathname);
  if (path === null || /[\0\\:]/.test(path)) return null;
  const root = resolve(folder);
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(root + sep) && extname(file) in TYPES ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Answers requests for the files of the window, and no other ones. */
export function appFiles(folder: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET') return new Response(null, { status: 405, headers: HEADERS });
    const file = fileAt(folder, url);
    const bytes = file === null ? null : await readFile(file).catch(() => null);
    if (file === null || bytes === null) return new Response(null, { status: 404, headers: HEADERS });
    return new Response(new Uint8Array(bytes), {
      headers: { ...HEADERS, 'content-type': TYPES[extname(file)] as string },
    });
  };
}
