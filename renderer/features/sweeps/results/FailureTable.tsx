import { useState } from 'react';
import type { SweepRow } from '#shared/contract/sweeps.ts';
import { useShownError } from '../../../app/store/shown-error.ts';
import type { GridColumn } from '../../../ui/grid/column.ts';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { paramsInWords } from '../../runs/list/params-in-words.ts';
import { type SweepFailures, useSweepFailuresQuery } from '../queries.ts';

const COLUMNS: readonly GridColumn<SweepFailures['rows'][number]>[] = [
  { id: 'params', title: 'Parameters', width: 160, cell: ({ params }) => paramsInWords(params) },
  { id: 'message', title: 'Why', width: 320, cell: ({ message }) => message },
];

/** Runs that came to nothing, and why. */
export function FailureTable({ sweep: { id, failed, strategy } }: { sweep: SweepRow }) {
  const { data, error, isLoading, refetch } = useSweepFailuresQuery({ sweep: id, failed });
  const failure = useShownError(error);
  const [selected, setSelected] = useState<number | null>(null);
  return (
    <DataGrid
      label={`Failures of ${strategy.name}`}
      columns={COLUMNS}
      rowCount={data?.rows.length ?? 0}
      getRow={(index) => data?.rows[index]}
      selected={selected}
      onSelect={setSelected}
      isLoading={isLoading}
      empty={<EmptyState title="No failures" body="Every run that was made came to a result." />}
      error={failure === null ? undefined : <ErrorState error={failure} isCompact onRetry={() => void refetch()} />}
    />
  );
}
