import { implement, type Router } from '@orpc/server';
import { desktop, type MenuCommand } from '#shared/contract/desktop.ts';
import { Feed } from '../../jobs/feed.ts';

/** What the window and its host say to each other beside the contract. */
export class DesktopApi {
  readonly #links = new Feed<{ path: string }>();
  readonly #choices = new Feed<{ id: string }>();
  readonly #showMenu: (commands: readonly MenuCommand[]) => void;
  #waitingLink: string | null = null;
  #choicesMade = 0;

  /** @param showMenu makes the native menu of the window's commands */
  constructor(showMenu: (commands: readonly MenuCommand[]) => void) {
    this.#showMenu = showMenu;
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
        this.#showMenu(input.commands);
        return this.#choices.watch(signal);
      }),
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
