import { expect, test } from 'vitest';
import { type FormStorage, lastForm, rememberForm } from './last-form.ts';
import { EMPTY_FORM, type RunForm } from './run-form.ts';

function storage(initial: string | null = null): FormStorage {
  let kept = initial;
  return {
    getItem: () => kept,
    setItem(_, text) {
      kept = text;
    },
  };
}

test('the form is as it was last run', () => {
  const kept = storage();
  const form: RunForm = { ...EMPTY_FORM, strategy: 'sma-cross', cash: 5, params: { 'sma-cross': { fast: 12 } } };
  rememberForm(kept, form);
  expect(lastForm(kept)).toEqual(form);
});

test.each([null, '', '{', '{"strategy":1}', '[]'])('without one, it is empty: %j', (text) => {
  expect(lastForm(storage(text))).toEqual(EMPTY_FORM);
});
