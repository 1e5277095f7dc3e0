import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INTERNAL_ERROR } from '#shared/contract/errors.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { clause } from '#shared/domain/sentence.ts';
import type { OnBug } from '../../api/implementer.ts';
import { createRouter } from '../../api/router.ts';
import type { App } from '../../app.ts';
import { Access } from './access.ts';
import { bodyProblem, changeProblem, originProblem, type Refused } from './gate.ts';
import { messagePage } from './message-page.ts';
import { openApiDocument } from './openapi-document.ts';
import { procedures, REST_PREFIX, RPC_PREFIX } from './procedures.ts';
import { referencePage } from './reference-page.ts';
import { isForPerson, refusal, sendError, sendJson, sendText } from './replies.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { windowFiles } from './window-files.ts';

export interface WebHostOptions {
  /** 0: any that is free. */
  port: number;
  /** Where the bundled window is. */
  windowFolder: string;
  /** Hears of errors that nobody expected. */
  onBug: OnBug;
  /** Who may ask, of a host that was there before at the same port: its windows stay open. */
  access?: Access;
}

/** The workstation in a browser. */
export interface WebHost {
  /** Where it is: `http://127.0.0.1:4870`. */
  address: string;
  /** The same with the token, to be opened in a browser. */
  url: string;
  /** For programs that use the REST interface. */
  token: string;
  access: Access;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Time for the head of a request. */
const HEADERS_TIMEOUT_MS = 10_000;

const LOCKED_PAGE = messagePage(
  'Open the address that the terminal shows: it holds a key that this browser doesn’t have yet.',
);

/**
 * Serves the window, the contract and its REST interface to this machine, and to nobody who doesn't have the token.
 * @throws HindcastError `usage.port-in-use`
 */
export async function startWebHost(app: App, options: WebHostOptions): Promise<WebHost> {
  const { port, windowFolder, onBug } = options;
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: 0 });
  const actual = await listen(server, port);
  const access = options.access ?? new Access(actual);
  const serve = requestHandler(app, access, actual, windowFolder, onBug);
  server.on('request', (request, response) => {
    serve(request, response).catch((error) => {
      onBug(error);
      if (response.headersSent) response.destroy();
      else sendError(response, INTERNAL_ERROR);
    });
  });
  const address = `http://127.0.0.1:${actual}`;
  return {
    address,
    url: `${address}/?token=${access.token}`,
    token: access.token,
    access,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function requestHandler(app: App, access: Access, port: number, windowFolder: string, onBug: OnBug) {
  const serveProcedures = procedures(createRouter(app, { host: 'web', onBug }), onBug);
  const serveWindow = windowFiles(windowFolder);
  let described: ReturnType<typeof openApiDocument> | undefined;
  const document = () => {
    described ??= openApiDocument();
    return described;
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setSecurityHeaders(response);
    const url = urlOf(request, port);
    const refused = url === null ? UNREADABLE : originProblem(request, port);
    if (url === null || refused !== null) return refuse(response, refused ?? UNREADABLE);

    const token = url.pathname === '/' ? url.searchParams.get('token') : null;
    if (token !== null && access.isToken(token)) return giveCookie(response, access);
    const proof = access.proofOf(request);
    if (proof === null) return lockedOut(request, response);
    const wrong = changeProblem(request, proof);
    if (wrong !== null) return refuse(response, wrong);

    const { pathname } = url;
    if (pathname === `${REST_PREFIX}/uploads` && request.method === 'POST')
      return receiveUpload(app, request, response, url);
    if (!isUnder(pathname, REST_PREFIX) && !isUnder(pathname, RPC_PREFIX))
      return serveWindow(request, response, pathname);
    const oversized = bodyProblem(request);
    if (oversized !== null) return refuse(response, oversized);
    if (request.method === 'GET' && pathname === `${REST_PREFIX}/openapi.json`)
      return sendJson(response, 200, await document());
    if (request.method === 'GET' && /^\/api\/v1\/?$/.test(pathname)) {
      return sendText(response, 200, 'text/html', referencePage(await document()));
    }
    if (!(await serveProcedures(request, response)))
      sendError(response, refusal('no-such-procedure', 'There is no such procedure.'));
  };
}

const UNREADABLE: Refused = { status: 400, error: refusal('address', 'The address can’t be read.') };

function urlOf({ url = '' }: IncomingMessage, port: number): URL | null {
  // A path that begins with two slashes would name another host.
  return /^\/(?!\/)/.test(url) ? URL.parse(url, `http://127.0.0.1:${port}`) : null;
}

function isUnder(pathname: string, prefix: string): boolean {
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}

function refuse(response: ServerResponse, { status, error }: Refused): void {
  sendError(response, error, status);
}

/** The token leaves the address, so that neither history nor bookmarks keep it. */
function giveCookie(response: ServerResponse, access: Access): void {
  response.writeHead(303, { location: '/', 'set-cookie': access.setCookie, 'content-length': 0 });
  response.end();
}

function lockedOut(request: IncomingMessage, response: ServerResponse): void {
  if (isForPerson(request)) sendText(response, 401, 'text/html', LOCKED_PAGE);
  else sendError(response, refusal('token', 'The token is missing or wrong.', 'The terminal shows it.'), 401);
}

/** Takes in a file to import: its bytes are the body. */
async function receiveUpload(app: App, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  try {
    const expected = Number(request.headers['content-length'] ?? 0);
    sendJson(response, 201, await app.uploads.receive(url.searchParams.get('name') ?? '', request, { expected }));
  } catch (error) {
    if (response.destroyed) return;
    if (!(error instanceof HindcastError)) throw error;
    const isTooLarge = error.detail.code === 'usage.upload-too-large';
    sendError(response, error.detail, isTooLarge ? 413 : undefined);
  }
}

/** Listens on this machine alone. @returns the port */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(port, error)));
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function cannotListen(port: number, cause: NodeJS.ErrnoException): HindcastError {
  const isTaken = cause.code === 'EADDRINUSE';
  return new HindcastError(
    {
      kind: 'usage',
      code: isTaken ? 'usage.port-in-use' : 'usage.port',
      message: isTaken ? `Port ${port} is in use.` : `Port ${port} can't be used: ${clause(cause.message)}.`,
      hint: 'Choose another one with --port, or leave it out.',
    },
    { cause },
  );
}
