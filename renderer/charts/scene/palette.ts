/** Colours and type of a chart, from the custom properties of the page. */
export interface Palette {
  readonly panel: string;
  readonly raised: string;
  readonly border: string;
  readonly text: string;
  readonly textSecondary: string;
  readonly textMuted: string;
  readonly accent: string;
  readonly up: string;
  readonly down: string;
  readonly warn: string;
  readonly categories: readonly string[];
  readonly fontFamily: string;
  /** Of labels, px. */
  readonly fontSize: number;
}

const CATEGORIES = 6;
/** Labels are a little smaller than the text around the chart. */
const LABEL_SIZE = 11 / 12;

/** Reads the palette that is in force at an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    panel: colour('bg-panel'),
    raised: colour('bg-raised'),
    border: colour('border-subtle'),
    text: colour('text-primary'),
    textSecondary: colour('text-secondary'),
    textMuted: colour('text-muted'),
    accent: colour('accent'),
    up: colour('up'),
    down: colour('down'),
    warn: colour('warn'),
    categories: Array.from({ length: CATEGORIES }, (_, index) => colour(`category-${index + 1}`)),
    fontFamily: style.fontFamily,
    fontSize: Math.round(Number.parseFloat(style.fontSize) * LABEL_SIZE * 2) / 2,
  };
}

/** Calls back whenever the theme, the density or the preset of colours may have changed. */
export function watchPalette(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true });
  return () => observer.disconnect();
}

/** Dashes of the series of a chart, so that they differ by more than colour. */
const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 2, 2, 2]];

/** Colour and dash of a series by its place, from 0. */
export function seriesStyle(palette: Palette, place: number): { stroke: string; dash: readonly number[] } {
  return {
    stroke: palette.categories[place % CATEGORIES] ?? palette.text,
    dash: DASHES[place % DASHES.length] ?? [],
  };
}
