import { OfflineBanner } from '../../ui/state/OfflineBanner.tsx';
import { useAppSelector } from '../store/store.ts';

/** Says so while the host is out of reach: what is shown then may be old. */
export function ConnectionBanner() {
  const connection = useAppSelector((state) => state.connection);
  switch (connection) {
    case 'lost':
      return (
        <OfflineBanner>Hindcast does not answer. What you see is as it last was; trying to reach it…</OfflineBanner>
      );
    case 'locked':
      return <OfflineBanner>This window’s session has ended: open the address that the terminal shows.</OfflineBanner>;
    case 'connecting':
    case 'connected':
      return null;
  }
}
