import type { StrategyTemplate } from '#shared/contract/strategy.ts';

/**
 * The templates that have every word of what was typed, in their order.
 *
 * @param kind as templates name it; null for all
 */
export function fittingTemplates(
  templates: readonly StrategyTemplate[],
  typed: string,
  kind: string | null,
): StrategyTemplate[] {
  const words = typed.trim().toLowerCase().split(/\s+/);
  return templates.filter((template) => {
    const all = [template.name, template.kind, template.description, template.data].join(' ').toLowerCase();
    return (kind === null || template.kind === kind) && words.every((word) => all.includes(word));
  });
}
