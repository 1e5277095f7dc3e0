import { Search } from 'lucide-react';
import { useAppDispatch } from '../../../app/store/store.ts';
import { ToggleButton } from '../../../ui/action/ToggleButton.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { useRunFacetsQuery } from '../queries.ts';
import { useWorkspace } from '../use-workspace.ts';
import { tagChosen, textChanged } from '../workspace-slice.ts';
import styles from './list.module.css';

const MOST_TAGS = 8;

/** Narrows the list of runs. */
export function RunFilter() {
  const dispatch = useAppDispatch();
  const text = useWorkspace((state) => state.text);
  const tag = useWorkspace((state) => state.tag);
  const { data: facets } = useRunFacetsQuery();
  const tags = (facets?.tags ?? []).slice(0, MOST_TAGS);
  return (
    <>
      <search className={styles.search}>
        <TextField
          label="Filter runs"
          isLabelHidden
          type="search"
          placeholder="Filter: strategy, symbol, note …"
          icon={<Search size={13} aria-hidden />}
          value={text}
          onChange={(typed) => dispatch(textChanged(typed))}
        />
      </search>
      {tags.length > 0 && (
        <div className={styles.tags}>
          {tags.map(({ tag: one, runs }) => (
            <ToggleButton key={one} isOn={tag === one} onChange={(isOn) => dispatch(tagChosen(isOn ? one : null))}>
              {one} {runs}
            </ToggleButton>
          ))}
        </div>
      )}
    </>
  );
}
