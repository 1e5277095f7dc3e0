import { useSystemQuery } from '../../app/store/system.ts';
import { SegmentedControl } from '../../ui/action/SegmentedControl.tsx';
import type { SettingsPartProps } from './AppearanceSettings.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import { SettingRow } from './SettingRow.tsx';
import { SettingsSection } from './SettingsSection.tsx';

const WORKERS = [
  { value: 'cores', label: 'One for each core' },
  { value: 'number', label: 'A number' },
] as const;

/** How many runs go at once, and how much each may take. */
export function RunSettings({ settings, onSave }: SettingsPartProps) {
  const { data: system } = useSystemQuery();
  const { workers, timeLimitSeconds, memoryLimitMegabytes } = settings;
  const cores = system?.cores ?? 1;
  return (
    <SettingsSection
      title="Runs"
      description={`These count from the next start of Hindcast${system === undefined ? '' : `; at present it works with ${threadWords(system.threads)}`}.`}
    >
      <SettingRow
        title="Workers"
        description={`Runs that go at the same time.${system === undefined ? '' : ` This machine has ${coreWords(cores)}.`}`}
      >
        <SegmentedControl
          label="Workers"
          segments={WORKERS}
          value={workers === null ? 'cores' : 'number'}
          onChange={(value) => onSave({ workers: value === 'cores' ? null : cores })}
        />
      </SettingRow>
      {workers !== null && (
        <SettingRow title="Number of workers">
          <NumberSetting
            label="Number of workers"
            value={workers}
            min={1}
            max={256}
            onSave={(value) => onSave({ workers: value })}
          />
        </SettingRow>
      )}
      <SettingRow title="Time for one run" description="A strategy that takes longer is stopped.">
        <NumberSetting
          label="Time for one run"
          unit="s"
          value={timeLimitSeconds}
          min={1}
          max={86_400}
          step={10}
          onSave={(value) => onSave({ timeLimitSeconds: value })}
        />
      </SettingRow>
      <SettingRow title="Memory for one run" description="A strategy that needs more is stopped.">
        <NumberSetting
          label="Memory for one run"
          unit="MB"
          value={memoryLimitMegabytes}
          min={16}
          max={65_536}
          step={128}
          onSave={(value) => onSave({ memoryLimitMegabytes: value })}
        />
      </SettingRow>
    </SettingsSection>
  );
}

const threadWords = (threads: number) => (threads === 1 ? '1 worker' : `${threads} workers`);
const coreWords = (cores: number) => (cores === 1 ? '1 core' : `${cores} cores`);
