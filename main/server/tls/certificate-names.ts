import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { isWildcardAddress } from '../../../shared/lib/wildcard-address.ts';
import type { ServerSettings } from '../../../shared/settings/server-settings.ts';

type Names = Pick<ServerSettings, 'host' | 'allowedHosts'>;

/** A DNS name that needs no escaping. */
const plainName = /^\w(?:[\w.-]*\w)?$/;

/**
 * The subject alternative names of a certificate that is made for these settings, so that a client that trusts it need
 * not skip the check of the name. A server that listens everywhere gets the addresses that this machine has now.
 */
export function listAltNames(
  settings: Names,
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): ({ type: 2; value: string } | { type: 7; ip: string })[] {
  const own = Object.values(interfaces).flatMap((each) => each ?? []);
  const reached = own.filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address }) => address);
  const names = ['localhost', '127.0.0.1', '::1', ...listNames(settings)];
  if (isWildcardAddress(settings.host)) names.push(...reached);
  return [...new Set(names)].map((name) => (isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name }));
}

/**
 * Whether a certificate is valid under every name that the settings give. A machine's addresses change on their own,
 * which is no reason to replace a certificate that clients already trust.
 */
export function coversNames(certificate: string, settings: Names): boolean {
  const parsed = new X509Certificate(certificate);
  return listNames(settings).every((name) =>
    isIP(name) === 0 ? parsed.checkHost(name) !== undefined : parsed.checkIP(name) !== undefined,
  );
}

function listNames({ host, allowedHosts }: Names): string[] {
  const given = [host, ...allowedHosts].map((name) => name.toLowerCase());
  return given.filter((name) => !isWildcardAddress(name) && (isIP(name) !== 0 || plainName.test(name)));
}
