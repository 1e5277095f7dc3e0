import { Compass } from 'lucide-react';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { hrefOf } from '../routes/use-route.ts';
import styles from './NowhereScreen.module.css';

/** For addresses that lead nowhere. */
export function NowhereScreen() {
  return (
    <>
      <h1 className={styles.heading}>Nothing here</h1>
      <EmptyState
        icon={<Compass aria-hidden />}
        title="There is nothing at this address"
        action={<a href={hrefOf({ place: 'home' })}>Go home</a>}
      />
    </>
  );
}
