import { describe, expect, test } from 'vitest';
import { contrast, distance, seenThrough, VISIONS } from './colour-vision.fixture.ts';
import { SURFACES } from './surfaces.fixture.ts';
import { DARK, LIGHT, type ThemeColours } from './tokens.ts';

const TEXTS = [
  'text.primary',
  'text.secondary',
  'text.muted',
  'accent',
  'up',
  'down',
  'flat',
  'warn',
  'error',
  'ok',
  'info',
  'sim',
] as const satisfies (keyof ThemeColours)[];

describe.each([
  ['dark', DARK],
  ['light', LIGHT],
] as const)('%s theme', (_name, theme) => {
  test.each(TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    '%s is readable on %s',
    (text, surface) => {
      expect(contrast(theme.colours[text], theme.colours[surface])).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('text is readable on the accent', () => {
    expect(contrast(theme.colours['text.onAccent'], theme.colours.accent)).toBeGreaterThanOrEqual(4.5);
  });

  test('controls, the focus ring and every chart category stand out from the panel', () => {
    const { colours, categories } = theme;
    for (const colour of [colours['border.control'], colours.focus, ...categories]) {
      expect(contrast(colour, colours['bg.panel'])).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(Object.entries(VISIONS))('up and down are far apart with %s vision', (_vision, matrix) => {
    const { up, down } = theme.colours;
    expect(distance(seenThrough(matrix, up), seenThrough(matrix, down))).toBeGreaterThan(50);
  });
});
