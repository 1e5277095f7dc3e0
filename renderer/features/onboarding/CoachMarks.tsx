import { useChangeSettingsMutation, useSettings } from '../../app/store/settings.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { CoachMarkPopover } from './CoachMarkPopover.tsx';
import { COACH_MARKS, withSeen } from './coach-marks.ts';
import { markPassed, tourEnded } from './tour-slice.ts';
import { useTourCommand } from './use-tour.ts';

/** The coach marks, one after the other, while there is a tour; what was seen or skipped is kept in the settings. */
export function CoachMarks() {
  useTourCommand();
  const dispatch = useAppDispatch();
  const { seenCoachMarks } = useSettings();
  const [change] = useChangeSettingsMutation();
  const { marks, isLedByDeed } = useAppSelector((state) => state.tour);
  const mark = COACH_MARKS.find(({ id }) => id === marks[0]);
  if (mark === undefined) return null;
  const keep = (ids: readonly string[]) => void change({ seenCoachMarks: withSeen(seenCoachMarks, ids) });
  return (
    <CoachMarkPopover
      key={mark.id}
      mark={mark}
      left={marks.length - 1}
      takesFocus={!isLedByDeed}
      onPass={(how) => {
        dispatch(markPassed({ mark: mark.id, byDeed: how === 'deed' }));
        if (how !== 'absent') keep([mark.id]);
      }}
      onSkip={() => {
        dispatch(tourEnded());
        keep(marks);
      }}
    />
  );
}
