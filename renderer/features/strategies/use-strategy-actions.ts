import { useMemo } from 'react';
import type { StrategyDetail, StrategyRevision } from '#shared/contract/strategy.ts';
import { client } from '../../app/api/client.ts';
import { goTo } from '../../app/routes/use-route.ts';
import { answerOf, shownError } from '../../app/store/host-api.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { notify } from '../../ui/overlay/notify.ts';
import { strategyClosed } from './desk-slice.ts';
import { desk } from './draft/desk.ts';
import type { OpenStrategy } from './draft/open-strategy.ts';
import {
  useCommitRevisionMutation,
  useCreateBranchMutation,
  useDeleteStrategyMutation,
  useDuplicateStrategyMutation,
  useRestoreRevisionMutation,
  useSwitchBranchMutation,
  useUndeleteStrategyMutation,
  useUpdateStrategyMutation,
} from './queries.ts';

/** What can be done with a strategy as a whole. What goes wrong is told. */
export interface StrategyActions {
  commit(message: string): Promise<void>;
  rename(name: string): Promise<void>;
  /** @param text tags with commas between them */
  tag(text: string): Promise<void>;
  archive(isArchived: boolean): Promise<void>;
  duplicate(): Promise<void>;
  remove(): Promise<void>;
  download(): Promise<void>;
  restore(revision: StrategyRevision): Promise<void>;
  beginBranch(name: string): Promise<void>;
  switchBranch(name: string): Promise<void>;
}

type Answer<T> = { data?: T | undefined; error?: unknown };

/** The strategy's text is saved before anything is done with it. The actions stay the same while the strategy does. */
export function useStrategyActions(open: OpenStrategy, { id, name }: StrategyDetail): StrategyActions {
  const dispatch = useAppDispatch();
  const [commit] = useCommitRevisionMutation();
  const [update] = useUpdateStrategyMutation();
  const [duplicate] = useDuplicateStrategyMutation();
  const [remove] = useDeleteStrategyMutation();
  const [undelete] = useUndeleteStrategyMutation();
  const [restore] = useRestoreRevisionMutation();
  const [createBranch] = useCreateBranchMutation();
  const [switchBranch] = useSwitchBranchMutation();
  return useMemo(() => {
    const { draft } = open;
    const isSaved = async () => {
      if (await draft.flush()) return true;
      notify({ id: 'unsaved', title: 'The draft isn’t saved yet', body: 'See above the text why.', tone: 'warn' });
      return false;
    };
    /** Does something on the host with the saved draft, and shows what became of it. */
    const withDraft = async (act: () => Promise<Answer<StrategyDetail>>, title: string) => {
      if (!(await isSaved())) return false;
      const data = told(await act(), title);
      if (data !== null) draft.arrived(data);
      return data !== null;
    };
    return {
      async commit(message) {
        const isDone = await withDraft(
          () => commit({ strategy: id, version: draft.version, message }),
          'The revision was not saved',
        );
        if (isDone) notify({ id: 'revision', title: 'Revision saved', body: message, tone: 'ok' });
      },
      rename: async (wanted) => void told(await update({ strategy: id, name: wanted }), 'The name stays'),
      tag: async (text) => void told(await update({ strategy: id, tags: tagsIn(text) }), 'The tags stay'),
      async archive(isArchived) {
        if (told(await update({ strategy: id, isArchived }), 'The strategy stays where it is') === null) return;
        const undo = () => void update({ strategy: id, isArchived: !isArchived });
        const title = isArchived ? `${name} is in the archive` : `${name} is out of the archive`;
        notify({ id: 'archived', title, action: { label: 'Undo', run: undo } });
      },
      async duplicate() {
        if (!(await isSaved())) return;
        const copy = told(await duplicate(id), 'There is no copy');
        if (copy !== null) goTo({ place: 'strategies', strategy: copy.id });
      },
      async remove() {
        await draft.flush();
        if (told(await remove(id), `${name} was not deleted`) === null) return;
        dispatch(strategyClosed(id));
        goTo({ place: 'strategies', strategy: null });
        await desk.close(id);
        const undo = async () => {
          if (told(await undelete(id), `${name} did not come back`) !== null)
            goTo({ place: 'strategies', strategy: id });
        };
        notify({ title: `${name} deleted`, action: { label: 'Undo', run: () => void undo() } });
      },
      async download() {
        if (!(await isSaved())) return;
        const exported = told(await answerOf(client.strategies.export({ strategy: id })), 'Nothing was exported');
        if (exported !== null) saveAs(exported.file, exported.text);
      },
      restore: async ({ id: revision, message }) => {
        const isDone = await withDraft(
          () => restore({ strategy: id, version: draft.version, revision }),
          'The revision was not restored',
        );
        if (isDone)
          notify({ id: 'restored', title: 'Restored', body: `The text is that of “${message}”.`, tone: 'ok' });
      },
      beginBranch: async (wanted) =>
        void (await withDraft(() => createBranch({ strategy: id, name: wanted }), 'There is no new branch')),
      switchBranch: async (branch) =>
        void (await withDraft(() => switchBranch({ strategy: id, branch }), 'The branch stays')),
    };
  }, [dispatch, open, id, name, commit, update, duplicate, remove, undelete, restore, createBranch, switchBranch]);
}

/** The answer; null where there was an error instead, which is then told. */
function told<T>({ data, error }: Answer<T>, title: string): T | null {
  if (data !== undefined) return data;
  const shown = shownError(error);
  notify({ title, body: [shown?.message, shown?.hint].filter(Boolean).join(' '), tone: 'error' });
  return null;
}

function tagsIn(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
}

function saveAs(file: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
