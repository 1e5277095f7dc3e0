import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../contract/settings.ts';
import { contrast, distance, seenThrough, VISIONS } from './colour-vision.fixture.ts';
import { PALETTES } from './palettes.ts';
import { SURFACES } from './surfaces.fixture.ts';
import { DARK, LIGHT } from './tokens.ts';

const THEMES = { dark: DARK, light: LIGHT };

describe.each(Object.entries(PALETTES))('%s', (name, pairs) => {
  test.each(['dark', 'light'] as const)('is readable on every surface of the %s theme', (theme) => {
    for (const colour of [pairs[theme].up, pairs[theme].down]) {
      for (const surface of SURFACES) {
        expect(contrast(colour, THEMES[theme].colours[surface])).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test.each(['dark', 'light'] as const)('keeps up and down apart on the %s theme', (theme) => {
    const { up, down } = pairs[theme];
    const visions = name.includes('red') ? { normal: VISIONS['normal'] } : VISIONS;
    for (const matrix of Object.values(visions)) {
      if (matrix === undefined) throw new Error('no normal vision');
      expect(distance(seenThrough(matrix, up), seenThrough(matrix, down))).toBeGreaterThan(
        name === 'monochrome' ? 20 : 50,
      );
    }
  });
});

test('the first palette is the themes’ own', () => {
  expect(Object.keys(PALETTES)[0]).toBe('colour-blind-safe');
  expect(PALETTES['colour-blind-safe'].light).toEqual({ up: LIGHT.colours.up, down: LIGHT.colours.down });
});

test('every palette can be set, and no other', () => {
  expect(settingsSchema.shape.palette.unwrap().options).toEqual(Object.keys(PALETTES));
});
