import { Search } from 'lucide-react';
import { useState } from 'react';
import { Kbd } from '../../../ui/action/Kbd.tsx';
import { Checkbox } from '../../../ui/field/Checkbox.tsx';
import { Combobox } from '../../../ui/field/Combobox.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { Slider } from '../../../ui/field/Slider.tsx';
import { Switch } from '../../../ui/field/Switch.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import styles from '../Gallery.module.css';
import { Specimen, Specimens } from '../Specimen.tsx';

const SERIES = [
  { value: 'btc', label: 'BTCUSDT · 1h', detail: '37,176 bars' },
  { value: 'spy', label: 'SPY · 1D', detail: '6,412 bars' },
  { value: 'eur', label: 'EURUSD · 15m', detail: '1,020,441 bars' },
  { value: 'old', label: 'GOLD · 1D', detail: 'no bars', isDisabled: true },
];

export function FieldSection() {
  return (
    <Specimens>
      <TextFields />
      <NumberFields />
      <Choices />
      <Ticks />
      <Sliders />
    </Specimens>
  );
}

function TextFields() {
  const [text, setText] = useState('breakout');
  const [filter, setFilter] = useState('');
  return (
    <>
      <Specimen name="TextField">
        <div className={styles.column}>
          <TextField label="Name" value={text} onChange={setText} description="Shown in every list." />
        </div>
      </Specimen>
      <Specimen name="TextField, icon and placeholder">
        <div className={styles.column}>
          <TextField
            label="Filter"
            isLabelHidden
            value={filter}
            onChange={setFilter}
            icon={<Search aria-hidden />}
            placeholder="Filter: sharpe>1 strategy:breakout"
            hint={<Kbd keys="/" />}
          />
        </div>
      </Specimen>
      <Specimen name="TextField, error">
        <div className={styles.column}>
          <TextField label="From" value="2021-13-01" onChange={setText} error="There is no month 13." />
        </div>
      </Specimen>
      <Specimen name="TextField, disabled">
        <div className={styles.column}>
          <TextField label="Data folder" value="~/Hindcast/data" onChange={setText} isDisabled />
        </div>
      </Specimen>
    </>
  );
}

function NumberFields() {
  const [period, setPeriod] = useState<number | null>(48);
  return (
    <>
      <Specimen name="NumberField">
        <div className={styles.narrow}>
          <NumberField label="Slow period" value={period} onChange={setPeriod} min={2} max={400} unit="bars" />
        </div>
      </Specimen>
      <Specimen name="NumberField, error">
        <div className={styles.narrow}>
          <NumberField label="Fee, bp" value={-1} onChange={setPeriod} step={0.1} error="A fee is 0 or more." />
        </div>
      </Specimen>
      <Specimen name="NumberField, disabled">
        <div className={styles.narrow}>
          <NumberField label="Seed" value={42} onChange={setPeriod} isDisabled />
        </div>
      </Specimen>
    </>
  );
}

function Choices() {
  const [chosen, setChosen] = useState<string | null>('btc');
  return (
    <>
      <Specimen name="Select">
        <div className={styles.column}>
          <Select label="Series" options={SERIES} value={chosen} onChange={setChosen} />
        </div>
      </Specimen>
      <Specimen name="Select, nothing chosen, error">
        <div className={styles.column}>
          <Select label="Benchmark" options={SERIES} value={null} onChange={setChosen} error="Choose one." />
        </div>
      </Specimen>
      <Specimen name="Select, disabled">
        <div className={styles.column}>
          <Select label="Calendar" options={SERIES} value="spy" onChange={setChosen} isDisabled />
        </div>
      </Specimen>
      <Specimen name="Combobox">
        <div className={styles.column}>
          <Combobox
            label="Symbol"
            options={SERIES}
            value={chosen}
            onChange={setChosen}
            placeholder="Type a symbol"
            emptyText="No series of that name."
          />
        </div>
      </Specimen>
      <Specimen name="Combobox, disabled">
        <div className={styles.column}>
          <Combobox label="Account" options={SERIES} value={null} onChange={setChosen} isDisabled />
        </div>
      </Specimen>
    </>
  );
}

function Ticks() {
  const [isOn, setOn] = useState(true);
  return (
    <>
      <Specimen name="Checkbox: checked, not, partly, disabled">
        <div className={styles.row}>
          <Checkbox label="Compare" isChecked={isOn} onChange={setOn} />
          <Checkbox label="Short sales" isChecked={!isOn} onChange={(on) => setOn(!on)} />
          <Checkbox label="All runs" isChecked={false} isPartly onChange={setOn} />
          <Checkbox label="Disabled" isChecked isDisabled onChange={setOn} />
        </div>
      </Specimen>
      <Specimen name="Switch: on, off, disabled">
        <div className={styles.row}>
          <Switch label="Notify when jobs end" description="By the operating system." isOn={isOn} onChange={setOn} />
          <Switch label="Hollow candles" isOn={!isOn} onChange={(on) => setOn(!on)} />
          <Switch label="Disabled" isOn isDisabled onChange={setOn} />
        </div>
      </Specimen>
    </>
  );
}

function Sliders() {
  const [fast, setFast] = useState(12);
  const [risk, setRisk] = useState(0.75);
  return (
    <Specimen name="Slider: whole, fraction, long name, disabled">
      <div style={{ width: '18rem' }}>
        <Slider label="fast" isCode value={fast} min={2} max={40} onChange={setFast} />
        <Slider label="riskPct" isCode value={risk} min={0} max={3} step={0.05} onChange={setRisk} />
        <Slider label="aVeryLongParameterName" isCode value={fast} min={2} max={40} onChange={setFast} />
        <Slider label="Speed" value={4} min={1} max={10} isDisabled onChange={setFast} />
      </div>
    </Specimen>
  );
}
