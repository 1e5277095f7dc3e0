import type { Settings } from '#shared/contract/settings.ts';
import { themeStylesheet } from '#shared/theme/stylesheet.ts';
import './theme.css';

/** The settings that say how the window looks. */
export type Look = Pick<Settings, 'theme' | 'density' | 'palette' | 'hollowUp' | 'textScale' | 'motion'>;

/**
 * Makes the whole window look so, at once and without anything being drawn anew: attributes of `<html>` choose among
 * custom properties.
 *
 * - `data-theme` `dark` or `light` (`system` follows the system, also when that changes), `data-density`,
 *   `data-palette`, `data-motion` as set
 * - `data-hollow-up` `true` where charts draw what rises hollow: when asked for, and always in monochrome
 * - `--text-scale` 0.9 … 1.5
 *
 * @returns stops following the system
 */
export function applyTheme({ theme, density, palette, hollowUp, textScale, motion }: Look): () => void {
  installStylesheet();
  const { dataset, style } = document.documentElement;
  dataset['density'] = density;
  dataset['palette'] = palette;
  dataset['hollowUp'] = String(hollowUp || palette === 'monochrome');
  dataset['motion'] = motion;
  style.setProperty('--text-scale', String(textScale / 100));

  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => {
    dataset['theme'] = theme === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : theme;
  };
  paint();
  if (theme !== 'system') return () => {};
  systemIsDark.addEventListener('change', paint);
  return () => systemIsDark.removeEventListener('change', paint);
}

const STYLESHEET = 'theme-colours';

function installStylesheet(): void {
  if (document.getElementById(STYLESHEET) !== null) return;
  const sheet = document.createElement('style');
  sheet.id = STYLESHEET;
  sheet.textContent = themeStylesheet();
  document.head.prepend(sheet);
}
