/** What the app asked of Electron, in order: the tests look here. */
export const log: unknown[][] = [];

export function record(what: string, ...details: unknown[]): void {
  log.push([what, ...details]);
}
