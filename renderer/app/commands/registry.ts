import type { Command } from './command.ts';

/**
 * The one list of what the window can do. Screens add their commands while they are shown, so that whatever is
 * listed can be run.
 */
export class CommandRegistry {
  #commands: readonly Command[] = [];
  readonly #listeners = new Set<() => void>();

  /** All commands that can be run now, in the order in which they came. */
  get all(): readonly Command[] {
    return this.#commands;
  }

  /**
   * @returns what takes them out again
   * @throws Error when one with the same id is there already
   */
  add(commands: readonly Command[]): () => void {
    for (const { id } of commands) {
      if (this.find(id) !== undefined) throw new Error(`there are two commands ${id}`);
    }
    this.#change([...this.#commands, ...commands]);
    return () => this.#change(this.#commands.filter((command) => !commands.includes(command)));
  }

  find(id: string): Command | undefined {
    return this.#commands.find((command) => command.id === id);
  }

  /** Has `listener` called after each change of the list; returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #change(commands: readonly Command[]): void {
    this.#commands = commands;
    for (const listener of this.#listeners) listener();
  }
}
