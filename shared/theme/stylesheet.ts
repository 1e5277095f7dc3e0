import { cssVariables } from './css-variables.ts';
import { PALETTES } from './palettes.ts';
import { DARK, LIGHT } from './tokens.ts';

/**
 * All colours of the window as one stylesheet: what is in force is said by `data-theme` (`dark`, `light`; dark where
 * there is none) and `data-palette` (a name of PALETTES) on the element or one around it.
 */
export function themeStylesheet(): string {
  const palettes = Object.entries(PALETTES).flatMap(([name, pairs]) =>
    Object.entries(pairs).map(([theme, { up, down }]) =>
      rule(`[data-theme='${theme}'][data-palette='${name}']`, `--up: ${up};\n--down: ${down};`),
    ),
  );
  return [
    rule(":root, [data-theme='dark']", `color-scheme: dark;\n${cssVariables(DARK)}`),
    rule("[data-theme='light']", `color-scheme: light;\n${cssVariables(LIGHT)}`),
    ...palettes,
  ].join('\n');
}

const rule = (selector: string, declarations: string) => `${selector} {\n${declarations}\n}`;
