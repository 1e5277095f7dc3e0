import { expect, test } from 'vitest';
import { formProblem } from './form-problem.ts';

const error = { kind: 'data', message: 'the dates of column Day can’t be read.' } as const;

test('advice for the command line becomes advice for the form', () => {
  expect(formProblem({ ...error, code: 'data.date-format', hint: 'Say it with --date-format.' })).toEqual({
    kind: 'data',
    code: 'data.date-format',
    message: 'The dates of column Day can’t be read.',
    hint: 'Choose the date format, or another column for the date.',
  });
});

test('other advice stays as it is', () => {
  expect(formProblem({ ...error, code: 'data.spreadsheet', hint: 'Save the sheet as CSV.' }).hint).toBe(
    'Save the sheet as CSV.',
  );
  expect(formProblem({ ...error, code: 'data.no-rows' })).not.toHaveProperty('hint');
});
