import { describe, expect, test } from 'vitest';
import type { Funnel } from '#shared/domain/funnel.ts';
import { SEMANTICS } from '#shared/domain/manifest.ts';
import { randomWalk, sp500, stocks } from './fixtures/price-files.ts';
import { smaCrossInput } from './fixtures/sma-cross-run.ts';
import { renderReport } from './report.ts';
import type { ReportInput } from './report-input.ts';
import { accountInWords } from './sections/account-in-words.ts';
import { SEMANTICS_IN_WORDS } from './sections/semantics-in-words.ts';

const input = smaCrossInput([sp500()], { shorts: true });
const report = renderReport(input);
const idle = smaCrossInput([sp500()], { cash: 100 });
const funnel: Funnel = {
  bars: 5_105,
  barsAfterWarmUp: 5_076,
  conditions: [{ label: 'ta.crossOver(fast, slow)', line: 14, evaluated: 5_076, seen: 0, within: null }],
  sent: 0,
  accepted: 0,
  filled: 0,
  unfilled: [],
};
const noTrades = { code: 'no-trades', message: 'No trades. It sent no order.' };
const withoutTrades = renderReport({ ...idle, result: { ...idle.result, funnel, warnings: [noTrades] } });

const targetsOf = (document: string) => [...document.matchAll(/href="#([a-z-]+)"/g)].map(([, target]) => target);

/** Names of the elements and attributes, in order: what must not change when the texts do. */
function skeleton(document: string): string[] {
  const body = document.slice(document.indexOf('</style>'));
  return [...body.matchAll(/<(\/?[a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name, attributes = '']) =>
      `${name} ${[...attributes.matchAll(/([a-z-]+)="/gi)].map(([, key]) => key).join(' ')}`,
  );
}

const text = (document: string) =>
  document
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[ \n]+/g, ' ');

