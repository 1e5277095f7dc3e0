import { parentPort } from 'node:worker_threads';
import { HindcastError } from '#shared/domain/errors.ts';
import type { Answer, Numbered, Question } from './protocol.ts';

type Stream = Iterator<unknown> | AsyncIterator<unknown>;

/**
 * Answers on this thread what its `Thread` is asked: called by the entry, with the services that it offers.
 * @param onClose what is left to do when nothing else will be asked
 */
export function serve(services: Record<string, object>, onClose: () => void): void {
  const port = parentPort;
  if (port === null) throw new Error('this is no thread');
  const desk = new Desk(services, onClose);
  port.on('message', async ({ id, ...question }: Numbered<Question>) => {
    const answer = await desk.answer(question);
    try {
      port.postMessage({ ...answer, id } satisfies Numbered<Answer>);
    } catch (error) {
      // Not everything can be copied.
      port.postMessage({ kind: 'failed', error: String(error), id } satisfies Numbered<Answer>);
    }
    if (question.kind === 'close') port.close();
  });
}

/** Where questions come in, and where streams wait between two of them. */
class Desk {
  readonly #services: Record<string, object>;
  readonly #onClose: () => void;
  readonly #streams = new Map<number, Stream>();

  constructor(services: Record<string, object>, onClose: () => void) {
    this.#services = services;
    this.#onClose = onClose;
  }

  async answer(question: Question): Promise<Answer> {
    try {
      return { kind: 'value', value: await this.#perform(question) };
    } catch (error) {
      return error instanceof HindcastError ? { kind: 'refused', error: error.detail } : { kind: 'failed', error };
    }
  }

  #perform(question: Question): unknown {
    switch (question.kind) {
      case 'call':
        return this.#call(question);
      case 'open':
        this.#streams.set(question.stream, this.#call(question) as Stream);
        return undefined;
      case 'next':
        return this.#next(question.stream);
      case 'end':
        return this.#end(question.stream);
      case 'close':
        return this.#onClose();
    }
  }

  #call({ service, method, args }: { service: string; method: string; args: unknown[] }): unknown {
    const asked = this.#services[service] as Record<string, (...args: unknown[]) => unknown> | undefined;
    if (asked?.[method] === undefined) throw new TypeError(`there is no ${service}.${method}`);
    return asked[method](...args);
  }

  async #next(number: number): Promise<IteratorResult<unknown>> {
    let isOver = true;
    try {
      const step = await (this.#streams.get(number) as Stream).next();
      isOver = step.done === true;
      return step;
    } finally {
      if (isOver) this.#streams.delete(number);
    }
  }

  async #end(number: number): Promise<void> {
    const stream = this.#streams.get(number);
    this.#streams.delete(number);
    await stream?.return?.();
  }
}
