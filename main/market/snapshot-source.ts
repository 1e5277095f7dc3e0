const PREFIX = 'file-';

/** The source of series that hold a file as it was when a run used it. */
export function snapshotSource(contentName: string): string {
  return `${PREFIX}${contentName}`;
}

export function isSnapshot(source: string): boolean {
  return source.startsWith(PREFIX);
}
