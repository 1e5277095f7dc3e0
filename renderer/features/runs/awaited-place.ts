import type { Route } from '../../app/routes/routes.ts';
import type { WorkspaceState } from './workspace-slice.ts';

/**
 * True where an awaited run may take the screen: its dialog is still open, or the window still shows the run that it
 * varies, or no run in particular.
 */
export function isWhereAwaited(
  route: Route | null,
  { of }: NonNullable<WorkspaceState['awaited']>,
  isNewRunOpen: boolean,
): boolean {
  if (of === null && isNewRunOpen) return true;
  return route?.place === 'runs' && (route.run === null || route.run === of);
}
