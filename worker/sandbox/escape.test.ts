import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from './fixtures/sandbox.ts';

let sandbox: Sandbox;
const zone = process.env['TZ'];

beforeAll(() => {
  process.env['TZ'] = 'America/New_York';
  sandbox = startSandbox();
});

afterAll(async () => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  await sandbox.stop();
});

/** The value of an expression, or what evaluating it threw, as a text. */
async function outcome(expression: string, imports = ''): Promise<string> {
  const reply = await sandbox.run(`${imports}\nexport default () => {\n return ${expression};\n};`);
  if ('value' in reply) return `value ${String(reply.value)}`;
  return 'threw' in reply ? `threw ${reply.threw.message}` : `refused ${reply.refused.message}`;
}

describe('a strategy has no powers', () => {
  test('nothing that it can reach leads to the host', async () => {
    const reply = await sandbox.run(`import * as hindcast from 'hindcast';
      class Base { #x = 1; static y = 2; }
      const caught = (f) => { try { f() } catch (e) { return e } };
      export default [
        globalThis, hindcast, Base, new Base(), () => 0, function () {}, function* () {}, (function* () {})(),
        /x/, /x/.exec('x'), new Error('x'), caught(() => null.x), caught(hindcast.fail), caught(() => new Date()),
        new Map([[1, 2]]).entries(), [1].values(), 'x'.matchAll(/x/g), 'x'[Symbol.iterator](), new Set([1]).values(),
        [1].values().map((x) => x), Iterator.from({ next() {} }), new WeakMap(), 1n, Symbol.iterator, new Date(0), arrayLike(),
      ];
      function arrayLike() { return arguments }`);
    expect(reply).toEqual({ value: null, powers: [] });
  });

  test.each([
    'process',
    'require',
    'module',
    'console',
    'fetch',
    'performance',
    'Intl',
    'setTimeout',
    'queueMicrotask',
    'Promise',
    'WebAssembly',
    'WeakRef',
    'FinalizationRegistry',
    'Atomics',
    'SharedArrayBuffer',
    'ArrayBuffer',
    'Float64Array',
    'Proxy',
    'Function',
    'eval',
    'Compartment',
    'lockdown',
    'getStackString',
    'structuredClone',
    'Buffer',
    'TextEncoder',
  ])('%s is no global', async (name) => {
    expect(await outcome(name)).toContain(`refused ${name} is not`);
    expect(await outcome(`typeof ${name}`)).toBe('value undefined');
    expect(await outcome(`globalThis['${name}']`)).toBe('value undefined');
  });

  test.each([
    ["(function () {}).constructor('return process')()"],
    ["[].constructor.constructor('return this')()"],
    ["(() => {}).constructor.prototype.constructor('return 1')()"],
    ["(function* () {}).constructor('yield 1')().next()"],
    ["Object.getPrototypeOf(function* () {}).constructor('yield 1')"],
    ["Object.getPrototypeOf(() => {}).constructor('return 1')"],
    ["double.constructor('return process')()", "import { double } from 'hindcast';"],
    ["bars.at.constructor('return process')()", "import { bars } from 'hindcast';"],
    ['(function () { return callBack.caller })()', "import { callBack } from 'hindcast';"],
    ['(function () { return arguments.callee.caller })()'],
    ['callBack(function self() { return self.caller.arguments })', "import { callBack } from 'hindcast';"],
  ])('no code from text, no caller: %s', async (expression, imports = '') => {
    expect(await outcome(expression, imports)).toMatch(/^(threw|refused) |^value undefined$/);
  });

  test.each([
    ["import('fs')", 'import( is not allowed'],
    ["import /* x */ ('fs')", 'import( is not allowed'],
    ['\'import ("fs")\'', 'import( is not allowed'],
    ['import.meta.url', 'import.meta is not available'],
    ["eval('1')", 'eval( is not allowed'],
    ['(async () => {}).constructor', 'async and await are not supported'],
    ["(async () => {}).constructor('return 1')()", 'async and await are not supported'],
    ['(async function* () {}).constructor', 'async and await are not supported'],
    ['({ async onBar() {} })', 'async and await are not supported'],
  ])('refused before it runs: %s', async (expression, reason) => {
    expect(await outcome(expression)).toContain(`refused ${reason}`);
  });

  test('this and arguments hold nothing at the top level and in plain functions', async () => {
    expect(await sandbox.run('const top = typeof this + arguments.length; export default top')).toMatchObject({
      value: 'undefined0',
    });
    expect(await outcome('(function () { return this })()')).toBe('value undefined');
    expect(await outcome('Object.keys(globalThis).length')).toBe('value 0');
  });

  test('no promise without syntax or a global', async () => {
    expect(await outcome('typeof Array.fromAsync')).toBe('value undefined');
  });

  test('globals are the listed ones alone, and frozen', async () => {
    expect(await outcome('Object.isFrozen(globalThis) && Object.getOwnPropertyNames(globalThis).length')).toBe(
      'value 32',
    );
    expect(await outcome('(globalThis.x = 1)')).toContain('threw');
    expect(await outcome('(Math.abs = () => 1)')).toContain('threw');
    expect(await outcome('(Date.now = () => 1)')).toContain('threw');
  });
});

