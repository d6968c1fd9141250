/**
 * The push services of browsers: Chrome and those built on it, Firefox, Safari, Edge on Windows. A browser names its
 * own when it subscribes, and the holder of a read token can name any; the server only sends to these, so that it
 * cannot be made to call other hosts.
 */
const services: readonly string[] = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'push.apple.com',
  'notify.windows.com',
];

/** HTTPS on its usual port, and no user before the host. */
const plainAddress = /^https:\/\/([a-z\d.-]+)\/\S*$/;

/** Whether an address is one of a push service. */
export function isPushService(address: string): boolean {
  const hostname = plainAddress.exec(address)?.[1];
  return hostname !== undefined && services.some((each) => hostname === each || hostname.endsWith(`.${each}`));
}
