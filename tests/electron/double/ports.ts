import { EventEmitter } from 'node:events';

/** The process's end of a port whose other end lies in the browser: Electron's MessagePortMain. */
export class PortDouble extends EventEmitter {
  readonly #send: (message: { data: unknown } | { close: true }) => void;
  #waiting: unknown[] | null = [];

  constructor(send: (message: { data: unknown } | { close: true }) => void) {
    super();
    this.#send = send;
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }

  postMessage(data: unknown): void {
    this.#send({ data: structuredClone(data) });
  }

  close(): void {
    this.#send({ close: true });
    this.emit('close');
  }

  /** What the other end sent. */
  deliver(data: unknown): void {
    if (this.#waiting === null) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
}