describe('a strategy leaves nothing behind', () => {
  test.each([
    ['Object.prototype.polluted = 1'],
    ['Array.prototype.push = () => 0'],
    ['Object.getPrototypeOf(() => 0).call = () => 0'],
    ['Object.getPrototypeOf(() => 0).apply = null'],
    ['({}).__proto__.polluted = 1'],
    ['({}).constructor.prototype.polluted = 1'],
    ["Object.defineProperty(Object.prototype, 'polluted', { value: 1 })"],
    ['Object.setPrototypeOf(Array.prototype, {})'],
    ['Object.assign(Object.getPrototypeOf([].values()), { next: 0 })'],
    ['(Symbol.iterator.constructor.prototype.description = 1)'],
    ['Object.defineProperty(Array, Symbol.species, { value: Object })'],
    ['(Error.prototype.toString.polluted = 1)'],
    ['(JSON.stringify = 1)'],
    ['delete Array.prototype.map'],
    ['(Map.prototype.get = 1)'],
    ['(RegExp.prototype.exec = 1)'],
    ['(String.prototype.split = 1)'],
  ])('%s', async (expression) => {
    expect(await outcome(expression)).toMatch(/^threw /);
    expect(await outcome("[Array.isArray([1].map(String)), 'polluted' in {}, [].push(1)].join()")).toBe(
      'value true,false,1',
    );
  });

  test('ordinary code may still override inherited members of its own objects', async () => {
    expect(await outcome("(() => { const p = {}; p.toString = () => 'mine'; return String(p) })()")).toBe('value mine');
    expect(await outcome("(() => { const e = new Error('x'); e.name = e.message = 'mine'; return e.name })()")).toBe(
      'value mine',
    );
    expect(await outcome('(() => { const list = []; list.push = () => 7; return list.push() })()')).toBe('value 7');
  });

  test.each([
    ['bars.symbol = "X"'],
    ['bars.at = () => 0'],
    ['Object.getPrototypeOf(bars).at = () => 0'],
    ['Object.setPrototypeOf(bars, {})'],
    ['Object.defineProperty(bars, "at", { value: 0 })'],
    ['bars.extra = 1'],
    ['double.extra = 1'],
    ['bars.constructor.prototype.at = null'],
    ['bars.at.call({}, 0)'],
    ['bars.at.call(Object.create(bars), 0)'],
  ])('objects of the engine stay as they are: %s', async (expression) => {
    expect(await outcome(expression, "import { bars, double } from 'hindcast';")).toMatch(/^threw /);
    expect(await outcome('bars.symbol + bars.at(1)', "import { bars } from 'hindcast';")).toBe('value ACME11');
  });

  test('the module itself is frozen', async () => {
    expect(await outcome('(h.double = null)', "import * as h from 'hindcast';")).toMatch(/^threw /);
    expect(await outcome('h.double(4)', "import * as h from 'hindcast';")).toBe('value 8');
  });
});

describe('stacks say nothing about the machine', () => {
  test.each([
    ["new Error('x').stack"],
    ['(() => { try { null.x } catch (e) { return e.stack } })()'],
    ['(() => { const o = {}; Error.captureStackTrace(o); return o.stack })()'],
    ['(() => { Error.prepareStackTrace = (e, sites) => sites; return String(new Error().stack) })()'],
    ['(() => { try { fail() } catch (e) { return e.stack } })()', "import { fail } from 'hindcast';"],
  ])('%s', async (expression, imports = '') => {
    expect(await outcome(expression, imports)).toBe('value ');
  });

  test('nor do descriptors of stacks give accessors to somewhere else', async () => {
    const reply = await sandbox.run("export default () => Object.getOwnPropertyDescriptor(new Error('x'), 'stack');");
    expect(reply).toMatchObject({ powers: [] });
  });
});

describe('runs repeat', () => {
  test.each([['Date.now()'], ['new Date()'], ['Date()'], ['new (class extends Date {})()'], ['Date.call({}, 1)']])(
    'no clock: %s',
    async (expression) => {
      expect(await outcome(expression)).toBe(
        'threw The clock is not available in strategies, so that runs repeat: use bar.time.',
      );
    },
  );

  test.each([['new Date(0).constructor()'], ['new (new Date(0).constructor)()'], ['new Date(0).constructor.now()']])(
    'nor through the prototype: %s',
    async (expression) => {
      expect(await outcome(expression)).toMatch(/^threw /);
    },
  );

  test('no Math.random', async () => {
    expect(await outcome('Math.random()')).toBe(
      "threw Math.random is not available in strategies, so that runs repeat: use random() from 'hindcast'.",
    );
  });

  // The thread believes to be in New York.
  test.each([
    ['new Date(1577872800000).getHours()', '10'],
    ['new Date(1577872800000).getDay()', '3'],
    ['new Date(2020, 0, 1, 10).getTime()', '1577872800000'],
    ["new Date('2020-01-01T10:00').getTime()", '1577872800000'],
    ["new Date('2020-01-01 10:00:00').getTime()", '1577872800000'],
    ["new Date('2020-01-01T10:00:00+02:00').getTime()", '1577865600000'],
    ["Date.parse('2020-01-01')", '1577836800000'],
    ["Date.parse('Jan 1 2020')", 'NaN'],
    ['Date.UTC(2020, 0, 1)', '1577836800000'],
    ['new Date(new Date(5)).getTime()', '5'],
    ['new Date(1577872800000).getTimezoneOffset()', '0'],
    ['new Date(1577872800000).toString()', 'Wed Jan 01 2020 10:00:00 GMT+0000 (Coordinated Universal Time)'],
    ['new Date(1577872800000).toDateString()', 'Wed Jan 01 2020'],
    ['new Date(1577872800000).toLocaleDateString("de-DE")', 'Wed Jan 01 2020'],
    ['new Date(NaN).toString()', 'Invalid Date'],
    ['new Date(0).setHours(3)', '10800000'],
    ['new Date(0) instanceof Date', 'true'],
    ['(1234.5).toLocaleString("de-DE")', '1234.5'],
    ["['b', 'a', 'B'].sort((x, y) => x.localeCompare(y)).join()", 'B,a,b'],
  ])('same on every machine: %s is %s', async (expression, value) => {
    expect(await outcome(expression)).toBe(`value ${value}`);
  });
});
