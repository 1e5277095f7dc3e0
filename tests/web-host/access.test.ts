import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE, type TestHost, testHost } from './support.ts';

let host: TestHost;
beforeAll(async () => {
  host = await testHost();
});
afterAll(() => host.end());

const json = { 'content-type': 'application/json' };
const codeOf = (text: string) => JSON.parse(text).data.code as string;

describe('the token', () => {
  it('has 256 bits and is another one at each start', async () => {
    const other = await testHost();
    expect(Buffer.from(host.token, 'base64url')).toHaveLength(32);
    expect(other.token).not.toBe(host.token);
    expect((await host.send(`/?token=${other.token}`)).status).toBe(401);
    await other.end();
  });

  it('is traded for a cookie that scripts can’t read, and leaves the address', async () => {
    const { status, headers } = await host.send(`/?token=${host.token}`);
    expect([status, headers.location]).toEqual([303, '/']);
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^hindcast-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(host.token);
    expect((await host.send('/', { headers: { cookie: host.cookie } })).text).toBe(PAGE);
  });

  it('lets programs in', async () => {
    const { status, text } = await host.send('/api/v1/system', { headers: { authorization: `Bearer ${host.token}` } });
    expect([status, JSON.parse(text).host]).toEqual([200, 'web']);
  });

  it('counts in the address of the window alone', async () => {
    expect((await host.send(`/api/v1/system?token=${host.token}`)).status).toBe(401);
  });

  it.each([
    ['/', {}],
    ['/index.html', {}],
    ['/assets/app.js', {}],
    ['/api/v1/system', {}],
    ['/api/v1', {}],
    ['/api/v1/openapi.json', {}],
    ['/rpc/system/info', { method: 'POST', headers: json }],
    ['/api/v1/uploads?name=x', { method: 'POST' }],
    ['/?token=', {}],
    ['/?token=wrong', {}],
  ])('is missed at %s', async (path, options) => {
    const { status, text } = await host.send(path, options);
    expect([status, codeOf(text)]).toEqual([401, 'usage.token']);
  });

  it('is explained to a person', async () => {
    const { status, text } = await host.send('/', { headers: { accept: 'text/html' } });
    expect(status).toBe(401);
    expect(text).toContain('Open the address that the terminal shows');
  });

  it('can’t be guessed from a part of it, nor the cookie', async () => {
    const { token } = host;
    const [name, value = ''] = host.cookie.split('=');
    for (const wrong of [token.slice(1), `${token}A`, token.toUpperCase(), '', ' ', '%00', 'é'.repeat(43)]) {
      const encoded = encodeURIComponent(wrong);
      expect((await host.send(`/?token=${encoded}`)).status).toBe(401);
      expect((await host.send('/', { headers: { authorization: `Bearer ${encoded}` } })).status).toBe(401);
    }
    for (const wrong of [value.slice(1), `${value}A`, '', token]) {
      expect((await host.send('/', { headers: { cookie: `${name}=${wrong}` } })).status).toBe(401);
    }
    expect((await host.send('/', { headers: { cookie: `hindcast-1=${value}` } })).status).toBe(401);
    expect((await host.send('/', { headers: { cookie: `a=b; ${host.cookie}; c` } })).status).toBe(200);
  });

  it('lets nobody in by chance', async () => {
    await fc.assert(
      fc.asyncProperty(fc.base64String({ maxLength: 60 }), async (given) => {
        const text = given.replaceAll(/[=+/]/g, '_');
        const headers = { authorization: `Bearer ${text}`, cookie: `${host.cookie.split('=')[0]}=${text}` };
        expect((await host.send('/api/v1/system', { headers })).status).toBe(401);
      }),
      { numRuns: 50 },
    );
  });
});

describe('Host', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost', '[::1]'])(
    '"%s" is not served (DNS rebinding)',
    async (name) => {
      const { status } = await host.send('/api/v1/system', { headers: { cookie: host.cookie, host: name } });
      expect([400, 421]).toContain(status);
    },
  );

  it('may be localhost', async () => {
    const headers = { cookie: host.cookie, host: `localhost:${host.port}` };
    expect((await host.send('/api/v1/system', { headers })).status).toBe(200);
  });

  it('keeps even the token from working elsewhere', async () => {
    const headers = { host: 'evil.example' };
    expect((await host.send(`/?token=${host.token}`, { headers })).status).toBe(421);
  });
});

