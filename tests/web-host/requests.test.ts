import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PAGE, settled, type TestHost, testHost } from './support.ts';

let host: TestHost;
beforeAll(async () => {
  host = await testHost();
});
afterAll(() => host.end());
afterEach(() => expect(host.bugs).toEqual([]));

const json = { 'content-type': 'application/json' };
const read = (path: string) => host.send(path, { headers: { cookie: host.cookie } });

/** Paths, messages of engines, and stacks that nobody outside should see. */
const REVEALING = /\bat .*[:(]\d+|node_modules|\.ts\b|\/main\/|TypeError|SyntaxError|RangeError/;

describe('files of the window', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', PAGE],
    ['/index.html', 'text/html; charset=utf-8', PAGE],
    ['/assets/app.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['/assets/icon.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('%s is %s', async (path, type, content) => {
    const { status, headers, text } = await read(path);
    expect([status, headers['content-type'], text]).toEqual([200, type, content]);
  });

  it('are kept by browsers where their name holds a hash, and only there', async () => {
    expect((await read('/assets/app.js')).headers['cache-control']).toContain('immutable');
    expect((await read('/index.html')).headers['cache-control']).toBe('no-store');
  });

  it('can be asked for without their content', async () => {
    const { status, headers, text } = await host.send('/index.html', {
      method: 'HEAD',
      headers: { cookie: host.cookie },
    });
    expect([status, headers['content-length'], text]).toEqual([200, String(PAGE.length), '']);
  });

  it('can’t be written', async () => {
    expect((await host.sendAsWindow('/index.html', { method: 'PUT' }, 'x')).status).toBe(405);
  });

  it.each([
    '/../package.json',
    '/../../../../etc/hostname.txt',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/..%2f..%2f..%2fetc%2fhosts.txt',
    '/%00.js',
    '/assets/app.js%00.html',
    '/%',
    '/%zz.js',
    '/%c0%ae%c0%ae/package.json',
    '/assets.js',
    '/assets/',
    '/assets',
    '/none.js',
    '/run/abc',
    '/data/SP500:1d:import',
  ])('%s is none', async (path) => {
    const { status, text } = await read(path);
    expect([status, JSON.parse(text).data.code]).toEqual([404, 'usage.no-such-file']);
  });

  it('that are none lead a person home', async () => {
    const headers = { cookie: host.cookie, accept: 'text/html,*/*' };
    const { status, headers: sent, text } = await host.send('/run/abc', { headers });
    expect([status, sent['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(text).toContain('<a href="/">');
  });

  it.each(['//evil.example/x', 'http://evil.example/', '*', '/ x'])('the address %s is refused', async (path) => {
    const status = await rawStatus(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\n\r\n`,
    );
    expect(status).toBe(400);
  });

  it('stay inside their folder, whatever is asked for', async () => {
    const part = fc.oneof(
      fc.constantFrom('..', '%2e%2e', '%2f', '%5c', '\\', '.', '%00', 'assets', 'app.js', 'package.json', '%252e'),
      fc.webSegment(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const { status, text } = await read(`/x/../${parts.join('/')}`);
        expect([200, 303, 400, 401, 404]).toContain(status);
        if (status === 200) expect([PAGE, 'export {};']).toContain(text);
        expect(text).not.toMatch(REVEALING);
      }),
      { numRuns: 150 },
    );
  });
});

/** Sends these bytes and tells the status of the answer; 0 when the connection was closed without one. */
function rawStatus(bytes: string | Uint8Array, { isOver = true } = {}): Promise<number> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(host.port, '127.0.0.1', () => {
      socket.write(bytes);
      if (isOver) socket.end();
    });
    socket.on('data', (piece) => {
      text += piece;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0)));
  });
}

describe('a body', () => {
  const call = (path: string, body: string | Uint8Array, headers: Record<string, string> = json) =>
    host.sendAsWindow(path, { headers }, body);

  it.each([
    '',
    '{',
    '{"json":',
    'null',
    '[]',
    '5',
    '"text"',
    '{"json":null}',
    '{"json":[]}',
    '{"json":{"run":5}}',
    '{"json":{"run":"last","more":1}}',
    '{"json":{"__proto__":{"run":"last"}}}',
    '{"json":{"run":"last"},"meta":5}',
    '{"json":{"run":"last"},"meta":[[30,"run"]]}',
    '{"json":{"run":"f64:AAAA"},"meta":[[30,"run"]]}',
    '{"json":{"run":"last"},"meta":[[99,"a","b","c"]]}',
    '{"json":{"run":"last"},"meta":[[1,"__proto__","polluted"]]}',
    '{"json":{"run":"last"},"maps":[["a"]]}',
    `{"json":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  ])('that is wrong is refused in the words of the contract: %.60s', async (body) => {
    const { status, text } = await call('/rpc/runs/detail', body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(JSON.parse(text).json).toMatchObject({
      defined: true,
      data: { kind: 'usage', message: expect.any(String) },
    });
    expect(text).not.toMatch(REVEALING);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['text/plain', '{"json":{"run":"last"}}'],
    ['application/xml', '<a/>'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="json"\r\n\r\n{"\r\n--x--'],
    ['application/x-www-form-urlencoded', 'a[b][c]=1&a[b]=2&__proto__[x]=1'],
    ['text/event-stream', 'data: {"json":1}\n\n'],
    ['', '{}'],
  ])('of type "%s" is refused or read, never more', async (type, body) => {
    for (const path of ['/rpc/runs/detail', '/api/v1/strategies/source']) {
      const { status, text } = await call(path, body, { 'content-type': type });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(REVEALING);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('never brings the host down, nor a stack to light', async () => {
    const paths = [
      '/rpc/runs/list',
      '/rpc/runs/start',
      '/rpc/market/preview',
      '/rpc/settings/set',
      '/api/v1/runs',
      '/api/v1/strategies/check',
    ];
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((value) => `{"json":${value}}`),
      fc.tuple(fc.json(), fc.json()).map(([value, meta]) => `{"json":${value},"meta":${meta}}`),
      fc
        .array(fc.tuple(fc.nat(40), fc.string()), { maxLength: 3 })
        .map((meta) => JSON.stringify({ json: { text: 'x' }, meta })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), anything, async (path, body) => {
        const { status, text } = await call(path, body);
        expect(status).toBeLessThan(500);
        expect(text).not.toMatch(REVEALING);
        expect(() => JSON.parse(text)).not.toThrow();
      }),
      { numRuns: 150 },
    );
    expect((await host.client.system.info()).host).toBe('web');
  });

  it('that is too large is refused before it is read', async () => {
    const size = 8 * 1024 ** 2 + 1;
    const { status, text } = await call('/rpc/runs/list', new Uint8Array(size));
    expect([status, JSON.parse(text).data.code]).toEqual([413, 'usage.too-large']);
    const head = `POST /rpc/runs/list HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nx-hindcast: 1\r\n`;
    expect(await rawStatus(`${head}Content-Length: 99999999999\r\n\r\n`)).toBe(413);
    expect(await rawStatus(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`)).toBe(411);
    expect(await rawStatus(`${head}Content-Length: -5\r\n\r\n`)).toBe(400);
    expect(await rawStatus(`${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n`)).toBe(400);
  });

  it('without a host is refused', async () => {
    const rest = `Cookie: ${host.cookie}\r\n\r\n`;
    expect(await rawStatus(`GET /api/v1/system HTTP/1.1\r\nHost:\r\n${rest}`)).toBe(421);
    expect(await rawStatus(`GET /api/v1/system HTTP/1.0\r\n${rest}`)).toBe(421);
    expect(await rawStatus(`GET /api/v1/system HTTP/1.1\r\n${rest}`)).toBe(400);
  });

  it('that breaks off leaves the host alive', async () => {
    const head = `POST /rpc/runs/list HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nx-hindcast: 1\r\n`;
    await rawStatus(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"json":`);
    await rawStatus('\u0000\u0001\u0002 nonsense\r\n\r\n');
    expect((await host.client.system.info()).host).toBe('web');
  });
});

describe('an upload', () => {
  const send = (name: string, body: string) =>
    host.sendAsWindow(
      `/api/v1/uploads?name=${encodeURIComponent(name)}`,
      { headers: { 'content-type': 'application/octet-stream' } },
      body,
    );

  it('is taken in, previewed and imported', async () => {
    const { status, text } = await send('../../spy.csv', 'date,close\n2024-01-01,1\n2024-01-02,2\n');
    expect(status).toBe(201);
    const { upload, name, bytes } = JSON.parse(text);
    expect([name, bytes]).toEqual(['spy.csv', 37]);
    expect((await host.client.market.preview({ upload })).goodRows).toBe(2);
    const job = await settled(host.client, await host.client.market.import({ upload }));
    expect(job.result).toMatchObject({ rows: 2, series: [{ id: 'SPY:1d:import' }] });
  });

  it.each([
    ['before it is read', 'Content-Length: 2000\r\n\r\n'],
    ['half-way where its length isn’t known', `Transfer-Encoding: chunked\r\n\r\n7d0\r\n${'x'.repeat(2_000)}\r\n`],
  ])('that is too large is refused %s', async (_, rest) => {
    const { uploads } = host.app;
    const before = uploads.bytes;
    const receive = uploads.receive.bind(uploads);
    const limited = vi
      .spyOn(uploads, 'receive')
      .mockImplementation((name, content, limits) => receive(name, content, { ...limits, largest: 1_000 }));
    const head = `POST /api/v1/uploads?name=x.csv HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nx-hindcast: 1\r\n`;
    expect(await rawStatus(head + rest, { isOver: false })).toBe(413);
    limited.mockRestore();
    expect(uploads.bytes).toBe(before);
  });

  it('that breaks off is thrown away', async () => {
    const before = host.app.uploads.bytes;
    const head = `POST /api/v1/uploads?name=x.csv HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nx-hindcast: 1\r\n`;
    await rawStatus(`${head}Content-Length: 1000\r\n\r\nabc`);
    expect(host.app.uploads.bytes).toBe(before);
  });
});

describe('a stream', () => {
  it('is sent as events while they happen', async () => {
    await settled(host.client, (await host.client.market.installSamples())[0] as never);
    const started = await host.client.runs.start({ strategy: { kind: 'library', id: 'sma-cross' }, series: ['SP500'] });
    const states: string[] = [];
    for await (const job of await host.client.jobs.watch({ job: started.id })) states.push(job.state);
    expect(states.at(-1)).toBe('done');
  });

  it('is text/event-stream for programs, and ends with the connection', async () => {
    const { changes } = host.app;
    const watch = changes.watch.bind(changes);
    let watchers = 0;
    const counted = vi.spyOn(changes, 'watch').mockImplementation(async function* (...asked) {
      watchers++;
      try {
        yield* watch(...asked);
      } finally {
        watchers--;
      }
    });
    const stop = new AbortController();
    const headers = { authorization: `Bearer ${host.token}` };
    const response = await fetch(`${host.address}/api/v1/system/changes`, { headers, signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const reading = (async () => {
      while (!text.includes('settings')) text += (await reader?.read())?.value ?? '';
    })();
    await host.client.settings.set({ density: 'compact' });
    await host.client.settings.set({ density: 'default' });
    await reading;
    expect(text).toContain('data: {"area":"settings"}');
    expect(watchers).toBe(1);
    stop.abort();
    await vi.waitUntil(() => watchers === 0);
    counted.mockRestore();
  });
});

describe('the REST interface', () => {
  const headers = () => ({ authorization: `Bearer ${host.token}` });

  it('reads parameters from the address, and answers in plain JSON', async () => {
    const { text } = await host.send('/api/v1/series/sp500/viewport?from=0&to=8&buckets=2', { headers: headers() });
    const { totalRows, rowsPerBucket, firstRow, close } = JSON.parse(text);
    expect([totalRows, rowsPerBucket, firstRow]).toEqual([5_105, 4, [0, 4]]);
    expect(close).toEqual([expect.any(Number), expect.any(Number)]);
  });

  it('takes programs that change something at their token', async () => {
    const options = { method: 'PATCH', headers: { ...headers(), ...json } };
    const { status, text } = await host.send('/api/v1/settings', options, '{"theme":"dark"}');
    expect([status, JSON.parse(text).theme]).toEqual([200, 'dark']);
  });

  it('sends files', async () => {
    const { status, headers: sent } = await host.send('/api/v1/runs/last/export/csv', { headers: headers() });
    expect([status, sent['content-type']]).toEqual([200, 'text/csv']);
    expect(sent['content-disposition']).toMatch(/filename="SMA-cross-[0-9a-f]+\.csv"/);
  });

  it('says what isn’t there', async () => {
    for (const path of ['/api/v1/none', '/api/v1/runs/abc', '/api/v1/series/NONE', '/rpc/none']) {
      const { status, text } = await host.send(path, { headers: headers() });
      expect([status, JSON.parse(text).code]).toEqual([404, 'NOT_FOUND']);
    }
  });

  it('describes itself', async () => {
    const { text } = await host.send('/api/v1/openapi.json', { headers: headers() });
    const document = JSON.parse(text);
    expect(document.openapi).toMatch(/^3\./);
    expect(Object.keys(document.paths).length).toBeGreaterThan(35);
    const { schema } = document.paths['/series/{series}/viewport'].get.responses['200'].content['application/json'];
    expect(schema.properties.open).toEqual({
      type: 'array',
      items: { type: ['number', 'null'] },
      description: 'Numbers; null where there is none.',
    });
    expect(JSON.stringify(document)).not.toContain('"not":{}');
  });

  it('has a page that tells about every path', async () => {
    const { headers: sent, text } = await host.send('/api/v1', { headers: headers() });
    expect(sent['content-type']).toBe('text/html; charset=utf-8');
    for (const path of ['GET /api/v1/runs/{run}', 'POST /api/v1/imports', 'PATCH /api/v1/settings'])
      expect(text).toContain(path);
    expect(text).not.toMatch(/<script|https?:\/\//);
  });
});
