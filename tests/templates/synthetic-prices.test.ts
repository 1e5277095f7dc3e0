import { expect, test } from 'vitest';
import { syntheticFunds, syntheticQuarterHours } from './synthetic-prices.ts';

// `vitest run tests/templates/synthetic-prices.test.ts -u` writes the files anew.
test.each([
  ['synthetic-funds.csv', syntheticFunds],
  ['synthetic-15m.csv', syntheticQuarterHours],
])('%s is what the program beside makes', async (file, make) => {
  await expect(make()).toMatchFileSnapshot(`../../examples/data/${file}`);
});
