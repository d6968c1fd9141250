import { isIP } from 'node:net';

/** Whether an address is one that only this machine reaches. Names are judged as written, without a DNS query. */
export function isLoopback(host: string): boolean {
  const name = stripBrackets(host).toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  const ipv4 = name.startsWith('::ffff:') ? name.slice('::ffff:'.length) : name;
  return isIP(ipv4) === 4 && ipv4.startsWith('127.');
}

/** The host of a `Host` header without its port, in lower case; null when it is not one. */
export function parseHostHeader(header: string | undefined): string | null {
  if (header === undefined || !/^[\w.:[\]-]+$/.test(header)) return null;
  const url = `http://${header}`;
  if (!URL.canParse(url)) return null;
  const { hostname, pathname, username } = new URL(url);
  return pathname === '/' && username === '' ? stripBrackets(hostname) : null;
}

/** Whether a host is an IP address: unlike a name, no foreign DNS server can make it point here. */
export function isAddress(host: string): boolean {
  return isIP(host) !== 0;
}

function stripBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
