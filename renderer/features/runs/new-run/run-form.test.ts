import { expect, test } from 'vitest';
import { runTermsSchema } from '#shared/contract/run.ts';
import { EMPTY_FORM, formProblems, prefilled, type RunForm, termsOfForm, withDefaults, withKnown } from './run-form.ts';

const form = (parts: Partial<RunForm> = {}): RunForm => ({
  ...EMPTY_FORM,
  strategy: 'sma-cross',
  series: ['SP500:1d:import'],
  ...parts,
});
const charged = (commission: RunForm['costs']['commission']) => form({ costs: { ...EMPTY_FORM.costs, commission } });

test('a new form asks for a strategy and for data', () => {
  expect(formProblems(EMPTY_FORM)).toEqual({
    strategy: 'Choose a strategy.',
    series: 'Choose at least one series.',
  });
  expect(termsOfForm(EMPTY_FORM)).toBeNull();
  expect(formProblems(form())).toEqual({});
});

test.each([
  [form({ from: '2010-5-31' }), { from: 'Write a day as 2010-05-31, or leave it empty.' }],
  [form({ to: '2010-06-31' }), { to: 'Write a day as 2010-05-31, or leave it empty.' }],
  [form({ to: 'today' }), { to: 'Write a day as 2010-05-31, or leave it empty.' }],
  [form({ from: '2010-06-02', to: '2010-06-01' }), { to: 'The last day is before the first one.' }],
  [form({ cash: null }), { cash: 'Begin with more than nothing.' }],
  [form({ cash: 0 }), { cash: 'Begin with more than nothing.' }],
  [form({ cash: 2e15 }), { cash: 'That is more than there is.' }],
  [form({ leverage: null }), { leverage: 'It is 1 to 1,000.' }],
  [form({ leverage: 0.5 }), { leverage: 'It is 1 to 1,000.' }],
  [form({ leverage: 1_001 }), { leverage: 'It is 1 to 1,000.' }],
  [form({ leverage: 2.5 }), {}],
  [form({ seed: null }), { seed: 'It is a whole number, 0 or more.' }],
  [form({ seed: 1.5 }), { seed: 'It is a whole number, 0 or more.' }],
  [charged({ model: 'percent', amounts: [null] }), { commission: 'How much?' }],
  [charged({ model: 'none', amounts: [] }), {}],
  [form({ from: ' 2010-06-01 ', to: '2010-06-01' }), {}],
])('%j', (wrong, problems) => {
  expect(formProblems(wrong)).toEqual(problems);
  expect(termsOfForm(wrong) === null).toBe(Object.keys(problems).length > 0);
});

test('the range is of whole days', () => {
  const terms = termsOfForm(form({ from: '2010-06-01', to: '2010-06-30' }));
  expect(terms).toMatchObject({ from: Date.UTC(2010, 5, 1), to: Date.UTC(2010, 6, 1) - 1 });
  expect(termsOfForm(form())).not.toHaveProperty('from');
  expect(termsOfForm(form())).not.toHaveProperty('to');
});

test('parameters are those of the strategy that is chosen', () => {
  const params = { 'sma-cross': { fast: 12 }, other: { fast: 99 } };
  expect(termsOfForm(form({ params }))?.params).toEqual({ fast: 12 });
  expect(termsOfForm(form({ params, strategy: 'third' }))?.params).toEqual({});
});

test('what a form asks for is what the contract takes', () => {
  const terms = termsOfForm(
    form({ from: '2010-06-01', semantics: 'tradingview', cash: 5_000, leverage: 2, timing: 'close', seed: 7 }),
  );
  expect(runTermsSchema.safeParse(terms)).toMatchObject({
    success: true,
    data: {
      account: { leverage: 2, timing: 'close' },
      strategy: { kind: 'library', id: 'sma-cross' },
      semantics: 'tradingview',
      cash: 5_000,
      seed: 7,
    },
  });
});

test('a remembered form forgets what is gone, and takes the first of what is there', () => {
  const remembered = form({ series: ['A', 'B', 'C'], strategy: 'gone' });
  const some = withDefaults(remembered, ['one', 'two'], ['B', 'C', 'D']);
  expect(some).toMatchObject({ strategy: 'one', series: ['B', 'C'] });
  expect(withDefaults(remembered, ['gone'], ['D', 'E'])).toMatchObject({ strategy: 'gone', series: ['D'] });
  expect(withDefaults(EMPTY_FORM, ['one'], ['D'])).toMatchObject({ strategy: 'one', series: ['D'] });
  expect(withDefaults(EMPTY_FORM, [], [])).toMatchObject({ strategy: null, series: [] });
});

test('a form that was changed forgets what is gone, and nothing takes its place', () => {
  const changed = form({ series: ['A', 'B'], strategy: 'gone' });
  expect(withKnown(changed, ['one'], ['B', 'C'])).toEqual({ ...changed, strategy: null, series: ['B'] });
  expect(withKnown(changed, ['gone'], ['C'])).toEqual({ ...changed, series: [] });
});

test('what is known already takes the place of what was run last', () => {
  const last = form({ from: '2010-05-31', to: '2011-05-31', cash: 5 });
  expect(prefilled(last, {})).toEqual(last);
  expect(prefilled(last, { strategy: 'buy-and-hold' })).toEqual({ ...last, strategy: 'buy-and-hold' });
  expect(prefilled(last, { series: ['EURUSD:1h:import'] })).toEqual({
    ...last,
    series: ['EURUSD:1h:import'],
    from: '',
    to: '',
  });
});
