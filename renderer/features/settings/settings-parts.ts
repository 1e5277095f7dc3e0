import { Bell, Database, Gauge, Info, Keyboard, type LucideIcon, Palette, ShieldCheck } from 'lucide-react';
import type { ComponentType } from 'react';
import { AboutHindcast } from './AboutHindcast.tsx';
import { AppearanceSettings, type SettingsPartProps } from './AppearanceSettings.tsx';
import { DataSettings } from './DataSettings.tsx';
import { KeySettings } from './keys/KeySettings.tsx';
import { NotificationSettings } from './NotificationSettings.tsx';
import { PrivacyWords } from './PrivacyWords.tsx';
import { RunSettings } from './RunSettings.tsx';

export interface SettingsPart {
  id: string;
  title: string;
  icon: LucideIcon;
  Section: ComponentType<SettingsPartProps>;
}

/** The parts of the settings in their order. */
export const SETTINGS_PARTS: readonly [SettingsPart, ...SettingsPart[]] = [
  { id: 'appearance', title: 'Appearance', icon: Palette, Section: AppearanceSettings },
  { id: 'keys', title: 'Keys', icon: Keyboard, Section: KeySettings },
  { id: 'runs', title: 'Runs', icon: Gauge, Section: RunSettings },
  { id: 'notifications', title: 'Notifications', icon: Bell, Section: NotificationSettings },
  { id: 'privacy', title: 'Privacy', icon: ShieldCheck, Section: PrivacyWords },
  { id: 'data', title: 'Data', icon: Database, Section: DataSettings },
  { id: 'about', title: 'About', icon: Info, Section: AboutHindcast },
];
