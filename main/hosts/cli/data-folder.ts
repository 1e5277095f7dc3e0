import envPaths from 'env-paths';

/** Where Hindcast keeps its database: `--home`, else HINDCAST_HOME, else the system's place for app data. */
export function dataFolder(
  chosen: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return chosen ?? environment['HINDCAST_HOME'] ?? envPaths('hindcast', { suffix: '' }).data;
}
