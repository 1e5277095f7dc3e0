/** Names of a CSS module's classes. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '*.css';

/** A thread that the bundler builds from a file. */
declare module '*?worker' {
  const ThreadConstructor: new (options?: { name?: string }) => Worker;
  export default ThreadConstructor;
}

interface ImportMetaEnv {
  /** True where the source is served as it is, for development. */
  readonly DEV: boolean;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
