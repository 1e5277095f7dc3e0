interface ImportMeta {
  /** The bundler's: what the files that fit a pattern hold, by their path. */
  glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>;
}
