import { describe, expect, it } from 'vitest';
import { CHECK_IDS, CHECK_SEVERITIES, type CheckId } from '#shared/domain/checks.ts';
import { type Check, severityOf } from './check.ts';
import { checkedRun, tradesMaking } from './checked-run.fixture.ts';
import { CHECKS } from './checks.ts';
import { runChecks } from './run-checks.ts';

const saying = (id: CheckId, weight: number | null): Check => ({
  id,
  look: () => (weight === null ? null : { weight, message: `${id}.`, suggestion: 'Nothing.' }),
});

describe('running checks', () => {
  it('sorts what was found, the heaviest first, and leaves out what is well', () => {
    const checks = [
      saying('costs', 0.3),
      saying('exposure', null),
      saying('few-trades', 0.8),
      saying('data-gaps', 0.3),
    ];
    expect(runChecks(checkedRun(), checks)).toEqual([
      { id: 'few-trades', weight: 0.8, severity: 'serious', message: 'few-trades.', suggestion: 'Nothing.' },
      { id: 'costs', weight: 0.3, severity: 'warning', message: 'costs.', suggestion: 'Nothing.' },
      { id: 'data-gaps', weight: 0.3, severity: 'warning', message: 'data-gaps.', suggestion: 'Nothing.' },
    ]);
  });

  it('finds nothing wrong with a run over three quiet years, nor with one that did nothing', () => {
    const trades = tradesMaking(...Array.from({ length: 60 }, (_, k) => (k % 3) - 0.5));
    expect(runChecks(checkedRun({ trades }))).toEqual([]);
    expect(runChecks(checkedRun())).toEqual([]);
  });

  it('asks all of them, in the order of their ids', () => {
    expect(CHECKS.map(({ id }) => id)).toEqual([...CHECK_IDS]);
  });

  it('words findings as whole sentences', () => {
    const trades = [
      { pnl: 5, forced: true, entry: { bar: 1, sent: 1, rule: 'market-close' as const }, exit: { bar: 998 } },
    ];
    const findings = runChecks(checkedRun({ trades, measured: { barsInMarket: 997 } }));
    expect(findings.map(({ id }) => id)).toEqual([
      'few-trades',
      'forced-closes',
      'parameters',
      'optimistic-timing',
      'exposure',
    ]);
    for (const { message, suggestion } of findings) {
      expect(message).toMatch(/^[A-Z0-9].*\.$/);
      expect(suggestion).toMatch(/^[A-Z].*\.$/);
    }
  });
});

it('severity follows from weight', () => {
  expect([0, 0.29, 0.3, 0.59, 0.6, 1].map(severityOf)).toEqual([
    'info',
    'info',
    'warning',
    'warning',
    'serious',
    'serious',
  ]);
  expect(CHECK_SEVERITIES).toEqual(['info', 'warning', 'serious']);
});
