import { expect, test } from 'vitest';
import { cssVariables } from './css-variables.ts';
import { DARK, LIGHT } from './tokens.ts';

test('every token of a theme becomes a custom property', () => {
  const css = cssVariables(LIGHT).split('\n');
  expect(css).toContain('--bg-app: #EEF1F5;');
  expect(css).toContain('--text-on-accent: #FFFFFF;');
  expect(css).toContain('--accent-hover: #184BAA;');
  expect(css).toContain('--category-6: #0B8AA8;');
  expect(css).toHaveLength(23 + 6);
});

test('both themes declare the same properties', () => {
  const names = (css: string) => css.split('\n').map((line) => line.split(':')[0]);
  expect(names(cssVariables(DARK))).toEqual(names(cssVariables(LIGHT)));
});
