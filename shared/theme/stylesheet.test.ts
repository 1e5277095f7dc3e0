import { expect, test } from 'vitest';
import { themeStylesheet } from './stylesheet.ts';

const rules = new Map(
  themeStylesheet()
    .split('}\n')
    .map((rule) => rule.replace('}', '').split(' {\n') as [string, string]),
);

test('each theme says its colours and the scheme of what the browser draws itself', () => {
  expect(rules.get(":root, [data-theme='dark']")).toContain('color-scheme: dark;\n--bg-app: #0D1117;');
  expect(rules.get("[data-theme='light']")).toContain('color-scheme: light;\n--bg-app: #EEF1F5;');
});

test('each palette says up and down for each theme', () => {
  expect(rules.get("[data-theme='dark'][data-palette='green-red']")).toBe('--up: #3DBB6C;\n--down: #F4737C;\n');
  expect(rules.get("[data-theme='light'][data-palette='red-green']")).toBe('--up: #C0243A;\n--down: #14703A;\n');
  expect(rules.size).toBe(2 + 4 * 2);
});
