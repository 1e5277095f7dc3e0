import {
  Database,
  FileCode,
  Grid3x3,
  House,
  ListChecks,
  type LucideIcon,
  Settings,
  SquareActivity,
} from 'lucide-react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { Route } from './routes/routes.ts';
import { screen } from './screen.ts';

export interface Workspace {
  place: Route['place'];
  title: string;
  icon: LucideIcon;
  /** Where its button leads. */
  home: Route;
  Screen: LazyExoticComponent<ComponentType>;
  /** Stands at the lower end of the rail. */
  isLast?: boolean;
}

/** The rail, from top to bottom. Each screen is loaded when it is first shown. */
export const WORKSPACES: readonly Workspace[] = [
  {
    place: 'home',
    title: 'Home',
    icon: House,
    home: { place: 'home' },
    Screen: screen(async () => (await import('../features/home/HomeScreen.tsx')).HomeScreen),
  },
  {
    place: 'data',
    title: 'Data',
    icon: Database,
    home: { place: 'data', series: null },
    Screen: screen(async () => (await import('../features/data/DataScreen.tsx')).DataScreen),
  },
  {
    place: 'strategies',
    title: 'Strategies',
    icon: FileCode,
    home: { place: 'strategies', strategy: null },
    Screen: screen(async () => (await import('../features/strategies/StrategiesScreen.tsx')).StrategiesScreen),
  },
  {
    place: 'runs',
    title: 'Runs',
    icon: ListChecks,
    home: { place: 'runs', run: null },
    Screen: screen(async () => (await import('../features/runs/RunsScreen.tsx')).RunsScreen),
  },
  {
    place: 'sweeps',
    title: 'Optimise',
    icon: Grid3x3,
    home: { place: 'sweeps', sweep: null },
    Screen: screen(async () => (await import('../features/sweeps/SweepsScreen.tsx')).SweepsScreen),
  },
  {
    place: 'jobs',
    title: 'Jobs',
    icon: SquareActivity,
    home: { place: 'jobs' },
    Screen: screen(async () => (await import('../features/jobs/JobsScreen.tsx')).JobsScreen),
  },
  {
    place: 'settings',
    title: 'Settings',
    icon: Settings,
    home: { place: 'settings' },
    Screen: screen(async () => (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen),
    isLast: true,
  },
];

/** Comparing is a screen of the runs. */
export function workspaceOf(route: Route): Workspace | undefined {
  const place = route.place === 'compare' ? 'runs' : route.place;
  return WORKSPACES.find((workspace) => workspace.place === place);
}
