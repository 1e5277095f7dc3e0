import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runExportSchema } from '#shared/domain/run-export.ts';
import { Hindcast, type Outcome, pricesCsv } from '../../../tests/support/hindcast.ts';

const TRADES = `import { param, strategy } from 'hindcast';

export default strategy({
  name: 'Every so often',
  params: { every: param.int(10, { min: 5, max: 20 }) },
  onBar({ bar, order, position, params, log }) {
    if (bar.index % params.every === 1) order.buy({ size: 3 });
    if (bar.index % params.every === 4) position.close();
    log(bar.index);
  },
});
`;

let hindcast: Hindcast;
let first: Outcome;
const files = { prices: '', trades: '' };

beforeAll(async () => {
  hindcast = new Hindcast();
  files.prices = hindcast.write('prices.csv', pricesCsv(60));
  files.trades = hindcast.write('trades.ts', TRADES);
  await hindcast.run('import', files.prices, '--symbol', 'TEST');
  first = await hindcast.run('run', files.trades, '--data', 'TEST', '--json', '-');
});
afterAll(() => hindcast.remove());

/** Ended as it should, with a sentence and without a stack. */
function expectRefusal({ code, stdout, stderr }: Outcome, expected: number, ...sentences: (string | RegExp)[]): void {
  expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
  for (const sentence of sentences) expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^Error: /);
  expect(stderr).not.toMatch(/Internal error|\n {4}at /);
  expect(stderr).not.toContain('\u001b');
}

