import { expect, test } from 'vitest';
import { DARK, LIGHT } from '#shared/theme/tokens.ts';
import { HEAT_STEPS, STRONGEST_HEAT, stylesheet } from './stylesheet.ts';

test('light is the default and the paper theme, dark follows the reader on screens', () => {
  const css = stylesheet();
  expect(css.indexOf(LIGHT.colours['bg.app'])).toBeLessThan(
    css.indexOf('@media screen and (prefers-color-scheme: dark)'),
  );
  expect(css.indexOf(DARK.colours['bg.app'])).toBeGreaterThan(
    css.indexOf('@media screen and (prefers-color-scheme: dark)'),
  );
});

test('every colour in the style is a token of the theme', () => {
  const css = stylesheet();
  const used = new Set([...css.matchAll(/var\((--[a-z0-9-]+)\)/g)].map((match) => match[1]));
  const local = new Set(['--tone']);
  for (const name of used) {
    if (name !== undefined && !local.has(name)) expect(css, name).toContain(`${name}: #`);
  }
  const rules = css.replace(/--[a-z0-9-]+: #[0-9A-F]{6};/g, '');
  expect(rules).not.toMatch(/#[0-9a-f]{3,8}\b/i);
});

test.each([
  ['dark', DARK],
  ['light', LIGHT],
] as const)('a number on the strongest ground of the monthly table is readable, %s', (_name, { colours }) => {
  expect(stylesheet()).toContain(
    `.gain-${HEAT_STEPS} { background: color-mix(in srgb, var(--up) ${STRONGEST_HEAT * 100}%, var(--bg-panel)); }`,
  );
  for (const tone of [colours.up, colours.down]) {
    const ground = channels(tone).map(
      (c, k) => c * STRONGEST_HEAT + (channels(colours['bg.panel'])[k] ?? 0) * (1 - STRONGEST_HEAT),
    );
    const [low, high] = [luminance(ground), luminance(channels(colours['text.primary']))].sort((a, b) => a - b) as [
      number,
      number,
    ];
    expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(4.5);
  }
});

function channels(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
}

/** WCAG 2.2 relative luminance. */
function luminance(rgb: number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
