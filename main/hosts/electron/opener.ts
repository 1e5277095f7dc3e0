/** Sites that the app may open in the browser. */
const ALLOWED_HOSTS: readonly string[] = ['github.com'];

/** Whether a link may be opened outside: https alone, at sites that we name, and never with a password in it. */
export function mayOpen(link: string, hosts: readonly string[] = ALLOWED_HOSTS): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, port, username, password } = new URL(link);
  return protocol === 'https:' && port === '' && username === '' && password === '' && hosts.includes(hostname);
}
