/** What text stands on. */
export const SURFACES = ['bg.app', 'bg.panel', 'bg.raised', 'bg.hover', 'bg.selected'] as const;
