import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../editor/problem.ts';
import { errorProblem, failureProblem, hostProblems, withoutEchoes } from './found-problems.ts';

const ID = '0123456789';
const MAIN = `strategies/${ID}/main.ts`;
const ONE_FILE = { 'main.ts': '\n'.repeat(9) };

describe('what the host found', () => {
  test('is shown but for what the editor finds by itself', () => {
    const place = { file: 'lib/a.ts', line: 3, column: 5 };
    const found = hostProblems(
      ID,
      [
        { owner: 'types', ...place, code: 'TS2322', message: 'Not assignable.' },
        { owner: 'types', ...place, code: 'TS2304', message: 'fetch is not available.' },
        {
          owner: 'load',
          file: 'main.ts',
          line: null,
          column: null,
          code: 'strategy.load',
          message: 'No.',
          hint: 'Do.',
        },
      ],
      [2304],
    );
    expect(found).toEqual([
      {
        owner: 'check',
        path: `strategies/${ID}/lib/a.ts`,
        severity: 'error',
        line: 3,
        column: 5,
        message: 'fetch is not available.',
        code: 'TS2304',
      },
      { owner: 'check', path: MAIN, severity: 'error', line: 1, column: 1, message: 'No. Do.', code: 'strategy.load' },
    ]);
  });

  test('of the lint is as grave as it says, ends where it says, and can be mended', () => {
    const edit = { line: 2, column: 1, endLine: 2, endColumn: 5, text: '' };
    const [found] = hostProblems(
      ID,
      [
        {
          owner: 'lint',
          file: 'main.ts',
          line: 2,
          column: 1,
          code: 'unused-parameter',
          message: 'Never read.',
          severity: 'warning',
          endLine: 2,
          endColumn: 5,
          fix: { title: 'Remove it', edits: [{ file: 'main.ts', ...edit }] },
        },
      ],
      [],
    );
    expect(found).toMatchObject({
      owner: 'lint',
      severity: 'warning',
      end: { line: 2, column: 5 },
      fix: { title: 'Remove it', edits: [{ path: MAIN, ...edit }] },
    });
  });

  test('is hidden on a line of which the editor says something', () => {
    const problem = (owner: Problem['owner'], line: number): Problem => ({
      owner,
      path: MAIN,
      severity: 'error',
      line,
      column: 1,
      message: '',
      code: '',
    });
    const shown = withoutEchoes([problem('types', 1), problem('check', 1), problem('check', 2), problem('runtime', 1)]);
    expect(shown.map(({ owner, line }) => [owner, line])).toEqual([
      ['types', 1],
      ['check', 2],
      ['runtime', 1],
    ]);
  });
});

describe('a run that stopped', () => {
  test('says where, with the bar and its time', () => {
    const time = Date.UTC(2001, 1, 3);
    const failure = { code: 'strategy.throws', message: 'No.', bar: 1_233, time, line: 7, column: 9 };
    expect(failureProblem(ID, ONE_FILE, { failure })).toEqual({
      owner: 'runtime',
      path: MAIN,
      severity: 'error',
      line: 7,
      column: 9,
      message: 'No. At bar 1,234, 2001-02-03 00:00.',
      code: 'strategy.throws',
    });
    expect(failureProblem(ID, ONE_FILE, { failure: { ...failure, line: null, column: null } })).toMatchObject({
      line: 1,
      column: 1,
    });
    expect(failureProblem(ID, ONE_FILE, { failure: null })).toBeNull();
  });

  test('says in which of its files', () => {
    const failure = { code: 'strategy.throws', message: 'No.', bar: 0, time: 0, line: 5, column: 2 };
    const files = { 'main.ts': 'one\ntwo\n', 'lib/a.ts': 'one\n' };
    expect(failureProblem(ID, files, { failure })).toMatchObject({ path: `strategies/${ID}/lib/a.ts`, line: 1 });
  });

  test('or why it did not begin, where that is in the text', () => {
    const at = { file: 'lib/a.ts', line: 2, column: 4 };
    const error = { kind: 'strategy', code: 'strategy.syntax', message: 'No.', hint: 'Do.', at } as const;
    const files = ['main.ts', 'lib/a.ts'];
    expect(errorProblem(ID, ['main.ts'], error)).toMatchObject({ path: MAIN, line: 2 });
    expect(errorProblem(ID, files, error)).toMatchObject({
      owner: 'runtime',
      path: `strategies/${ID}/lib/a.ts`,
      line: 2,
      column: 4,
      message: 'No. Do.',
    });
    expect(errorProblem(ID, files, { kind: 'data', code: 'data.x', message: 'No.', at })).toBeNull();
    expect(errorProblem(ID, files, { kind: 'strategy', code: 'strategy.x', message: 'No.' })).toBeNull();
    expect(errorProblem(ID, files, null)).toBeNull();
  });
});
