import { useMemo } from 'react';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { pathOf, type Route, routeAt } from './routes.ts';

/** The place that the window shows; null where its address leads nowhere. */
export function useRoute(): Route | null {
  const [path] = useHashLocation();
  return useMemo(() => routeAt(path), [path]);
}

export function goTo(route: Route): void {
  navigate(pathOf(route));
}

/** Where a link to a place leads. */
export function hrefOf(route: Route): string {
  return `#${pathOf(route)}`;
}
