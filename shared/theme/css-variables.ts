import type { Theme } from './tokens.ts';

/**
 * A theme as CSS custom properties, one declaration a line: `bg.app` becomes `--bg-app`, `text.onAccent`
 * becomes `--text-on-accent`, the chart categories `--category-1` to `--category-6`.
 */
export function cssVariables(theme: Theme): string {
  const colours = Object.entries(theme.colours).map(([token, colour]) => `--${kebab(token)}: ${colour};`);
  const categories = theme.categories.map((colour, index) => `--category-${index + 1}: ${colour};`);
  return [...colours, ...categories].join('\n');
}

function kebab(token: string): string {
  return token.replace('.', '-').replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
