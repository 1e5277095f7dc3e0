import type { Wire } from './wire.ts';

// These functions run in the browser, as text: they know nothing but their arguments.

/** Events of the document reach both worlds at once; what they carry is text. */
export interface Names {
  exposed: string;
  call: string;
  reply: string;
  settled: string;
  file: string;
}

/** What the page sees of the preload: copies of what it exposed, whose functions call over. */
export function mainWorld({ encode, decode }: Wire, names: Names): void {
  let calls = 0;
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const send = (name: string, value: unknown) => dispatchEvent(new CustomEvent(name, { detail: encode(value) }));
  const heard = (event: Event) => decode((event as CustomEvent<string>).detail) as Record<string, unknown>;

  /** A file crosses in a field of the document, which both worlds see. */
  const withFile = (file: File, perform: () => void) => {
    const field = document.createElement('input');
    const transfer = new DataTransfer();
    field.type = 'file';
    field.id = names.file;
    transfer.items.add(file);
    field.files = transfer.files;
    document.documentElement.append(field);
    perform();
    field.remove();
  };

  const call = (path: string[], args: unknown[]): Promise<unknown> => {
    const id = ++calls;
    const file = args.find((arg) => arg instanceof File);
    const plain = args.map((arg) => (arg instanceof File ? { $file: true } : arg));
    const perform = () => void send(names.call, { id, path, args: plain });
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      if (file === undefined) perform();
      else withFile(file, perform);
    });
  };

  const copy = (shape: unknown, path: string[]): unknown => {
    const { $function, $value, ...parts } = shape as Record<string, unknown>;
    if ($function === true) return (...args: unknown[]) => call(path, args);
    if (Object.hasOwn(shape as object, '$value')) return $value;
    return Object.freeze(
      Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, copy(part, [...path, key])])),
    );
  };

  addEventListener(names.exposed, (event) => {
    const { key, shape } = heard(event);
    Object.defineProperty(globalThis, String(key), { value: copy(shape, [String(key)]), enumerable: true });
  });
  addEventListener(names.settled, (event) => {
    const { id, error, value } = heard(event);
    const { resolve, reject } = pending.get(Number(id)) ?? {};
    if (error === undefined) resolve?.(value);
    else reject?.(new Error(String(error)));
  });
}

/** Where the preload runs: the page's document, but none of its variables, and Electron's three modules. */
export function isolatedWorld({ encode, decode }: Wire, names: Names, platform: string, preload: string): void {
  const scope = globalThis as unknown as {
    toProcess(text: string): void;
    fromProcess(text: string): void;
    filesOfPage: File[];
  };
  const exposed: Record<string, unknown> = {};
  const ports: MessagePort[] = [];
  const invoked: { resolve(value: unknown): void; reject(error: Error): void }[] = [];
  scope.filesOfPage = [];
  const send = (name: string, value: unknown) => dispatchEvent(new CustomEvent(name, { detail: encode(value) }));
  const report = (message: object) => scope.toProcess(encode(message));

  const shapeOf = (value: unknown): unknown => {
    if (typeof value === 'function') return { $function: true };
    if (value === null || typeof value !== 'object') return { $value: value };
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
  };
  const fileOfPage = () => (document.getElementById(names.file) as HTMLInputElement | null)?.files?.[0];

  addEventListener(names.call, (event) => {
    const { id, path, args } = decode((event as CustomEvent<string>).detail) as {
      id: number;
      path: string[];
      args: unknown[];
    };
    const real = args.map((arg) => (Object(arg).$file === true ? fileOfPage() : arg));
    const called = path.reduce<unknown>((part, key) => Object(part)[key], exposed) as (...args: unknown[]) => unknown;
    const answer = async () => called(...real);
    // The file is gone as soon as this event is over, so the call begins now.
    answer().then(
      (value) => send(names.settled, { id, value }),
      (error: Error) => send(names.settled, { id, error: error.message }),
    );
  });

  scope.fromProcess = (text) => {
    const { port, data, close, invocation, value, error } = decode(text) as Record<string, unknown>;
    if (port !== undefined && close === true) ports[Number(port)]?.close();
    else if (port !== undefined) ports[Number(port)]?.postMessage(data);
    else if (error === undefined) invoked[Number(invocation)]?.resolve(value);
    else invoked[Number(invocation)]?.reject(new Error(`Error invoking remote method: ${error}`));
  };

  const electron = {
    contextBridge: {
      exposeInMainWorld(key: string, value: unknown) {
        exposed[key] = value;
        send(names.exposed, { key, shape: shapeOf(value) });
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) =>
        new Promise((resolve, reject) => {
          invoked.push({ resolve, reject });
          report({ channel, args, invocation: invoked.length - 1 });
        }),
      send: (channel: string, ...args: unknown[]) => report({ channel, args }),
      postMessage(channel: string, message: unknown, transfer: readonly MessagePort[] = []) {
        const numbers = transfer.map((port) => {
          const number = ports.push(port) - 1;
          port.onmessage = ({ data }) => report({ port: number, data });
          return number;
        });
        report({ channel, args: [message], ports: numbers });
      },
    },
    webUtils: {
      /** The process asks the browser for the path when this text arrives there. */
      getPathForFile: (file: File) => `file of the page: ${scope.filesOfPage.push(file) - 1}`,
    },
  };
  const requireOne = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name} (a sandboxed preload has electron alone)`);
  };
  const module = { exports: {} };
  new Function('require', 'module', 'exports', 'process', preload)(requireOne, module, module.exports, { platform });
}
