const DAY = 86_400_000;

/** True on the bar that opens at this time of the day, UTC. */
export function isAt(time: number, clock: string): boolean {
  return time % DAY === Date.parse(`1970-01-01T${clock}Z`);
}
