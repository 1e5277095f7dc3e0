import { implement, type Router } from '@orpc/server';
import { desktop, type MenuCommand } from '#shared/contract/desktop.ts';
import { Feed } from '../../jobs/feed.ts';

export interface DesktopActions {
  /** Makes the native menu of the window's commands. */
  showMenu(commands: readonly MenuCommand[]): void;
  /** Asks for a folder; null where none was chosen. */
  chooseFolder(): Promise<string | null>;
}

/** What the window and its host say to each other beside the contract. */
export class DesktopApi {
  readonly #links = new Feed<{ path: string }>();
  readonly #choices = new Feed<{ id: string }>();
  readonly #actions: DesktopActions;
  #waitingLink: string | null = null;
  #choicesMade = 0;

  constructor(actions: DesktopActions) {
    this.#actions = actions;
  }

  /** Leads the window to a path: at once, or as soon as it listens. */
  open(path: string): void {
    this.#waitingLink = path;
    this.#links.publish('link', { path });
  }

  /** Has the window run a command. */
  choose(id: string): void {
    // Each choice counts, also the same one twice.
    this.#choicesMade++;
    this.#choices.publish(String(this.#choicesMade), { id });
  }

  get router(): Router<typeof desktop, Record<never, never>> {
    const api = implement(desktop);
    return api.router({
      menu: api.menu.handler(({ input, signal }) => {
        this.#actions.showMenu(input.commands);
        return this.#choices.watch(signal);
      }),
      chooseFolder: api.chooseFolder.handler(async () => ({ folder: await this.#actions.chooseFolder() })),
      links: api.links.handler(({ signal }) => this.#opened(signal)),
    });
  }

  async *#opened(signal: AbortSignal | undefined): AsyncGenerator<{ path: string }, void, void> {
    const waiting = this.#waitingLink;
    const first = waiting === null ? [] : [['link', { path: waiting }] as const];
    for await (const link of this.#links.watch(signal, first)) {
      this.#waitingLink = null;
      yield link;
    }
  }
}
