import { expect, test } from 'vitest';
import type { CheckFinding } from '#shared/domain/checks.ts';
import type { Funnel } from '#shared/domain/funnel.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import { sp500 } from '../../runs/report/fixtures/price-files.ts';
import { smaCrossInput } from '../../runs/report/fixtures/sma-cross-run.ts';
import { printTrust } from './print-trust.ts';
import { Terminal } from './terminal.ts';

const { result } = smaCrossInput([sp500()]);

function printed(changes: Partial<RunResult>, isTTY = false): string {
  let text = '';
  printTrust(new Terminal({ write: (part) => (text += part), isTTY }, { write: () => {} }), { ...result, ...changes });
  return text;
}

const finding = (parts: Partial<CheckFinding>): CheckFinding => ({
  id: 'few-trades',
  weight: 0.8,
  severity: 'serious',
  message: 'The run made 6 trades.',
  suggestion: 'Run it on a longer history.',
  ...parts,
});

const funnel: Funnel = {
  bars: 60,
  barsAfterWarmUp: 50,
  conditions: [
    { label: 'a > b && c', line: 7, evaluated: 50, seen: 0, within: null },
    { label: 'a > b', line: 7, evaluated: 50, seen: 3, within: 0 },
  ],
  sent: 0,
  accepted: 0,
  filled: 0,
  unfilled: [],
};

test('findings are told in their order, by shape and word, each with what to do', () => {
  const checks = [
    finding({}),
    finding({ severity: 'warning', message: 'Costs took half.', suggestion: 'Trade less often.' }),
    finding({ severity: 'info', message: 'It was short.', suggestion: 'Import more.' }),
  ];
  expect(printed({ checks })).toBe(
    [
      'Can this be trusted?',
      '  ✕ serious  The run made 6 trades.',
      '             Run it on a longer history.',
      '  ▲ warning  Costs took half.',
      '             Trade less often.',
      '  ● info     It was short.',
      '             Import more.',
      '',
      '',
    ].join('\n'),
  );
  expect(printed({ checks: [finding({})] }, true)).toContain('\u001b[31m✕ serious\u001b[39m');
});

test('without findings it says how many checks found none', () => {
  expect(printed({})).toBe('Can this be trusted? None of 12 automatic checks found a reason for doubt.\n\n');
});

test('without trades it says how far the strategy got, and nothing of trust', () => {
  const none = { ...result.trades, symbol: new Int32Array(0) };
  expect(printed({ trades: none, funnel })).toBe(
    [
      'No trades. How far the strategy got:',
      '    After warm-up the strategy saw 50 of 60 bars.',
      '  ✕ a > b && c (line 7) was true on 0 of 50 bars.',
      '      a > b (line 7) was true on 3 of 50 bars.',
      '  ✕ It sent no order.',
      '',
      '',
    ].join('\n'),
  );
  expect(printed({ trades: none })).toBe('');
});

test('no control character of a source acts on the terminal', () => {
  const conditions = [{ label: "x === '\u001b[2J'", line: 1, evaluated: 1, seen: 0, within: null }];
  expect(printed({ funnel: { ...funnel, conditions } })).toContain("x === '\uFFFD[2J' (line 1)");
});
