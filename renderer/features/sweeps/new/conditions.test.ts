import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONSTRAINT_SIGNS } from '#shared/domain/search-space.ts';
import { conditionsIn, conditionsInWords } from './conditions.ts';

test.each([
  ['', []],
  ['fast<slow', [{ left: 'fast', sign: '<', right: 'slow' }]],
  [
    ' fast != slow ,, slow>=-2.5 ',
    [
      { left: 'fast', sign: '!=', right: 'slow' },
      { left: 'slow', sign: '>=', right: -2.5 },
    ],
  ],
  ['fast', null],
  ['fast = slow', null],
  ['fast < slow slow', null],
  ['fast < slow, slow', null],
  ['< slow', null],
])('%s', (text, conditions) => {
  expect(conditionsIn(text)).toEqual(conditions);
});

test('are read as they were written', () => {
  const name = fc.stringMatching(/^[a-z]\w{0,8}$/);
  const one = fc.record({
    left: name,
    sign: fc.constantFrom(...CONSTRAINT_SIGNS),
    right: fc.oneof(name, fc.integer()),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 4 }), (conditions) => {
      expect(conditionsIn(conditionsInWords(conditions))).toEqual(conditions);
    }),
  );
});
