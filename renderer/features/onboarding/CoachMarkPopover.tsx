import { Popover } from '@base-ui/react/popover';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useAppSelector } from '../../app/store/store.ts';
import { Button } from '../../ui/action/Button.tsx';
import styles from './CoachMarkPopover.module.css';
import type { CoachMark } from './coach-marks.ts';
import { usePlace } from './use-place.ts';

/** A coach mark at its place. Nothing is held back by it: what it speaks of can be done, and takes it away. */
export function CoachMarkPopover({
  mark: { title, body, place: selector, side, deed, deedEvent },
  left,
  takesFocus,
  onPass,
  onSkip,
}: {
  mark: CoachMark;
  /** Marks that come after this one. */
  left: number;
  takesFocus: boolean;
  onPass: (how: 'read' | 'deed' | 'absent') => void;
  onSkip: () => void;
}) {
  const place = usePlace(selector);
  const done = useAppSelector(deed);
  const before = useRef(done);
  const onward = useRef<HTMLButtonElement>(null);
  const pass = useEffectEvent(onPass);
  useEffect(() => {
    if (place === null) pass('absent');
  }, [place]);
  useEffect(() => {
    if (done !== before.current && done !== null) pass('deed');
    before.current = done;
  }, [done]);
  useEffect(() => {
    if (deedEvent === undefined || !(place instanceof HTMLElement)) return;
    const onDeed = () => pass('deed');
    place.addEventListener(deedEvent, onDeed, { capture: true });
    return () => place.removeEventListener(deedEvent, onDeed, { capture: true });
  }, [place, deedEvent]);
  if (!(place instanceof HTMLElement)) return null;
  return (
    <Popover.Root
      open
      onOpenChange={(open, { reason }) => {
        if (!open && reason === 'escape-key') onSkip();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          anchor={place}
          side={side}
          align="start"
          sideOffset={8}
          collisionPadding={8}
        >
          <Popover.Popup className={styles.popup} initialFocus={takesFocus ? onward : false}>
            <Popover.Title className={styles.title}>{title}</Popover.Title>
            <Popover.Description className={styles.body}>{body}</Popover.Description>
            <div className={styles.actions}>
              {left > 0 && (
                <Button size="small" variant="quiet" onClick={onSkip}>
                  Skip
                </Button>
              )}
              <Button ref={onward} size="small" variant="primary" onClick={() => onPass('read')}>
                {left > 0 ? 'Next' : 'Done'}
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
