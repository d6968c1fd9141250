/** Sites that the app links to: pages of providers and desktops about limits, logs and tray icons. */
const allowedHosts: ReadonlySet<string> = new Set([
  'docs.claude.com',
  'support.claude.com',
  'code.claude.com',
  'developers.openai.com',
  'help.openai.com',
  'extensions.gnome.org',
]);

/**
 * The normalised URL when a link may be passed to the system's browser, otherwise null. Only `https`, only known sites,
 * no credentials or ports: a `file:` URL starts programs, and log text may contain any URL.
 */
export function toAllowedLink(link: string): string | null {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null || url.protocol !== 'https:' || !allowedHosts.has(url.hostname)) return null;
  if (url.username !== '' || url.password !== '' || url.port !== '') return null;
  return url.href;
}
