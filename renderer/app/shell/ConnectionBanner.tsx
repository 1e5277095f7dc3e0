import { OfflineBanner } from '../../ui/state/OfflineBanner.tsx';
import { useAppSelector } from '../store/store.ts';

/** Says so while the host does not answer: what is shown then may be old. */
export function ConnectionBanner() {
  const isLost = useAppSelector((state) => state.connection === 'lost');
  if (!isLost) return null;
  return <OfflineBanner>Hindcast does not answer. What you see is as it last was; trying to reach it…</OfflineBanner>;
}
