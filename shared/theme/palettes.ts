import { DARK, LIGHT } from './tokens.ts';

export interface UpDown {
  up: string;
  down: string;
}

const pairOf = ({ up, down }: UpDown): UpDown => ({ up, down });

/**
 * The colours of up and down that a person may choose from, for each theme. The first is the themes' own: safe for
 * every common kind of colour blindness. `red-green` is how East Asian markets read: red is up. `monochrome` tells
 * the two apart by brightness, and by shape: its charts draw what rises hollow.
 */
export const PALETTES = {
  'colour-blind-safe': { dark: pairOf(DARK.colours), light: pairOf(LIGHT.colours) },
  'green-red': { dark: { up: '#3DBB6C', down: '#F4737C' }, light: { up: '#14703A', down: '#C0243A' } },
  'red-green': { dark: { up: '#F4737C', down: '#3DBB6C' }, light: { up: '#C0243A', down: '#14703A' } },
  monochrome: { dark: { up: '#E8EDF3', down: '#9AA7B6' }, light: { up: '#131A22', down: '#5A6777' } },
} as const satisfies Record<string, { dark: UpDown; light: UpDown }>;

export type PaletteName = keyof typeof PALETTES;
