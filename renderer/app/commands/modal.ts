/**
 * True while a dialog lies over the window and keeps it out of reach: the window is then hidden from assistive
 * technology. A drawer, a popover or a menu keeps nothing out of reach.
 */
export function isBeneathDialog(): boolean {
  return (
    document.getElementById('root')?.getAttribute('aria-hidden') === 'true' &&
    document.querySelector('[role=dialog], [role=alertdialog]') !== null
  );
}
