/**
 * The place of the panel to go to, among panels in their order.
 *
 * @param current place of the panel that has the focus, −1 where none has
 * @param count of the panels, 1 at least
 */
export function neighbourPanel(current: number, step: 1 | -1, count: number): number {
  if (current === -1) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}

/** Gives the focus to the panel after or before the one that has it; to the first or last where none has. */
export function focusNeighbourPanel(step: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')].filter(
    (panel) => panel.checkVisibility() && panel.closest('[inert]') === null,
  );
  if (panels.length === 0) return;
  const current = panels.findIndex((panel) => panel.contains(document.activeElement));
  panels[neighbourPanel(current, step, panels.length)]?.focus();
}
