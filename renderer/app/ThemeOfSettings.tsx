import { useEffect } from 'react';
import { applyTheme } from '../theme/apply-theme.ts';
import { useSettings } from './store/settings.ts';

/** Has the window look as the settings say. */
export function ThemeOfSettings(): null {
  const { theme, density, palette, hollowUp, textScale, motion } = useSettings();
  useEffect(
    () => applyTheme({ theme, density, palette, hollowUp, textScale, motion }),
    [theme, density, palette, hollowUp, textScale, motion],
  );
  return null;
}