describe('the document', () => {
  test('loads nothing and runs nothing', () => {
    expect(report).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    );
    expect(report).not.toMatch(
      /<script|<link|<iframe|<object|<img|\son[a-z]+=|javascript:|https?:|url\(|@import|\ssrc=/i,
    );
  });

  test('has one heading of the first order, landmarks, and named parts in order', () => {
    expect(report.match(/<h1[\s>]/g)).toHaveLength(1);
    for (const landmark of ['<header class="bar"', '<nav', '<main', '<footer'])
      expect(report.split(landmark)).toHaveLength(2);
    const parts = [...report.matchAll(/<section id="([a-z]+)"/g)].map(([, id]) => id);
    expect(parts).toEqual([
      ...['trust', 'equity', 'months', 'distribution', 'trades', 'costs', 'metrics', 'assumptions', 'source'],
    ]);
    expect(targetsOf(report)).toEqual(['main', ...parts]);
    expect(targetsOf(withoutTrades).slice(0, 3)).toEqual(['main', 'funnel', 'equity']);
    for (const document of [report, withoutTrades, renderReport(smaCrossInput([sp500()], { cash: 100 }))]) {
      for (const target of targetsOf(document)) expect(document).toContain(`id="${target}"`);
    }
  });

  test('closes every element that it opens', () => {
    const open: string[] = [];
    for (const [, slash, name = '', rest = ''] of report.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
      if (slash === '/') expect(open.pop()).toBe(name);
      else if (!rest.endsWith('/') && name !== 'meta') open.push(name);
    }
    expect(open).toEqual([]);
  });

  test('has a caption on every table, a scope on every header, and a summary on every chart', () => {
    expect(report.match(/<table[^>]*>\s*<caption>/g)).toHaveLength(report.match(/<table/g)?.length ?? 0);
    expect(report).not.toMatch(/<th(?![^>]*scope=)[\s>]/);
    expect(report.match(/role="img" aria-label="[^"]{20,}"/g)).toHaveLength(3);
  });
});

describe('the contents', () => {
  test('name the run and say that it is hypothetical', () => {
    const words = text(report);
    expect(words).toContain('SMA cross Hypothetical');
    expect(words).toContain('SP500 · 1d · 2000-01-03 to 2020-04-17 · 5,105 bars');
    expect(words).toContain('These results are hypothetical.');
    expect(words).toContain('with the benefit of hindsight');
    expect(words).toContain('Past performance does not predict future results.');
    expect(report).toContain('<title>SMA cross · SP500 · Hindcast backtest (hypothetical)</title>');
  });

  test('hold the eight figures, each with its convention', () => {
    const figures = [...report.matchAll(/<dt>([^<]+)<\/dt><dd class="[^"]*">.*?<small>([^<]+)<\/small>/g)];
    expect(figures.map(([, label]) => label)).toEqual([
      'Total return',
      'CAGR',
      'Max drawdown',
      'Sharpe ratio',
      'Trades',
      'Win rate',
      'Profit factor',
      'Against buy &amp; hold',
    ]);
  });

  test('compare with buy and hold by the difference of the two returns', () => {
    const metric = (value: number) => ({ value, unit: 'fraction' as const, convention: 'as it is' });
    const metrics = { totalReturn: metric(0.5), buyAndHoldReturn: metric(0.75) };
    const words = text(renderReport({ ...input, result: { ...input.result, metrics } }));
    expect(words).toContain(
      'Against buy &amp; hold ▼ \u221225.00\u202fpp total return less buy and hold’s +75.00\u202f%, as it is',
    );
  });

  test('call what reads as zero neither a gain nor a loss', () => {
    const metric = (value: number) => ({ value, unit: 'fraction' as const, convention: '' });
    const lead = (own: number) => {
      const metrics = { totalReturn: metric(own), buyAndHoldReturn: metric(0.3) };
      const document = renderReport({ ...input, result: { ...input.result, metrics } });
      return document.match(/<dt>Against buy &amp; hold<\/dt><dd class="(\w*)">(?:<span[^>]*>(.)<\/span>)?/)?.slice(1);
    };
    expect(lead(0.1 + 0.2)).toEqual(['', undefined]);
    expect(lead(0.3 - 1e-12)).toEqual(['', undefined]);
    expect(lead(0.3001)).toEqual(['up', '▲']);
    expect(lead(0.2999)).toEqual(['down', '▼']);
  });

  test('show the return with what ambiguous bars leave open of it', () => {
    const ambiguity = { pessimistic: 9_000, optimistic: 10_500 };
    const words = text(renderReport({ ...input, result: { ...input.result, ambiguity } }));
    expect(words).toContain(
      '↕ between \u221210.00\u202f% and +5.00\u202f%: some bars don’t tell which order filled first final equity',
    );
    expect(words.match(/↕ between/g)).toHaveLength(1);
    expect(text(report)).not.toContain('↕ between');
  });

  test('hold every metric with its convention, also one that the catalogue does not know', () => {
    const metrics = {
      ...input.result.metrics,
      novelty: { value: 7, unit: 'count' as const, convention: 'counted twice' },
    };
    const words = text(renderReport({ ...input, result: { ...input.result, metrics } }));
    for (const { convention } of Object.values(metrics)) expect(words).toContain(escaped(convention));
    expect(words).toContain('novelty counted twice 7');
  });

  test('hold every assumption', () => {
    const words = text(report);
    for (const { about, rule } of SEMANTICS_IN_WORDS['hindcast-1']) expect(words).toContain(`${about} ${rule}`);
    const { manifest, manifestId, result } = input;
    const [data] = manifest.data;
    const facts = [
      manifest.semantics,
      manifest.strategy.sha256,
      data?.sha256,
      manifestId,
      result.resultHash,
      'hindcast verify 2f6c1a90',
      'fast = 10 slow = 30 shorts = true',
      'Seed of random numbers 42',
      'Engine version 1',
      'Starting capital 10,000.00 USD',
      'SP500 1d import 5,105 2000-01-03 2020-04-17 USD 1 any 1',
      'Commission 0.05\u202f% of the traded value',
    ];
    for (const fact of facts) expect(words).toContain(fact);
  });

  test('count the bars whose order of events is unknown', () => {
    const result = { ...input.result, ambiguousBars: 12 };
    expect(text(renderReport({ ...input, result }))).toContain(
      '12 of 5,105 bars left open which of two orders filled first',
    );
    expect(text(report)).toContain('no bar left open whether a stop-loss or its take-profit came first');
    const manifest = { ...input.manifest, semantics: 'tradingview' as const };
    expect(text(renderReport({ ...input, manifest, result }))).toContain('bars that leave it open are not counted');
  });

  test('name the currency of commissions, which may not be that of the account', () => {
    const costs = { ...input.manifest.costs, commission: { model: 'fixed' as const, amount: 2 } };
    const words = text(renderReport({ ...input, manifest: { ...input.manifest, costs }, currency: 'EUR' }));
    expect(words).toContain('Commission 2 USD for every fill.');
    expect(words).toContain('Starting capital 10,000.00 EUR');
  });

  test('hold the rules of each semantics and the terms of the account', () => {
    for (const semantics of SEMANTICS) {
      const words = text(renderReport({ ...input, manifest: { ...input.manifest, semantics } }));
      for (const { about, rule } of SEMANTICS_IN_WORDS[semantics]) expect(words).toContain(`${about} ${rule}`);
      for (const [about, term] of accountInWords({ ...input.manifest, semantics })) {
        expect(words).toContain(`${about} ${term}`);
      }
    }
  });

  test('end with the source, closed, line by line', () => {
    expect(report).toContain('<details><summary>sma-cross.ts, 17 lines</summary>');
    expect(report).toContain('<li>  name: &#39;SMA cross&#39;,</li>');
    expect(report).not.toContain('<li></li></ol>');
  });
});

describe('a run that went wrong', () => {
  const failure = {
    code: 'strategy.exception',
    message: 'TypeError: x is undefined',
    bar: 900,
    time: Date.UTC(2003, 7, 5),
    line: 14,
    column: 9,
  };

  test('says at the top why and where it stopped', () => {
    const document = renderReport({ ...input, result: { ...input.result, failure } });
    expect(document.indexOf('The run stopped early.')).toBeLessThan(document.indexOf('id="equity"'));
    const words = text(document);
    expect(words).toContain('Stopped early');
    expect(words).toContain('TypeError: x is undefined');
    expect(words).toContain('At bar 901, 2003-08-05, in sma-cross.ts:14:9 .');
    expect(document).toMatch(/<li id="failed-line" class="failed">\s+if \(ta\.crossOver/);
  });

  test('names the file alone when the line is not known', () => {
    const result = { ...input.result, failure: { ...failure, line: null, column: null } };
    const document = renderReport({ ...input, result });
    expect(text(document)).toContain('in sma-cross.ts .');
    expect(document).not.toContain('failed-line');
  });

  test('shows every warning', () => {
    const warnings = [
      { code: 'no-trades', message: 'There are no trades.' },
      { code: 'ambiguous-bars', message: 'Three bars are ambiguous.' },
    ];
    const document = renderReport({ ...input, result: { ...input.result, warnings } });
    for (const { message } of warnings) {
      expect(document.indexOf(message)).toBeGreaterThan(0);
      expect(document.indexOf(message)).toBeLessThan(document.indexOf('id="equity"'));
    }
    expect(report).not.toContain('id="notices"');
  });
});

test('no text of a user or a strategy becomes markup', () => {
  const texts = (evil: string): ReportInput => ({
    ...input,
    run: { ...input.run, id: evil },
    strategy: { name: evil, file: evil, source: evil },
    currency: evil,
    manifestId: evil,
    manifest: {
      ...input.manifest,
      params: { [evil]: evil },
      data: input.manifest.data.map((series) => ({ ...series, symbol: evil, source: evil })),
    },
    result: {
      ...input.result,
      symbols: [evil, evil],
      resultHash: evil,
      warnings: [{ code: evil, message: evil }],
      checks: [{ id: 'costs', severity: 'info', weight: 0.1, message: evil, suggestion: evil }],
      funnel: { ...funnel, conditions: [{ label: evil, line: null, evaluated: 1, seen: 0, within: null }] },
      log: [{ bar: 0, text: evil }],
      failure: { code: evil, message: evil, bar: 1, time: 0, line: 1, column: 1 },
      metrics: { [`${evil}`]: { value: 1, unit: 'money', convention: evil } },
    },
  });
  const harmless = skeleton(renderReport(texts('x')));
  expect(harmless.length).toBeGreaterThan(1_000);
  for (const evil of [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><svg onload=alert(1)>',
    '</title></li></details>',
    '<!-- &lt;b&gt; -->',
  ]) {
    const document = renderReport(texts(evil));
    expect(skeleton(document)).toEqual(harmless);
    expect(document).not.toContain(evil);
  }
});

describe('runs of other shapes', () => {
  test('several close-only symbols with monthly bars', () => {
    const words = text(renderReport(smaCrossInput(stocks(), { fast: 3, slow: 8 })));
    expect(words).toContain('MSFT, AMZN, IBM, GOOG, AAPL · 1M · 2000-01-01 to 2010-03-01 · 123 bars');
    expect(words).toContain('GOOG 1M import 68 2004-08-01');
  });

  test('no trades', () => {
    const words = text(withoutTrades);
    expect(words).toContain('Why there were no trades');
    expect(words.match(/It sent no order\./g)).toHaveLength(1);
    expect(withoutTrades).not.toContain('id="trust"');
    expect(words).toContain('There are no trades.');
    expect(words).toContain('No trades, so no distribution.');
    expect(words).not.toMatch(/NaN|Infinity|undefined\b(?! without)/);
  });

  test('a run that was not stored can be verified by running it again', () => {
    const words = text(renderReport({ ...input, run: { ...input.run, id: null } }));
    expect(words).toContain('not stored');
    expect(words).toContain('run it again with the same inputs and compare the hashes');
    expect(words).not.toContain('hindcast verify');
  });

  test('a long log is cut, and says so', () => {
    const log = Array.from({ length: 250 }, (_, bar) => ({ bar, text: `line ${bar}` }));
    const words = text(renderReport({ ...input, result: { ...input.result, log } }));
    expect(words).toContain('the first 200 of 250 lines');
    expect(words).toContain('2000-01-03 line 0');
    expect(words).not.toContain('line 200 ');
  });

  test('a million bars stay below 3 MB', () => {
    const million = renderReport(smaCrossInput([randomWalk(1_000_000)], { fast: 5, slow: 20 }));
    expect(million.length).toBeLessThan(1_000_000);
    expect(text(million)).toContain('1,000,000 bars');
    expect(million).toContain('2022-01-03 00:00');
  });
});

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/'/g, '&#39;');
}
