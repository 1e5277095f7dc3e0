import { expect, test } from 'vitest';
import { lintPage } from './lint-page.fixture.ts';
import { RULES } from './rules.ts';

// `vitest run main/lint/documentation.test.ts -u` writes the page anew.
test('docs/lint.md says what the rules say', async () => {
  await expect(lintPage(RULES)).toMatchFileSnapshot('../../docs/lint.md');
});
