import { useCallback, useReducer, useState } from 'react';
import { useRoute } from '../../app/routes/use-route.ts';
import { useShownError } from '../../app/store/shown-error.ts';
import { SplitPane } from '../../ui/layout/SplitPane.tsx';

import styles from './DataScreen.module.css';
import { DataToolbar } from './DataToolbar.tsx';
import { ImportWizard } from './import/ImportWizard.tsx';
import { EMPTY_FLOW, importFlow } from './import/import-flow.ts';
import { DatasetList } from './list/DatasetList.tsx';
import { useSeriesListQuery } from './queries.ts';
import { NoSeries, SeriesPanel } from './series/SeriesPanel.tsx';
import { useDataCommands } from './use-data-commands.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useSamples } from './use-samples.ts';
import { useSeriesDeletion } from './use-series-deletion.ts';

/** A fifth of the window, px: the pictures below need the rest. */
const firstListHeight = () => Math.round(Math.max(120, globalThis.innerHeight / 5));

/** The stored series: a list, and what is known of the one that is chosen. */
export function DataScreen() {
  const route = useRoute();
  const selected = route?.place === 'data' ? route.series : null;
  const { data: series, error, refetch } = useSeriesListQuery();
  const failure = useShownError(error);
  const [filter, setFilter] = useState('');
  const [listHeight, setListHeight] = useState(firstListHeight);
  const [flow, onImportEvent] = useReducer(importFlow, EMPTY_FLOW);
  const openImport = useCallback(() => onImportEvent({ type: 'opened' }), []);
  const addSamples = useSamples();
  const deleteSeries = useSeriesDeletion();
  const drop = useFileDrop((files) => onImportEvent({ type: 'chosen', files }));
  useDataCommands({
    shown: series?.find(({ id }) => id === selected) ?? null,
    onImport: openImport,
    onAddSamples: addSamples,
    onDelete: deleteSeries,
  });

  const list = (
    <DatasetList
      series={series}
      error={failure}
      filter={filter}
      selected={selected}
      onRetry={refetch}
      onAddSamples={addSamples}
      onImport={openImport}
      onDelete={deleteSeries}
    />
  );
  const hasNothing = selected === null && (series?.length ?? 0) === 0;
  return (
    <div className={styles.screen} {...drop.handlers}>
      <DataToolbar count={series?.length} filter={filter} onFilter={setFilter} onImport={openImport} />
      <div className={styles.body}>
        {hasNothing ? (
          list
        ) : (
          <SplitPane
            label="Height of the list"
            direction="column"
            size={listHeight}
            min={96}
            max={480}
            onResize={setListHeight}
            first={list}
            second={selected === null ? <NoSeries /> : <SeriesPanel id={selected} onDelete={deleteSeries} />}
          />
        )}
      </div>
      {drop.isOver && <p className={styles.drop}>Drop to import</p>}
      <ImportWizard flow={flow} onEvent={onImportEvent} />
    </div>
  );
}
