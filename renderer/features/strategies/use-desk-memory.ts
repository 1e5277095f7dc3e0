import { useEffect, useEffectEvent } from 'react';
import { useChangeSettingsMutation, useSettingsQuery } from '../../app/store/settings.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { kept, MEMORY_KEY, recalled } from './desk-memory.ts';
import { deskRecalled } from './desk-slice.ts';
import { useDesk } from './use-desk.ts';

/** What rests for so long is kept, ms. */
const REST = 500;

/** Finds tabs and choices as they were before a restart, and keeps what changes in them. */
export function useDeskMemory(): void {
  const dispatch = useAppDispatch();
  const { data: settings } = useSettingsQuery();
  const [change] = useChangeSettingsMutation();
  const isRecalled = useDesk((state) => state.isRecalled);
  const text = useDesk(kept);
  const layouts = settings?.layouts;

  useEffect(() => {
    if (layouts !== undefined && !isRecalled) dispatch(deskRecalled(recalled(layouts[MEMORY_KEY])));
  }, [dispatch, layouts, isRecalled]);

  const keep = useEffectEvent(() => {
    if (!isRecalled || layouts === undefined || layouts[MEMORY_KEY] === text) return;
    void change({ layouts: { ...layouts, [MEMORY_KEY]: text } });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of it begins the wait anew
  useEffect(() => {
    const timer = setTimeout(() => keep(), REST);
    return () => clearTimeout(timer);
  }, [text]);
}
