import type { Settings, SettingsChange } from '#shared/contract/settings.ts';
import { SegmentedControl } from '../../ui/action/SegmentedControl.tsx';
import { Slider } from '../../ui/field/Slider.tsx';
import styles from './AppearanceSettings.module.css';
import { PaletteChoice } from './PaletteChoice.tsx';
import { SettingRow } from './SettingRow.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { useHeldNumber } from './use-held-number.ts';

const THEMES = [
  { value: 'system', label: 'Like the system' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
] as const;

const DENSITIES = [
  { value: 'compact', label: 'Compact' },
  { value: 'default', label: 'Default' },
  { value: 'comfortable', label: 'Comfortable' },
] as const;

const CANDLES = [
  { value: 'filled', label: 'Filled' },
  { value: 'hollow', label: 'Hollow' },
] as const;

const MOTIONS = [
  { value: 'system', label: 'Like the system' },
  { value: 'reduced', label: 'Little' },
] as const;

export interface SettingsPartProps {
  settings: Settings;
  onSave: (change: SettingsChange) => void;
}

/** How the window looks. */
export function AppearanceSettings({ settings, onSave }: SettingsPartProps) {
  const { theme, density, palette, hollowUp, motion } = settings;
  const scale = useHeldNumber(settings.textScale);
  return (
    <SettingsSection title="Appearance">
      <SettingRow title="Theme">
        <SegmentedControl
          label="Theme"
          segments={THEMES}
          value={theme}
          onChange={(value) => onSave({ theme: value })}
        />
      </SettingRow>
      <SettingRow title="Density" description="Height of rows, buttons and fields.">
        <SegmentedControl
          label="Density"
          segments={DENSITIES}
          value={density}
          onChange={(value) => onSave({ density: value })}
        />
      </SettingRow>
      <SettingRow title="Text size" description="Of everything, in percent.">
        <div className={styles.slider}>
          <Slider
            label="Percent"
            value={scale.value}
            min={90}
            max={150}
            step={5}
            onChange={scale.hold}
            onCommit={(textScale) => onSave({ textScale: Math.round(textScale) })}
          />
        </div>
      </SettingRow>
      <PaletteChoice palette={palette} hollowUp={hollowUp} onChange={(value) => onSave({ palette: value })} />
      <SettingRow
        title="Rising candles"
        description="Hollow ones are told by their shape, too. In monochrome they always are."
      >
        <SegmentedControl
          label="Rising candles"
          segments={CANDLES}
          value={hollowUp ? 'hollow' : 'filled'}
          onChange={(value) => onSave({ hollowUp: value === 'hollow' })}
        />
      </SettingRow>
      <SettingRow title="Motion">
        <SegmentedControl
          label="Motion"
          segments={MOTIONS}
          value={motion}
          onChange={(value) => onSave({ motion: value })}
        />
      </SettingRow>
    </SettingsSection>
  );
}
