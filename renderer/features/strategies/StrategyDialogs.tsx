import { branchNameSchema, type StrategyDetail, strategyPathSchema } from '#shared/contract/strategy.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { askedFor, fileShown } from './desk-slice.ts';
import type { OpenStrategy } from './draft/open-strategy.ts';
import { SHARED } from './draft/paths.ts';
import { TextDialog } from './TextDialog.tsx';
import { useDesk } from './use-desk.ts';
import type { StrategyActions } from './use-strategy-actions.ts';

const NEW_FILE = '';

/** What is asked before something is done with the strategy that is shown. */
export function StrategyDialogs({
  open,
  detail,
  actions,
}: {
  open: OpenStrategy;
  detail: StrategyDetail;
  actions: StrategyActions;
}) {
  const dispatch = useAppDispatch();
  const asked = useDesk((state) => state.asked);
  const close = () => void dispatch(askedFor(null));
  switch (asked) {
    case 'revision':
      return (
        <TextDialog
          title="Save a revision"
          label="What has changed?"
          description={`On the branch ${detail.branch}. A revision never changes and can be taken back at any time.`}
          confirmLabel="Save"
          onClose={close}
          onConfirm={(message) => void actions.commit(message)}
        />
      );
    case 'rename':
      return (
        <TextDialog
          title="Rename"
          label="Name"
          initial={detail.name}
          confirmLabel="Rename"
          problemOf={(name) => (name.length > 80 ? 'A name has at most 80 characters.' : null)}
          onClose={close}
          onConfirm={(name) => void actions.rename(name)}
        />
      );
    case 'tags':
      return (
        <TextDialog
          title="Tags"
          label="Tags, with commas between them"
          initial={detail.tags.join(', ')}
          confirmLabel="Tag"
          mayBeEmpty
          onClose={close}
          onConfirm={(text) => void actions.tag(text)}
        />
      );
    case 'file':
      return (
        <TextDialog
          title="New file"
          label="Path"
          placeholder={open.id === SHARED ? 'shared/bands.ts' : 'lib/bands.ts'}
          description="Others import it by its path: import { bands } from './lib/bands.ts'."
          confirmLabel="Create"
          problemOf={(path) => fileProblem(path, open)}
          onClose={close}
          onConfirm={(file) => {
            open.addFile(file, NEW_FILE);
            dispatch(fileShown({ strategy: open.id, file }));
          }}
        />
      );
    case 'branch':
      return (
        <TextDialog
          title="New branch"
          label="Name"
          description="It begins at the newest revision and has a draft of its own."
          confirmLabel="Begin"
          problemOf={(name) => branchNameSchema.safeParse(name).error?.issues[0]?.message ?? null}
          onClose={close}
          onConfirm={(name) => void actions.beginBranch(name)}
        />
      );
    default:
      return null;
  }
}

function fileProblem(path: string, { draft }: OpenStrategy): string | null {
  if (draft.files[path] !== undefined) return `There is a file ${path} already.`;
  return strategyPathSchema.safeParse(path).success ? null : 'A file has a path such as lib/bands.ts.';
}
