import { useCallback } from 'react';
import { sideToggled } from '../../store/shell-slice.ts';
import { useAppDispatch, useAppSelector } from '../../store/store.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import type { Side } from './workspace-layout.ts';

/** Whether a panel at an edge is shown, and how: in a narrow window it lies over the workspace, and is shut at first. */
export function useSide(side: Side): { isOver: boolean; isOpen: boolean; toggle: () => void } {
  const dispatch = useAppDispatch();
  const isOver = useIsNarrow();
  const isOpen = useAppSelector(({ shell }) => (isOver ? shell.over === side : shell.docked[side]));
  const toggle = useCallback(() => void dispatch(sideToggled({ side, isOver })), [dispatch, side, isOver]);
  return { isOver, isOpen, toggle };
}
