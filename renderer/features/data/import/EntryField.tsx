import { Select } from '../../../ui/field/Select.tsx';
import type { ReadFormProps } from './ReadForm.tsx';

const SEVERAL_FILES = ['data.archive-choice', 'import.entry'];

/** Which file of an archive is meant, where it holds several. */
export function EntryField({ draft, preview, onDraft }: Pick<ReadFormProps, 'draft' | 'preview' | 'onDraft'>) {
  const { entry } = draft;
  const problem = preview?.problem;
  const asked = problem && SEVERAL_FILES.includes(problem.code) ? (problem.lines ?? []) : [];
  const names = entry !== null && !asked.includes(entry) ? [entry, ...asked] : asked;
  if (names.length === 0) return null;
  return (
    <Select
      label="File in the archive"
      options={names.map((value) => ({ value, label: value }))}
      value={entry}
      onChange={(chosen) => onDraft({ ...draft, entry: chosen })}
    />
  );
}