describe('Origin', () => {
  const call = (headers: Record<string, string>) =>
    host.send(
      '/rpc/settings/set',
      { method: 'POST', headers: { ...json, cookie: host.cookie, 'x-hindcast': '1', ...headers } },
      '{"json":{"theme":"light"}}',
    );

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'https://127.0.0.1',
    'file://',
    '',
  ])('"%s" can’t ask', async (origin) => {
    const { status, text } = await call({ origin });
    expect([status, codeOf(text)]).toEqual([403, 'usage.origin']);
  });

  it.each(['cross-site', 'same-site', 'odd'])('of a page that is %s can’t ask', async (site) => {
    expect((await call({ 'sec-fetch-site': site })).status).toBe(403);
  });

  it('of the window can', async () => {
    expect((await call({ origin: host.address, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('gives no other site leave', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
    const { status, headers: answered } = await host.send('/rpc/settings/set', { method: 'OPTIONS', headers });
    expect(status).toBe(403);
    expect(Object.keys(answered).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a forged request', () => {
  const theme = async () => (await host.client.settings.get()).theme;

  it.each([
    ['/rpc/settings/set', 'POST', 'application/json', '{"json":{"theme":"dark"}}'],
    ['/rpc/settings/set', 'POST', 'text/plain', '{"json":{"theme":"dark"}}'],
    ['/rpc/settings/set', 'POST', 'application/x-www-form-urlencoded', 'json=1'],
    ['/api/v1/settings', 'PATCH', 'application/json', '{"theme":"dark"}'],
    ['/api/v1/settings?theme=dark', 'PATCH', 'text/plain', ''],
    ['/api/v1/samples', 'POST', 'text/plain', ''],
    ['/api/v1/uploads?name=x.csv', 'POST', 'text/plain', 'a'],
    ['/api/v1/runs/last', 'DELETE', 'text/plain', ''],
  ])('%s %s with the cookie alone changes nothing', async (path, method, type, body) => {
    const before = await theme();
    const headers = { cookie: host.cookie, 'content-type': type };
    const { status, text } = await host.send(path, { method, headers }, body);
    expect([status, codeOf(text)]).toEqual([403, 'usage.csrf']);
    expect(await theme()).toBe(before);
    expect((await host.client.jobs.list({})).total).toBe(0);
  });

  it.each(['/rpc/settings/set?data=%7B%22json%22%3A%7B%22theme%22%3A%22dark%22%7D%7D', '/api/v1/settings?theme=dark'])(
    'GET %s changes nothing',
    async (path) => {
      const before = await theme();
      await host.send(path, { headers: { cookie: host.cookie } });
      expect(await theme()).toBe(before);
    },
  );
});

describe('every answer', () => {
  const POLICY = /^default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; .*frame-ancestors 'none'$/;

  it.each(['/', '/assets/app.js', '/none.js', '/api/v1/system', '/api/v1', '/api/v1/none', '/rpc/none'])(
    '%s has its security headers',
    async (path) => {
      const { headers } = await host.send(path, { headers: { cookie: host.cookie } });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'content-security-policy': expect.stringMatching(/^default-src 'none'; /),
      });
    },
  );

  it('of the window may run its own scripts, and those alone', async () => {
    const { headers } = await host.send('/', { headers: { cookie: host.cookie } });
    expect(headers['content-security-policy']).toMatch(POLICY);
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
  });

  it('of the interface may run none', async () => {
    const { headers } = await host.send('/api/v1/system', { headers: { cookie: host.cookie } });
    expect(headers['content-security-policy']).toMatch(/; sandbox$/);
    expect(headers['content-security-policy']).not.toContain('script-src');
  });
});

it('listens on this machine alone', async () => {
  expect(host.address).toBe(`http://127.0.0.1:${host.port}`);
  expect(host.bugs).toEqual([]);
});
