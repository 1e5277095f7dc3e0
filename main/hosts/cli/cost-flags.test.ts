import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { commissionFlag, slippageFlag, spreadFlag } from './cost-flags.ts';

/** What the error says that reading ends with. */
function errorOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (!(error instanceof HindcastError)) throw error;
    const { kind, code, message, hint } = error.detail;
    return `${kind} ${code} ${message} ${hint}`;
  }
  throw new Error('it was understood');
}

describe('commission', () => {
  test.each([
    ['0', { model: 'none' }],
    ['0%', { model: 'none' }],
    ['0+0%', { model: 'none' }],
    ['2', { model: 'fixed', amount: 2 }],
    ['2+0%', { model: 'fixed', amount: 2 }],
    ['0.1%', { model: 'percent', fraction: 0.001 }],
    ['2+0.1%', { model: 'fixed-plus-percent', amount: 2, fraction: 0.001 }],
    ['0.1% + 2', { model: 'fixed-plus-percent', amount: 2, fraction: 0.001 }],
    ['0.005/share', { model: 'per-share', perUnit: 0.005 }],
    ['2.25 / contract', { model: 'per-share', perUnit: 2.25 }],
    ['0.1/unit, max=2%', { model: 'per-share', perUnit: 0.1, maximumFraction: 0.02 }],
    ['0.005/share,min=1,max=1%', { model: 'per-share', perUnit: 0.005, minimum: 1, maximumFraction: 0.01 }],
    ['0.1%,min=1', { model: 'tiered', tiers: [{ upTo: null, fraction: 0.001 }], minimum: 1 }],
    [
      '0.2%to10000, 0.1% to 5e4, 0.05%, max = 40',
      {
        model: 'tiered',
        tiers: [
          { upTo: 10_000, fraction: 0.002 },
          { upTo: 50_000, fraction: 0.001 },
          { upTo: null, fraction: 0.0005 },
        ],
        maximum: 40,
      },
    ],
    ['maker=-0.01%,taker=0.04%', { model: 'maker-taker', maker: -0.0001, taker: 0.0004 }],
    ['taker=0.04%, maker=0%', { model: 'maker-taker', maker: 0, taker: 0.0004 }],
  ])('%s', (text, spec) => expect(commissionFlag(text)).toEqual(spec));

  test.each([
    ...['', ' ', 'x', '1+2', '1%+2%', '1+', '%', 'NaN', 'Infinity', '2,min=1', '10,000'],
    ...[
      '/share',
      '0.005/',
      '0.005/lot',
      '0.005/shares',
      '0.1%/share',
      '0.005/share,min=1%',
      '0.005/share,max=1',
      '0.005/share,0.1%',
    ],
    ...['0.005/share,min=1,min=2', '0.005/share,cap=1', '0.005/share,min=', '0.005/share,min=1=2', 'min=1'],
    ...['0.2%to,0.1%', '0.2%to1to2,0.1%', '0.2to10,0.1%', '0.2%to10,0.1', '0.1%,min=1%', '0.1%,max=x', '0.1%,maker=0%'],
    ...['maker=0.02%', 'taker=0.02%', 'maker=0.02,taker=0.04%', 'maker=0.02%,taker=0.04%,min=1', '='],
  ])('none: %j', (text) => {
    const error = errorOf(() => commissionFlag(text));
    expect(error).toContain(`usage usage.flag-value --commission ${text}: not understood. --commission takes `);
    expect(error).toContain('maker=0.02%,taker=0.04%.');
  });

  test.each([
    ['-1', 'an amount of money is 0 or more'],
    ['-1%', 'a percentage is 0% or more'],
    ['60%', 'a percentage is at most 50%'],
    ['-1/share', 'an amount of money is 0 or more'],
    ['1/share,max=51%', 'a percentage is at most 50%'],
    ['0.2%to10000,0.1%to5000,0%', 'each tier ends above the one before it, and the last one alone has no end'],
    ['0.1%,min=2,max=1', 'the minimum lies above the maximum'],
    ['maker=-2%,taker=60%', 'a rebate is at most 1%, a percentage is at most 50%'],
  ])('out of bounds: %s', (text, problem) => {
    expect(errorOf(() => commissionFlag(text))).toContain(
      `usage usage.flag-value --commission ${text}: ${problem}. --commission takes `,
    );
  });

  test('keeps every percentage as the number that dividing by 100 gives', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 50, noNaN: true }), (percent) => {
        expect(commissionFlag(`${percent}%`)).toEqual({ model: 'percent', fraction: percent / 100 });
      }),
    );
  });
});

describe('spread', () => {
  test.each([
    ['0.02%', { model: 'percent', fraction: 0.0002 }],
    ['0.5', { model: 'fixed', points: 0.5 }],
    ['0', { model: 'fixed', points: 0 }],
    [' series ', { model: 'series' }],
  ])('%s', (text, spec) => expect(spreadFlag(text)).toEqual(spec));

  test.each(['', 'wide', 'series,1', '1,2', 'series,x=1', 'points=1', '0.5+1%'])('none: %j', (text) => {
    expect(errorOf(() => spreadFlag(text))).toContain(
      `--spread ${text}: not understood. --spread takes a percentage of the price (0.02%), price points (0.5) or series.`,
    );
  });

  test.each([
    ['51%', 'a percentage is at most 50%'],
    ['-1', 'a spread is 0 points or more'],
  ])('out of bounds: %s', (text, problem) => {
    expect(errorOf(() => spreadFlag(text))).toContain(`--spread ${text}: ${problem}. --spread takes `);
  });
});

describe('slippage', () => {
  test.each([
    ['0.02%', { model: 'percent', fraction: 0.0002 }],
    ['1tick', { model: 'ticks', ticks: 1 }],
    ['2 ticks', { model: 'ticks', ticks: 2 }],
    ['impact=10%', { model: 'volume-share', priceImpact: 0.1 }],
    ['impact=10%,limit=2.5%', { model: 'volume-share', priceImpact: 0.1, volumeLimit: 0.025 }],
    ['range=5%', { model: 'volatility', fraction: 0.05 }],
  ])('%s', (text, spec) => expect(slippageFlag(text)).toEqual(spec));

  test.each([
    ...['2', 'ticks', 'xticks', '', '1tick,2ticks', '1tick,impact=1%', 'limit=5%', 'impact=10', 'range=5'],
    ...['impact=10%,range=5%', 'limit=1%,range=5%', 'range=5%,range=6%', 'speed=5%', '2 ticks each'],
  ])('none: %j', (text) => {
    const error = errorOf(() => slippageFlag(text));
    expect(error).toContain(`--slippage ${text}: not understood. --slippage takes a percentage of the price (0.02%)`);
    expect(error).toContain('(range=5%).');
  });

  test.each([
    ['-1ticks', 'slippage is 0 ticks or more'],
    ['60%', 'a percentage is at most 50%'],
    ['impact=60%', 'a percentage is at most 50%'],
    ['impact=1%,limit=0%', 'a share of the volume is more than 0%'],
    ['impact=1%,limit=101%', 'a share of the volume is at most 100%'],
    ['range=-1%', 'a percentage is 0% or more'],
    ['range=1001%', 'slippage is at most 1000% of the usual range'],
  ])('out of bounds: %s', (text, problem) => {
    expect(errorOf(() => slippageFlag(text))).toContain(`--slippage ${text}: ${problem}. --slippage takes `);
  });
});
