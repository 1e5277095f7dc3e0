import { describe, expect, it } from 'vitest';
import { API_ERROR_KINDS, apiErrorOf, contractErrorCode, INTERNAL_ERROR } from './errors.ts';

describe('errors of the contract', () => {
  it('are named by their kind, or for what isn’t there', () => {
    expect(API_ERROR_KINDS.map((kind) => contractErrorCode({ kind, code: `${kind}.x` }))).toEqual([
      'USAGE',
      'DATA',
      'STRATEGY',
      'RUN',
      'STORAGE',
      'INTERNAL',
    ]);
    expect(contractErrorCode({ kind: 'data', code: 'data.no-such-series' })).toBe('NOT_FOUND');
    expect(contractErrorCode({ kind: 'usage', code: 'usage.no-such-run' })).toBe('NOT_FOUND');
    expect(contractErrorCode({ kind: 'usage', code: 'usage.no-suchlike' })).toBe('USAGE');
    expect(contractErrorCode({ kind: 'usage', code: 'usage.stale-draft' })).toBe('CONFLICT');
    expect(contractErrorCode({ kind: 'usage', code: 'usage.stalemate' })).toBe('USAGE');
  });

  it('say what is to be shown', () => {
    const told = { kind: 'data', code: 'data.bad-rows', message: 'Two bad rows.', lines: ['line 5: …'] };
    expect(apiErrorOf(Object.assign(new Error('x'), { data: told }))).toEqual(told);
  });

  it('say so when nobody answers', () => {
    expect(apiErrorOf(new TypeError('Failed to fetch')).code).toBe('run.unreachable');
  });

  it('are internal where nobody knows', () => {
    expect(apiErrorOf(new Error('odd'))).toEqual({ ...INTERNAL_ERROR, lines: ['odd'] });
    expect(apiErrorOf(Object.assign(new Error('odd'), { data: { kind: 'odd' } }))).toEqual({
      ...INTERNAL_ERROR,
      lines: ['odd'],
    });
    for (const nothing of [null, undefined, 5, 'text']) expect(apiErrorOf(nothing)).toEqual(INTERNAL_ERROR);
  });
});
