import type { Look } from '../../theme/apply-theme.ts';
import { SegmentedControl } from '../../ui/action/SegmentedControl.tsx';
import { Toolbar, ToolbarSeparator } from '../../ui/action/Toolbar.tsx';
import { Select } from '../../ui/field/Select.tsx';

/** Theme, density, palette and text scale of the gallery. */
export function LookSwitches({ look, onChange }: { look: Look; onChange: (look: Look) => void }) {
  return (
    <Toolbar label="Look">
      <SegmentedControl
        label="Theme"
        value={look.theme}
        onChange={(theme) => onChange({ ...look, theme })}
        segments={[
          { value: 'system', label: 'System' },
          { value: 'dark', label: 'Dark' },
          { value: 'light', label: 'Light' },
        ]}
      />
      <ToolbarSeparator />
      <SegmentedControl
        label="Density"
        value={look.density}
        onChange={(density) => onChange({ ...look, density })}
        segments={[
          { value: 'compact', label: 'Compact' },
          { value: 'default', label: 'Default' },
          { value: 'comfortable', label: 'Comfortable' },
        ]}
      />
      <ToolbarSeparator />
      <Select
        label="Palette"
        isLabelHidden
        value={look.palette}
        onChange={(palette) => onChange({ ...look, palette })}
        options={[
          { value: 'colour-blind-safe', label: 'Colour-blind safe' },
          { value: 'green-red', label: 'Green up, red down' },
          { value: 'red-green', label: 'Red up, green down' },
          { value: 'monochrome', label: 'Monochrome' },
        ]}
      />
      <ToolbarSeparator />
      <SegmentedControl
        label="Text scale"
        value={String(look.textScale)}
        onChange={(scale) => onChange({ ...look, textScale: Number(scale) })}
        segments={['90', '100', '125', '150'].map((scale) => ({ value: scale, label: `${scale}\u2009%` }))}
      />
    </Toolbar>
  );
}
