import clsx from 'clsx';
import { useSyncExternalStore } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { PALETTES, type PaletteName, type UpDown } from '#shared/theme/palettes.ts';
import styles from './PaletteChoice.module.css';

const NAMES: Record<PaletteName, { title: string; description: string }> = {
  'colour-blind-safe': { title: 'Blue and orange', description: 'told apart with every kind of colour vision' },
  'green-red': { title: 'Green up, red down', description: 'as in Europe and America' },
  'red-green': { title: 'Red up, green down', description: 'as in East Asia' },
  monochrome: { title: 'Monochrome', description: 'hollow up, filled down' },
};
const CHOICES = Object.keys(NAMES) as PaletteName[];

/** The colours of up and down, each with a sample of a chart. */
export function PaletteChoice({
  palette,
  hollowUp,
  onChange,
}: {
  palette: Settings['palette'];
  hollowUp: boolean;
  onChange: (palette: Settings['palette']) => void;
}) {
  const theme = useShownTheme();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>Up and down</legend>
      {CHOICES.map((name) => (
        <label key={name} className={clsx(styles.card, palette === name && styles.chosen)}>
          <input
            type="radio"
            name="palette"
            className={styles.radio}
            checked={palette === name}
            onChange={() => onChange(name)}
          />
          <CandleSample colours={PALETTES[name][theme]} isHollow={hollowUp || name === 'monochrome'} />
          <span className={styles.title}>{NAMES[name].title}</span>
          <span className={styles.description}>{NAMES[name].description}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Open, high, low and close of the sample, in its own units from the top. */
const CANDLES = [
  [30, 18, 34, 22],
  [22, 10, 26, 13],
  [13, 9, 27, 24],
  [24, 20, 36, 32],
  [32, 14, 35, 17],
  [17, 4, 20, 8],
  [8, 6, 22, 18],
] as const;

function CandleSample({ colours: { up, down }, isHollow }: { colours: UpDown; isHollow: boolean }) {
  return (
    <svg className={styles.sample} viewBox="0 0 112 40" aria-hidden>
      {CANDLES.map(([open, high, low, close], place) => {
        const isUp = close < open;
        const colour = isUp ? up : down;
        const x = 8 + place * 16;
        const [top, bottom] = isUp ? [close, open] : [open, close];
        return (
          <g key={x} stroke={colour} strokeWidth="1.25" fill={isUp && isHollow ? 'none' : colour}>
            <path d={`M${x} ${high}V${top}M${x} ${bottom}V${low}`} />
            <rect x={x - 4} y={top} width="8" height={bottom - top} />
          </g>
        );
      })}
    </svg>
  );
}

/** The theme that is shown, which may be the system's. */
function useShownTheme(): 'dark' | 'light' {
  return useSyncExternalStore(subscribeToTheme, () =>
    document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark',
  );
}

function subscribeToTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
