import type { StrategyDetail } from '#shared/contract/strategy.ts';
import { client } from '../../../app/api/client.ts';
import { closeText, followText, openText } from '../../../editor/texts.ts';
import { DraftSession, type Files } from './draft-session.ts';
import { pathOf } from './paths.ts';

/** A strategy whose files are open as texts: what is typed in them goes to its draft. */
export class OpenStrategy {
  readonly id: string;
  readonly draft: DraftSession;
  readonly #following = new Map<string, () => void>();

  constructor({ id, version, files }: StrategyDetail) {
    this.id = id;
    this.draft = new DraftSession(
      { version, files },
      {
        save: (seen, changed) => client.strategies.saveDraft({ strategy: id, version: seen, files: { ...changed } }),
        read: () => client.strategies.get({ strategy: id }),
        onReplaced: (replaced) => this.#show(replaced),
      },
    );
    this.#show(files);
  }

  addFile(file: string, text: string): void {
    this.draft.edit(file, text);
    this.#show(this.draft.files);
  }

  removeFile(file: string): void {
    this.draft.edit(file, null);
    this.#show(this.draft.files);
  }

  /** Saves what isn't saved and closes the texts. */
  async close(): Promise<void> {
    await this.draft.flush();
    this.draft.close();
    this.#show({});
  }

  #show(files: Files): void {
    for (const [file, text] of Object.entries(files)) {
      const path = pathOf(this.id, file);
      openText(path, text);
      if (this.#following.has(file)) continue;
      this.#following.set(
        file,
        followText(path, (typed) => this.draft.edit(file, typed)),
      );
    }
    for (const [file, stop] of this.#following) {
      if (files[file] !== undefined) continue;
      stop();
      this.#following.delete(file);
      closeText(pathOf(this.id, file));
    }
  }
}
