import { expect, test } from 'vitest';
import { accountSchema } from '#shared/domain/account.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import { sp500 } from '../../runs/report/fixtures/price-files.ts';
import { smaCrossInput } from '../../runs/report/fixtures/sma-cross-run.ts';
import type { RunRecord } from '../../runs/run-record.ts';
import { printRun } from './print-run.ts';
import { Terminal } from './terminal.ts';

const { result, manifest, manifestId } = smaCrossInput([sp500()]);
const record: RunRecord = {
  id: '2f6c1a90ab',
  createdAt: 0,
  finishedAt: 1,
  status: 'done',
  strategyName: 'SMA cross',
  strategyFile: 'sma-cross.ts',
  manifestId,
  manifest,
  resultHash: result.resultHash,
  summary: null,
  error: null,
};

function printed(changes: Partial<RunResult> | null, about: Partial<RunRecord> = {}): string {
  let text = '';
  const terminal = new Terminal({ write: (part) => (text += part) }, { write: () => {} });
  printRun(terminal, { ...record, ...about }, changes && { ...result, ...changes }, '');
  return text;
}

test('the return stands with what ambiguous bars leave open of it', () => {
  expect(printed({ ambiguity: { pessimistic: 9_000, optimistic: 10_500 } })).toContain(
    "\n  The total return lies between −10.00\u2009% and 5.00\u2009%: some bars don't tell which order filled first.\n",
  );
  expect(printed({})).not.toContain('lies between');
});

test('warnings follow what the checks say; why there were no trades is not said again', () => {
  const warnings = [
    { code: 'no-trades', message: 'No trades. It sent no order.' },
    { code: 'broke', message: 'The account was broke.' },
  ];
  expect(printed({ warnings })).toMatch(
    /\nCan this be trusted\? .*\n\nNote: No trades\. It sent no order\.\nNote: The account was broke\.\nHypothetical/,
  );
  const funnel = { bars: 9, barsAfterWarmUp: 9, conditions: [], sent: 0, accepted: 0, filled: 0, unfilled: [] };
  const trades = { ...result.trades, symbol: new Int32Array(0) };
  expect(printed({ warnings, trades, funnel })).toMatch(
    /\nNo trades\. How far the strategy got:\n.*\n.*It sent no order\.\n\nNote: The account was broke\.\nHypothetical/,
  );
});

test('money is in the account’s currency', () => {
  expect(printed({})).toMatch(/Final equity +[\d,.]+\u00a0USD/);
  const account = accountSchema.parse({ currency: 'EUR' });
  expect(printed({}, { manifest: { ...manifest, account } })).toMatch(/Final equity +[\d,.]+\u00a0EUR/);
});

test('a run without a result says why there is none', () => {
  const error = { kind: 'run', code: 'run.interrupted', message: 'The run was interrupted.' } as const;
  expect(printed(null, { status: 'failed', resultHash: null, error })).toMatch(
    /\nfailed: The run was interrupted\.\nHypothetical[\s\S]*\n {2}resultHash {2}–\n$/,
  );
});
