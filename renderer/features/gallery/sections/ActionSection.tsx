import { Bell, Funnel, GitCompareArrows, Play, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/action/Button.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Kbd } from '../../../ui/action/Kbd.tsx';
import { SegmentedControl } from '../../../ui/action/SegmentedControl.tsx';
import { ToggleButton } from '../../../ui/action/ToggleButton.tsx';
import { Toolbar, ToolbarSeparator, ToolbarSpace } from '../../../ui/action/Toolbar.tsx';
import styles from '../Gallery.module.css';
import { Specimen, Specimens } from '../Specimen.tsx';

const VARIANTS = ['primary', 'secondary', 'quiet', 'danger'] as const;

export function ActionSection() {
  const [isOn, setOn] = useState(true);
  const [frame, setFrame] = useState('1h');
  return (
    <Specimens>
      {VARIANTS.map((variant) => (
        <Specimen key={variant} name={`Button, ${variant}: rest, small, icon, busy, disabled`}>
          <div className={styles.row}>
            <Button variant={variant}>Compare 2</Button>
            <Button variant={variant} size="small">
              Small
            </Button>
            <Button variant={variant} icon={<Play aria-hidden />} hint={<Kbd keys="F5" />}>
              Re-run
            </Button>
            <Button variant={variant} isBusy>
              Running
            </Button>
            <Button variant={variant} disabled>
              Disabled
            </Button>
          </div>
        </Specimen>
      ))}
      <Specimen name="Button, long text">
        <div className={styles.narrow}>
          <Button icon={<GitCompareArrows aria-hidden />}>Compare with the run of yesterday evening</Button>
        </div>
      </Specimen>
      <Specimen name="IconButton: rest, small, pressed, count, disabled">
        <div className={styles.row}>
          <IconButton label="New run" icon={<Plus aria-hidden />} />
          <IconButton label="Filter" icon={<Funnel aria-hidden />} size="small" />
          <IconButton label="Filter, on" icon={<Funnel aria-hidden />} isPressed />
          <IconButton label="Notifications" icon={<Bell aria-hidden />} count={3} />
          <IconButton label="Delete" icon={<Trash2 aria-hidden />} disabled />
        </div>
      </Specimen>
      <Specimen name="ToggleButton: on and off, disabled">
        <div className={styles.row}>
          <ToggleButton isOn={isOn} onChange={setOn}>
            Trades
          </ToggleButton>
          <ToggleButton isOn={!isOn} onChange={(on) => setOn(!on)}>
            Volume profile
          </ToggleButton>
          <ToggleButton isOn={false} isDisabled onChange={setOn}>
            Disabled
          </ToggleButton>
        </div>
      </Specimen>
      <Specimen name="SegmentedControl">
        <SegmentedControl
          label="Timeframe"
          value={frame}
          onChange={setFrame}
          segments={[
            { value: '15m', label: '15m' },
            { value: '1h', label: '1h' },
            { value: '4h', label: '4h' },
            { value: '1D', label: '1D', isDisabled: true },
          ]}
        />
      </Specimen>
      <Specimen name="Kbd">
        <Kbd keys="Ctrl K" />
      </Specimen>
      <Specimen name="Toolbar" isWide>
        <Toolbar label="Chart">
          <SegmentedControl
            label="Timeframe of the chart"
            value={frame}
            onChange={setFrame}
            segments={['15m', '1h', '4h'].map((value) => ({ value, label: value }))}
          />
          <ToolbarSeparator />
          <ToggleButton isOn={isOn} onChange={setOn}>
            Trades
          </ToggleButton>
          <ToolbarSpace />
          <IconButton label="Filter trades" icon={<Funnel aria-hidden />} size="small" />
        </Toolbar>
      </Specimen>
    </Specimens>
  );
}
