import { expect, it } from 'vitest';
import {
  backtestLengthVerdict,
  deflatedSharpeVerdict,
  haircutVerdict,
  overfittingVerdict,
  superiorAbilityVerdict,
  trackRecordVerdict,
} from './overfitting-verdicts.ts';

it('the deflated Sharpe ratio', () => {
  expect(deflatedSharpeVerdict(0.96, 100)).toEqual({
    tone: 'for',
    words:
      'For the best of 100 trials, the probability that the true Sharpe ratio beats what luck alone would have brought is 96 %.',
  });
  expect(deflatedSharpeVerdict(0.94, 100).tone).toBe('open');
  expect(deflatedSharpeVerdict(0.49, 1)).toMatchObject({ tone: 'against' });
  expect(deflatedSharpeVerdict(0.49, 1).words).toContain('For a single trial');
  expect(deflatedSharpeVerdict(0.999, 2).words).toContain('more than 99 %');
  expect(deflatedSharpeVerdict(0.001, 2).words).toContain('less than 1 %');
  expect(deflatedSharpeVerdict(1, 2).words).toContain('100 %');
});

it('the track record', () => {
  expect(trackRecordVerdict(5, 4.2, 0, 0.95)).toEqual({
    tone: 'for',
    words:
      'It takes 4.2 years of results like these to show a Sharpe ratio above 0 with 95 % confidence; there are 5.0 years.',
  });
  expect(trackRecordVerdict(4, 42, 0, 0.95)).toMatchObject({ tone: 'open' });
  expect(trackRecordVerdict(4, Number.POSITIVE_INFINITY, 1, 0.95)).toMatchObject({ tone: 'against' });
});

it('the backtest’s length', () => {
  expect(backtestLengthVerdict(6, 5, 45).tone).toBe('open');
  expect(backtestLengthVerdict(5, 5, 45)).toEqual({
    tone: 'against',
    words:
      'Trying 45 times on 5.0 years of history, a Sharpe ratio like this one is what luck is expected to bring; there are 5.0 years.',
  });
});

it('overfitting', () => {
  expect(overfittingVerdict(0.05, 12_870).words).toBe(
    'In 5 % of 12870 splits of history, the parameters that were best in one half were no better than the median in the other.',
  );
  expect([0.09, 0.1, 0.39, 0.4].map((p) => overfittingVerdict(p, 70).tone)).toEqual(['for', 'open', 'open', 'against']);
});

it('superior ability', () => {
  expect([0.05, 0.06, 0.3, 0.31].map((p) => superiorAbilityVerdict(p, 9).tone)).toEqual([
    'for',
    'open',
    'open',
    'against',
  ]);
  expect(superiorAbilityVerdict(0.05, 9).words).toBe(
    'If none of the 9 trials had any skill, the best would look at least this good in 5 % of histories like this one.',
  );
});

it('the haircut', () => {
  expect([0.25, 0.5, 0.75].map((part) => haircutVerdict(part, 200).tone)).toEqual(['for', 'open', 'against']);
  expect(haircutVerdict(0.568, 200).words).toBe('Allowing for 200 trials takes 57 % off the Sharpe ratio.');
});
