import { networkInterfaces } from 'node:os';
import { isWildcardAddress } from '../../../../shared/lib/wildcard-address.ts';
import type { ServerSettings } from '../../../../shared/settings/server-settings.ts';

const thisMachine = ['127.0.0.1', '::1', 'localhost'];

/**
 * Where a phone finds the server of these settings: by its configured name, or else by this machine's address in its
 * network. Null where only this machine reaches it. Beyond loopback the server speaks TLS.
 */
export function toPairingAddress(
  { host, port, allowedHosts }: Pick<ServerSettings, 'host' | 'port' | 'allowedHosts'>,
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): string | null {
  if (thisMachine.includes(host)) return null;
  const own = Object.values(interfaces).flatMap((each) => each ?? []);
  const found = own.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? null;
  const name = allowedHosts[0] ?? (isWildcardAddress(host) ? found : host);
  return name === null ? null : `https://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
