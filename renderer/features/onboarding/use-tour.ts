import { useCallback, useMemo } from 'react';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { goTo } from '../../app/routes/use-route.ts';
import { useSettings } from '../../app/store/settings.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { panelAsked } from '../runs/workspace-slice.ts';
import { COACH_MARKS, unseenMarks } from './coach-marks.ts';
import { tourStarted } from './tour-slice.ts';

/** Starts the tour of what wasn't seen yet: for those who see their first run. */
export function useFirstTour(): () => void {
  const dispatch = useAppDispatch();
  const { seenCoachMarks } = useSettings();
  return useCallback(
    () => void dispatch(tourStarted(unseenMarks(seenCoachMarks).map(({ id }) => id))),
    [dispatch, seenCoachMarks],
  );
}

/** Offers the whole tour, seen or not, under Help. */
export function useTourCommand(): void {
  const dispatch = useAppDispatch();
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'help.tour',
        title: 'Show the first steps',
        group: 'Help',
        keywords: ['tour', 'coach', 'onboarding', 'introduction'],
        run() {
          goTo({ place: 'runs', run: null });
          dispatch(panelAsked('trades'));
          dispatch(tourStarted(COACH_MARKS.map(({ id }) => id)));
        },
      },
    ],
    [dispatch],
  );
  useCommands(commands);
}
