/** The name of a file for a strategy: `SMA cross` is `sma-cross.ts`. */
export function fileName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `${words?.join('-') ?? 'strategy'}.ts`;
}
