/**
 * The push services of browsers: Chrome and those built on it, Firefox, Safari, Edge on Windows. A browser names its own
 * when it subscribes, and whoever has a token that reads can name any; the server sends to these only, not to whatever
 * host somebody wants it to call.
 */
const services: readonly string[] = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'push.apple.com',
  'notify.windows.com',
];

/** Whether an address is one of a push service: HTTPS on its usual port, no user in it. */
export function isPushService(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
  return isPlain && services.some((service) => hostname === service || hostname.endsWith(`.${service}`));
}
