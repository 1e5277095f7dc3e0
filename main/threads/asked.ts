type Method = (...args: never[]) => unknown;
type StreamMethod = (...args: never[]) => Generator | AsyncGenerator;

/** The methods of a service, answered later. */
export type Asked<T> = {
  [K in keyof T as T[K] extends StreamMethod ? never : T[K] extends Method ? K : never]: T[K] extends (
    ...args: infer A
  ) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

/** Those of its methods that give something part by part. A part is made when it is asked for. */
export type Streamed<T> = {
  [K in keyof T as T[K] extends StreamMethod ? K : never]: T[K] extends (
    ...args: infer A
  ) => Generator<infer P, infer R> | AsyncGenerator<infer P, infer R>
    ? (...args: A) => AsyncGenerator<P, R, void>
    : never;
};

/** An object whose methods are all done by `perform`. */
export function methods<T extends object>(perform: (method: string, args: unknown[]) => unknown): T {
  return new Proxy({} as T, {
    get: (_, method) =>
      // Whatever has a method `then` counts as a promise.
      typeof method === 'string' && method !== 'then' ? (...args: unknown[]) => perform(method, args) : undefined,
  });
}

/** A service of this thread, asked like one of another. */
export function asked<T extends object>(service: T): Asked<T> {
  const own = service as Record<string, (...args: unknown[]) => unknown>;
  return methods(async (method, args) => own[method]?.(...args));
}
