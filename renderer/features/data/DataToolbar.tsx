import { Search, Upload } from 'lucide-react';
import { KeyHint } from '../../app/shell/KeyHint.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { formatCount } from '../../ui/format/count.ts';
import styles from './DataToolbar.module.css';
import { DiskUse } from './DiskUse.tsx';
import { DATA_COMMANDS } from './data-commands.ts';

/** Above the list of datasets. */
export function DataToolbar({
  count,
  filter,
  onFilter,
  onImport,
}: {
  /** How many datasets there are; undefined until it is known. */
  count: number | undefined;
  filter: string;
  onFilter: (filter: string) => void;
  onImport: () => void;
}) {
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>Data</h1>
      <span className={styles.count}>{count !== undefined && formatCount(count)}</span>
      <div className={styles.filter}>
        <TextField
          label="Filter datasets"
          isLabelHidden
          icon={<Search aria-hidden />}
          placeholder="Filter: symbol, timeframe, source"
          value={filter}
          onChange={onFilter}
        />
      </div>
      <span className={styles.space} />
      <DiskUse />
      <Button
        variant="primary"
        icon={<Upload aria-hidden />}
        hint={<KeyHint command={DATA_COMMANDS.import.id} />}
        onClick={onImport}
      >
        Import
      </Button>
    </header>
  );
}
