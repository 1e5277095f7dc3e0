import { useEffect, useEffectEvent } from 'react';
import { useSaveSettings } from '../../../features/settings/use-save-settings.ts';
import { useSettings } from '../../store/settings.ts';
import { useAppSelector } from '../../store/store.ts';

/** A panel that rests for so long has come to where it was meant to go, ms. */
const REST = 400;

/** Stores layouts among the settings once nothing moves in them any more. */
export function useKeptLayouts(): void {
  const layouts = useAppSelector((state) => state.shell.layouts);
  const stored = useSettings().layouts;
  const save = useSaveSettings();
  const keep = useEffectEvent(() => {
    if (Object.entries(layouts).every(([workspace, written]) => stored[workspace] === written)) return;
    save({ layouts: { ...stored, ...layouts } });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of them begins the wait anew
  useEffect(() => {
    const timer = setTimeout(() => keep(), REST);
    return () => clearTimeout(timer);
  }, [layouts]);
}
