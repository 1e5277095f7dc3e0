import { expect, test } from 'vitest';
import { clause, sentence } from './sentence.ts';

test.each([
  ['not a zip file. It is truncated.', 'not a zip file. It is truncated'],
  [' unexpected end of file \n', 'unexpected end of file'],
  ['it ends …', 'it ends …'],
  ['and so on...', 'and so on'],
])('%j inside a sentence', (text, expected) => {
  expect(clause(text)).toBe(expected);
});

test.each([
  ['Unexpected token', 'Unexpected token.'],
  ['getter should have no params', 'Getter should have no params.'],
  ['otherwise, nothing.', 'Otherwise, nothing.'],
  ["'return' outside of function", "'return' outside of function."],
  ['super() call outside constructor', 'super() call outside constructor.'],
  ['import.meta is missing', 'import.meta is missing.'],
  ['is it a list?', 'Is it a list?'],
  ['it is!', 'It is!'],
])('%j as a sentence', (text, expected) => {
  expect(sentence(text)).toBe(expected);
});
