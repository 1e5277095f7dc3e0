import { useShownError } from '../../app/store/shown-error.ts';
import { useSystemQuery } from '../../app/store/system.ts';
import { KeyValue } from '../../ui/figure/KeyValue.tsx';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import styles from './DataSettings.module.css';
import { SettingsSection } from './SettingsSection.tsx';

const HOSTS = { web: 'in a browser', electron: 'as an app', cli: 'in a terminal' } as const;

/** Which Hindcast this is. */
export function AboutHindcast() {
  const { data: system, error, refetch } = useSystemQuery();
  const failure = useShownError(error);
  return (
    <SettingsSection title="About" description="Hindcast backtests trading strategies. Its results are hypothetical.">
      {system === undefined && failure === null && <SkeletonLines label="Loading the versions" lines={5} />}
      {system === undefined && failure !== null && <ErrorState error={failure} onRetry={refetch} />}
      {system !== undefined && (
        <div className={styles.versions}>
          <KeyValue
            facts={[
              { key: 'Version', value: system.version },
              { key: 'Engine', value: String(system.engineVersion) },
              { key: 'Opened', value: HOSTS[system.host] },
              { key: 'Platform', value: system.platform },
              { key: 'Node.js', value: system.node },
            ]}
          />
        </div>
      )}
    </SettingsSection>
  );
}
