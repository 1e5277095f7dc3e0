import { expect, test } from 'vitest';
import { formProblem } from './form-problem.ts';

const error = { kind: 'data', message: 'the dates of column Day can’t be read.' } as const;

test('advice for the command line becomes advice for the form', () => {
  expect(formProblem({ ...error, code: 'data.date-format', hint: 'Say it with --date-format.' }, 'a.csv')).toEqual({
    kind: 'data',
    code: 'data.date-format',
    message: 'The dates of column Day can’t be read.',
    hint: 'Choose the date format, or another column for the date.',
  });
});

test('other advice stays as it is', () => {
  expect(formProblem({ ...error, code: 'data.spreadsheet', hint: 'Save the sheet as CSV.' }, 'a.csv').hint).toBe(
    'Save the sheet as CSV.',
  );
  expect(formProblem({ ...error, code: 'data.no-rows' }, 'a.csv')).not.toHaveProperty('hint');
});

test('the file is not named again', () => {
  const failed = { ...error, code: 'data.no-rows', message: 'late-bad.csv: the file has no rows.' };
  expect(formProblem(failed, 'late-bad.csv').message).toBe('The file has no rows.');
  expect(formProblem(failed, 'bad.csv').message).toBe('Late-bad.csv: the file has no rows.');
});
