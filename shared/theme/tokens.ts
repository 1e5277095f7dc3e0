/**
 * The colours of the product, as #RRGGBB. Text, status and up/down colours reach 4.5:1 on every background of
 * their theme; the border of a control and the focus ring reach 3:1. Up and down stay apart for all common kinds
 * of colour blindness, and are never the only sign: a sign, an arrow or a word goes with them.
 */
export interface ThemeColours {
  'bg.app': string;
  'bg.panel': string;
  'bg.raised': string;
  'bg.input': string;
  'bg.hover': string;
  'bg.selected': string;
  'border.subtle': string;
  'border.control': string;
  focus: string;
  'text.primary': string;
  'text.secondary': string;
  'text.muted': string;
  'text.onAccent': string;
  accent: string;
  'accent.hover': string;
  up: string;
  down: string;
  flat: string;
  warn: string;
  error: string;
  ok: string;
  info: string;
  /** Marks what is simulated, so that nobody takes it for a live result. */
  sim: string;
}

/** Colours of the series of a chart, in the order in which they are assigned; a seventh needs another chart. */
export type ChartCategories = readonly [string, string, string, string, string, string];

export interface Theme {
  readonly colours: Readonly<ThemeColours>;
  readonly categories: ChartCategories;
}

export const DARK: Theme = {
  colours: {
    'bg.app': '#0D1117',
    'bg.panel': '#141A22',
    'bg.raised': '#1B232D',
    'bg.input': '#10161D',
    'bg.hover': '#222C38',
    'bg.selected': '#1E3350',
    'border.subtle': '#273140',
    'border.control': '#66758A',
    focus: '#8FB8FF',
    'text.primary': '#E8EDF3',
    'text.secondary': '#B4BFCC',
    'text.muted': '#8E9BAB',
    'text.onAccent': '#0A1020',
    accent: '#7AA7FF',
    'accent.hover': '#9BBEFF',
    up: '#2CC4DD',
    down: '#F97B2B',
    flat: '#9AA7B6',
    warn: '#EBC15A',
    error: '#FF7D86',
    ok: '#57C98A',
    info: '#62B6F2',
    sim: '#C9A2FF',
  },
  categories: ['#56B4E9', '#F0E442', '#CC79A7', '#009E73', '#E69F00', '#F2F2F2'],
};

export const LIGHT: Theme = {
  colours: {
    'bg.app': '#EEF1F5',
    'bg.panel': '#FFFFFF',
    'bg.raised': '#F6F8FA',
    'bg.input': '#FFFFFF',
    'bg.hover': '#E7ECF2',
    'bg.selected': '#DCE8FF',
    'border.subtle': '#D3DAE3',
    'border.control': '#76859A',
    focus: '#1F5FD6',
    'text.primary': '#131A22',
    'text.secondary': '#3F4C5A',
    'text.muted': '#5A6777',
    'text.onAccent': '#FFFFFF',
    accent: '#1F5FD6',
    'accent.hover': '#184BAA',
    up: '#0E6F82',
    down: '#B23605',
    flat: '#5A6777',
    warn: '#7D5600',
    error: '#B9202F',
    ok: '#1A7340',
    info: '#0B68A8',
    sim: '#6A35B8',
  },
  categories: ['#2463D9', '#946B00', '#C0569E', '#0A4A38', '#7A2E0E', '#0B8AA8'],
};