describe.concurrent('help', () => {
  const commands = [
    'import',
    'data list',
    'data show',
    'data delete',
    'run',
    'verify',
    'runs list',
    'runs show',
    'runs export',
  ];

  test('overall names every command and the exit codes', async () => {
    const outcomes = await Promise.all([[], ['--help'], ['help']].map((words) => hindcast.run(...words)));
    for (const { code, stdout, stderr } of outcomes) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const name of commands) expect(stdout).toContain(`\n  ${name} `);
      expect(stdout).toContain('2 wrong usage');
    }
    expect((await hindcast.run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each(commands)('%s --help', async (name) => {
    const { code, stdout, stderr } = await hindcast.run(...name.split(' '), '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`hindcast ${name}`);
    expect(stdout).toContain('--home DIR');
  });
});

describe.concurrent('help in other words', () => {
  test.each([
    [['-h'], 'hindcast COMMAND'],
    [['run', '-h'], '--commission'],
    [['runs', '--help'], 'runs export'],
    [['data', '-h'], 'data delete'],
  ])('%j', async (words, text) => {
    const { code, stdout, stderr } = await hindcast.run(...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(text);
  });
});

describe.concurrent('wrong usage ends with 2', () => {
  test.each([
    ['an unknown command', ['fly'], /no command fly/, /There is import, data list/],
    ['half a command', ['runs'], /runs needs a second word/, /runs list, runs show/],
    ['an unknown second word', ['data', 'burn'], /no command data burn/, /data list, data show/],
    ['an unknown flag', ['runs', 'list', '--fast'], /Unknown option '--fast'/, /Usage: hindcast runs list/],
    ['a flag without its value', ['run', 'trades.ts', '--data'], /--data/, /argument missing/],
    ['too many words', ['verify', 'a', 'b'], /Too many arguments: b/, /./],
    ['too few', ['run'], /Something is missing/, /STRATEGY\.ts --data/],
    ['no data', ['run', 'trades.ts'], /nothing to run on/, /hindcast data list/],
    [
      'a value that begins with a dash',
      ['run', 'trades.ts', '--data', 'TEST', '--cash', '-5'],
      /--cash needs a value/,
      /--cash=VALUE/,
    ],
    [
      'a flag for files without a file',
      ['run', 'trades.ts', '--data', 'TEST', '--lot-step', '0.1'],
      /--lot-step says how a price file is read/,
      /leave it out/,
    ],
    ['no strategy file', ['run', 'none.ts', '--data', 'TEST'], /no file none\.ts/i, /./],
    [
      'a strategy that is none',
      ['run', 'prices.csv', '--data', 'TEST'],
      /not a TypeScript or JavaScript/,
      /\.ts or \.js/,
    ],
    [
      'a date that can’t be read',
      ['run', 'trades.ts', '--data', 'TEST', '--from', 'soon'],
      /--from soon/,
      /2010-05-31/,
    ],
    [
      'a range the wrong way round',
      ['run', 'trades.ts', '--data', 'TEST', '--from', '2025', '--to', '2024'],
      /lies after/,
      /./,
    ],
    [
      'an unknown parameter',
      ['run', 'trades.ts', '--no-type-check', '--data', 'TEST', '--param', 'slow=1'],
      /no parameter slow/,
      /It has: every/,
    ],
    [
      'a value out of bounds',
      ['run', 'trades.ts', '--no-type-check', '--data', 'TEST', '--param', 'every=99'],
      /every must be at most 20, not 99/,
      /./,
    ],
    [
      'a value of the wrong type',
      ['run', 'trades.ts', '--no-type-check', '--data', 'TEST', '--param', 'every=often'],
      /must be a number, not "often"/,
      /./,
    ],
    ['no such run', ['runs', 'show', 'zzz'], /no single run zzz/i, /runs list/],
    ['nothing to export', ['runs', 'export', 'last'], /nothing to write/, /--csv FILE/],
    [
      'a report to open and none to write',
      ['run', 'trades.ts', '--data', 'TEST', '--open'],
      /--open opens the report/,
      /--html/,
    ],
    ['an impossible import flag', ['import', 'prices.csv', '--lot-step', '0'], /--lot-step 0/, /above 0/],
  ])('%s', async (_, words, sentence, hint) => {
    expectRefusal(await hindcast.run(...words), 2, sentence, hint);
  });
});

describe.concurrent('bad or missing data ends with 3', () => {
  test('a file that isn’t there, a series that isn’t stored', async () => {
    expectRefusal(await hindcast.run('import', 'none.csv'), 3, /none\.csv: there is no such file/);
    expectRefusal(await hindcast.run('run', files.trades, '--no-type-check', '--data', './none.csv'), 3, /none\.csv/);
    expectRefusal(
      await hindcast.run('run', files.trades, '--no-type-check', '--data', 'TEXT'),
      3,
      /no series "TEXT"/,
      /Did you mean TEST/,
    );
    expectRefusal(await hindcast.run('data', 'show', 'none'), 3, /no series "none"/);
  });

  test('a range outside the data', async () => {
    const outcome = await hindcast.run('run', files.trades, '--no-type-check', '--data', 'TEST', '--from', '2030');
    expectRefusal(outcome, 3, /no bars from 2030-01-01/, /It has 60 bars from 2024-01-01 to 2024-02-29/);
  });

  test('bad rows, each with its line', async () => {
    const bad = pricesCsv(20).replace(/^2024-01-05,.*$/m, '2024-01-05,100,90,98,99,1');
    const file = hindcast.write('bad.csv', bad);
    expectRefusal(
      await hindcast.run('import', file),
      3,
      /1 bad row among 20; nothing was imported/,
      /line 6: /,
      /--skip-bad/,
    );
    expect((await hindcast.run('data', 'list', '--json')).stdout).not.toContain('"BAD"');
    const skipped = await hindcast.run('import', file, '--skip-bad', '--symbol', 'GOOD');
    expect(skipped).toMatchObject({ code: 0, stderr: '' });
    expect(skipped.stdout).toMatch(/19 bars[\s\S]*1 bad row left out:\n {2}line 6: /);
  });
});

describe.concurrent('an error in the strategy ends with 4', () => {
  const runWith = (name: string, source: string, ...flags: string[]) =>
    hindcast.run('run', hindcast.write(name, source), '--data', 'TEST', ...flags);

  test('a type error, with place and source line', async () => {
    const outcome = await runWith('types.ts', TRADES.replace('size: 3', "size: 'all'"));
    expectRefusal(
      outcome,
      4,
      /^Error: \S+types\.ts:7:53 The strategy has a type error/,
      /\n {2}\s+if \(bar\.index % params\.every === 1\) order\.buy\(\{ size: 'all' \}\);\n {2,}\^\n/,
    );
    expect((await hindcast.run('runs', 'list', '--json')).stdout).not.toContain('types.ts');
  });

  test('a syntax error, with place and source line', async () => {
    const outcome = await runWith('syntax.ts', TRADES.replace('=== 1)', '=== 1'));
    expectRefusal(outcome, 4, /^Error: \S+syntax\.ts:7:/, /if \(bar\.index % params\.every === 1 order/, /\n {2,}\^\n/);
  });

  test('a syntax error is all there is to read, even while a long file is on its way in', async () => {
    const long = hindcast.write('long.csv', pricesCsv(40_000));
    const file = hindcast.write('soon.ts', 'export default {');
    expectRefusal(await hindcast.run('run', file, '--data', long), 4, /^Error: \S+soon\.ts:1:/);
    const { stdout } = await hindcast.run('data', 'list', '--all', '--json');
    expect([undefined, 40_000]).toContain(
      JSON.parse(stdout).find(({ symbol }: { symbol: string }) => symbol === 'LONG')?.rows,
    );
  });

  test('an exception in onBar, with line, bar and date, and what was until then', async () => {
    const source = TRADES.replace('log(bar.index);', "if (bar.index === 7) throw new Error('seven');");
    const { code, stdout, stderr } = await runWith('throws.ts', source, '--no-type-check', '--html', 'throws.html');
    expect(code).toBe(4);
    expect(stdout).toMatch(/Failed: \S+throws\.ts:9:\d+ The strategy failed on bar 8 \(2024-01-08\): seven/);
    expect(stdout).toMatch(/if \(bar\.index === 7\) throw new Error\('seven'\);\n\s+\^/);
    expect(stdout).toContain('What is shown is the run up to that bar.');
    expect(stdout).toMatch(/Trades +1 /);
    expect(stderr).toContain('throws.html');
    expect(readFileSync(join(hindcast.folder, 'throws.html'), 'utf8')).toContain('seven');
  });

  test('an exception in setup', async () => {
    const source = TRADES.replace('onBar(', "setup() { throw new Error('early'); },\n  onBar(");
    expectRefusal(
      await runWith('early.ts', source, '--no-type-check'),
      4,
      /early\.ts:6:19 The strategy failed in setup: early/,
      /\n {2,}\^\n/,
    );
  });

  test('an endless loop', async () => {
    const source = TRADES.replace('log(bar.index);', 'while (bar.index === 7) {}');
    const outcome = await runWith('loop.ts', source, '--no-type-check', '--time-limit', '6');
    expectRefusal(outcome, 4, /loop\.ts was stopped after 6 s on bar 8 \(2024-01-08\)/, /--time-limit/);
  });

  test('memory without end', async () => {
    const source = TRADES.replace('log(bar.index);', 'const all = []; while (bar.index === 7) all.push([bar]);');
    const outcome = await runWith('memory.ts', source, '--no-type-check', '--memory-limit', '128');
    expectRefusal(
      outcome,
      4,
      /memory\.ts was stopped because it used more than 128 MB of memory on bar 8/,
      /--memory-limit/,
    );
  });

  test('no trades say why, and are no error', async () => {
    const source = TRADES.replace('=== 1', '=== -1');
    const { code, stdout } = await runWith('idle.ts', source, '--no-type-check');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\nNo trades\. How far the strategy got:\n {4}The strategy saw all of the 60 bars\.\n {2}✕ bar\.index % params\.every === -1 \(line 7\) was true on 0 of 60 bars\.\n/,
    );
    expect(stdout.match(/no order/g)).toHaveLength(1);
  });
});

describe.concurrent('a run', () => {
  const read = (stdout: string) => runExportSchema.parse(JSON.parse(stdout));

  test('as JSON is what its schema says, and nothing else is on standard output', () => {
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const json = read(first.stdout);
    expect(json).toMatchObject({ schema: 1, bars: 60, failure: null, strategy: { name: 'Every so often' } });
    expect(json.manifest.params).toEqual({ every: 10 });
    expect(json.trades).toHaveLength(6);
  });

  test('on the file gives the same result as on the stored series', async () => {
    const { code, stdout } = await hindcast.run(
      'run',
      files.trades,
      '--no-type-check',
      '--data',
      files.prices,
      '--symbol',
      'TEST',
      '--json',
      '-',
    );
    expect(code).toBe(0);
    expect(read(stdout).resultHash).toBe(read(first.stdout).resultHash);
  });

  test('prints a table, without colours, and writes the report and the JSON', async () => {
    const { code, stdout, stderr } = await hindcast.run(
      ...['run', files.trades, '--data', 'TEST', '--param', 'every=7', '--from', '2024-01-10', '--to', '2024-02'],
      ...['--cash', '5000', '--commission', '1+0.1%', '--spread', '0.02%', '--slippage', '0.01%', '--seed', '3'],
      ...['--html', 'out/report.html', '--json', 'out/run.json'],
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Every so often every=7\n {2}TEST:1d {2}51 bars, 2024-01-10 to 2024-02-29\n/);
    expect(stdout).toContain('Hypothetical result');
    expect(stdout + stderr).not.toContain('\u001b');
    expect(stderr).toContain(join('out', 'report.html'));
    const json = read(readFileSync(join(hindcast.folder, 'out', 'run.json'), 'utf8'));
    expect(stdout).toContain(json.resultHash);
    expect(stdout).toContain(json.manifestId);
    expect(json.manifest).toMatchObject({
      cash: 5000,
      seed: 3,
      costs: {
        commission: { model: 'fixed-plus-percent', amount: 1, fraction: 0.001 },
        spread: { model: 'percent', fraction: 0.0002 },
        slippage: { model: 'percent', fraction: 0.0001 },
      },
    });
    const html = readFileSync(join(hindcast.folder, 'out', 'report.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain(json.manifestId);
  });

  test('whose report can’t be written says so, and ends with 1', async () => {
    mkdirSync(join(hindcast.folder, 'taken.html'));
    for (const target of ['prices.csv/report.html', 'taken.html']) {
      const { code, stderr } = await hindcast.run(
        'run',
        files.trades,
        '--no-type-check',
        '--data',
        'TEST',
        '--html',
        target,
      );
      expect(code).toBe(1);
      expect(stderr).toMatch(new RegExp(`^Error: ${target} could not be written: .*\\nName a file in a folder`));
    }
  });

  test('into a folder that is a file ends with 1', async () => {
    const { code, stderr } = await hindcast.run('runs', 'list', '--home', files.prices);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Error: .*prices\.csv.*can't be opened as a file\.\n/);
  });
});

describe('stored runs', () => {
  let id: string;
  beforeAll(() => {
    id = runExportSchema.parse(JSON.parse(first.stdout)).runId ?? '';
  });

  test('are listed, shown and exported, by id, by its beginning or as the last', async () => {
    const [table, list, shown, json] = await Promise.all([
      hindcast.run('runs', 'list', '--limit', '100'),
      hindcast.run('runs', 'list', '--limit', '100', '--json'),
      hindcast.run('runs', 'show', id.slice(0, 6)),
      hindcast.run('runs', 'show', id, '--json'),
    ]);
    expect(table.stdout).toMatch(new RegExp(`^ +run +when \\(UTC\\)[\\s\\S]*\\n +${id} .*Every so often +TEST +done `));
    expect(JSON.parse(list.stdout)).toContainEqual(
      expect.objectContaining({ id, status: 'done', metrics: expect.objectContaining({ trades: 6 }) }),
    );
    expect(shown.stdout).toContain(id);
    expect(shown.stdout).toMatch(/\nCan this be trusted\?\n {2}✕ serious {2}The run made 6 trades: /);
    expect(JSON.parse(json.stdout)).toMatchObject({ id, status: 'done', strategyName: 'Every so often' });

    const exported = await hindcast.run('runs', 'export', id, '--json', '-');
    expect(JSON.parse(exported.stdout)).toEqual(JSON.parse(first.stdout));
    const written = await hindcast.run(
      'runs',
      'export',
      id,
      '--csv',
      'e/t.csv',
      '--html',
      'e/r.html',
      '--json',
      'e/r.json',
    );
    expect(written).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(join(hindcast.folder, 'e', 't.csv'), 'utf8').split('\r\n')).toHaveLength(8);
    expect(JSON.parse(readFileSync(join(hindcast.folder, 'e', 'r.json'), 'utf8'))).toEqual(JSON.parse(first.stdout));
  });

  test('are verified', async () => {
    const { resultHash } = JSON.parse(first.stdout);
    const [one, json] = await Promise.all([hindcast.run('verify', id), hindcast.run('verify', id, '--json')]);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout).toContain(`Verified: run ${id} gives the same result again.`);
    expect(JSON.parse(json.stdout)).toMatchObject({ run: id, stored: resultHash, fresh: resultHash, verified: true });
  });

  test('are no longer verified when their bars were replaced', async () => {
    const file = hindcast.write('replaced.csv', pricesCsv(60));
    await hindcast.run('import', file, '--symbol', 'MINE');
    const ran = await hindcast.run('run', files.trades, '--no-type-check', '--data', 'MINE', '--json', '-');
    const { runId } = JSON.parse(ran.stdout);
    hindcast.write('replaced.csv', pricesCsv(90));
    await hindcast.run('import', file, '--symbol', 'MINE');
    expect((await hindcast.run('verify', runId)).code).toBe(0);
    hindcast.write('replaced.csv', pricesCsv(60).replace(/^2024-01-03,.*$/m, '2024-01-03,100,110,90,100,1'));
    const replaced = await hindcast.run('import', file, '--symbol', 'MINE');
    expect(replaced.stdout).toContain('1 replaced, 59 unchanged');
    expectRefusal(
      await hindcast.run('verify', runId),
      3,
      /bars of MINE \(1d\) are no longer those of run/,
      /import them again/,
    );
  });
});

describe('stored data', () => {
  test('are listed, shown and deleted', async () => {
    await hindcast.run('import', files.prices, '--symbol', 'GONE', '--currency', 'eur', '--tick-size', '0.25');
    const [table, list, shown, json] = await Promise.all([
      hindcast.run('data', 'list'),
      hindcast.run('data', 'list', '--json'),
      hindcast.run('data', 'show', 'gone'),
      hindcast.run('data', 'show', 'GONE:1d:import', '--json'),
    ]);
    expect(table.stdout).toMatch(/\n +GONE +1d +import +60 +2024-01-01 +2024-02-29 +OHLC\n/);
    expect(JSON.parse(list.stdout).map(({ symbol }: { symbol: string }) => symbol)).toEqual(
      expect.arrayContaining(['GONE', 'TEST']),
    );
    expect(shown.stdout).toMatch(/currency +EUR\n +tick size +0\.25\n/);
    expect(shown.stdout).toMatch(/\n +2024-01-05 .*\n +…\n +2024-02-25 /);
    expect(JSON.parse(json.stdout)).toMatchObject({
      symbol: 'GONE',
      rows: 60,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    const deleted = await hindcast.run('data', 'delete', 'GONE');
    expect(deleted).toMatchObject({ code: 0, stderr: '' });
    expect(deleted.stdout).toMatch(/^Deleted GONE:1d:import, 60 bars; \d.* freed\.\n$/);
    expectRefusal(await hindcast.run('data', 'show', 'GONE'), 3, /no series "GONE"/);
    expectRefusal(await hindcast.run('data', 'delete', 'GONE'), 3, /no series "GONE"/);
  });

  test('imported twice stay as they are', async () => {
    const again = await hindcast.run('import', files.prices, '--symbol', 'TEST', '--json');
    expect(JSON.parse(again.stdout).series[0]).toMatchObject({ added: 0, replaced: 0, unchanged: 60 });
  });
});

describe('a new folder', () => {
  test('has no data and no runs, and says how to get some', async () => {
    const home = join(hindcast.folder, 'new');
    const [data, runs, last] = await Promise.all([
      hindcast.run('data', 'list', '--home', home),
      hindcast.run('runs', 'list', '--home', home),
      hindcast.run('verify', 'last', '--home', home),
    ]);
    expect(data).toMatchObject({ code: 0, stdout: expect.stringContaining('hindcast import FILE') });
    expect(runs).toMatchObject({ code: 0, stdout: expect.stringContaining('hindcast run STRATEGY.ts') });
    expectRefusal(last, 2, /There is no run yet/);
    await hindcast.run('run', files.trades, '--no-type-check', '--data', files.prices, '--home', home);
    const verified = await hindcast.run('verify', 'last', '--time-limit', '30', '--home', home);
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('Verified: run ') });
  });
});
