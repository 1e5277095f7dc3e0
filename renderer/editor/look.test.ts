import { describe, expect, test } from 'vitest';
import { contrast, distance, seenThrough, VISIONS } from '#shared/theme/colour-vision.fixture.ts';
import { SURFACES } from '#shared/theme/surfaces.fixture.ts';
import { DARK, LIGHT } from '#shared/theme/tokens.ts';
import { editorLook, SYNTAX_COLOURS } from './look.ts';

/** `over` with an opacity in its last two digits, on an opaque colour. */
function blended(under: string, over: string): string {
  const share = Number.parseInt(over.slice(7), 16) / 255;
  const channel = (from: number) => {
    const [a, b] = [under, over].map((colour) => Number.parseInt(colour.slice(from, from + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

const UNDER_TEXT = /wordHighlight|findMatch|matchHighlight|diffEditor\.(inserted|removed)/;

describe.each([
  ['dark', DARK],
  ['light', LIGHT],
] as const)('the editor, %s', (_name, { colours }) => {
  const look = editorLook(colours);

  test.each(Object.entries(SYNTAX_COLOURS))('shows a %s that can be read wherever it stands', (_syntax, colour) => {
    for (const surface of SURFACES) expect(contrast(colours[colour], colours[surface])).toBeGreaterThanOrEqual(4.5);
    for (const [part, veil] of Object.entries(look.colors)) {
      if (veil.length !== 9 || !UNDER_TEXT.test(part)) continue;
      expect(contrast(colours[colour], blended(colours['bg.panel'], veil)), part).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('names colours as Monaco reads them', () => {
    expect(look.rules).toContainEqual({ token: 'keyword', foreground: colours.sim.slice(1) });
    expect(look.rules.find(({ token }) => token === 'comment')?.fontStyle).toBe('italic');
    expect(look.colors['editor.background']).toBe(colours['bg.panel']);
    for (const colour of Object.values(look.colors)) expect(colour).toMatch(/^#[0-9A-F]{6}([0-9A-F]{2})?$/);
  });

  test.each(Object.entries(VISIONS))('tells errors from hints with %s vision', (_vision, matrix) => {
    const [error, info] = [look.colors['editorError.foreground'], look.colors['editorInfo.foreground']];
    expect(distance(seenThrough(matrix, error ?? ''), seenThrough(matrix, info ?? ''))).toBeGreaterThan(20);
  });
});
