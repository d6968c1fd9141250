import { BlockList, isIP } from 'node:net';

/** Addresses that only this machine or its networks reach, or that must never be contacted (RFC 6890, RFC 4291). */
const ranges: readonly (readonly [address: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // Unspecified, loopback, and IPv4 addresses in the old form of IPv6.
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const privateRanges = new BlockList();
for (const [address, prefix, family] of ranges) privateRanges.addSubnet(address, prefix, family);

const loopbackRanges = new BlockList();
loopbackRanges.addSubnet('127.0.0.0', 8, 'ipv4');
loopbackRanges.addAddress('::1', 'ipv6');

/** Whether an IP address is this machine's own. IPv4 addresses in the form of IPv6 count as what they are. */
export function isLoopbackAddress(address: string): boolean {
  return isIn(loopbackRanges, address);
}

/** Whether an IP address is not one of the public internet. Anything that is not an address counts as private. */
export function isPrivateAddress(address: string): boolean {
  return isIP(address) === 0 || isIn(privateRanges, address);
}

/** Whether a host's name says that it is this machine: `localhost`, or a loopback address. */
export function isLoopbackHost(host: string): boolean {
  return host.toLowerCase() === 'localhost' || (isIP(host) !== 0 && isLoopbackAddress(host));
}

function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address);
  // Node compares IPv4-mapped IPv6 addresses with the rules for IPv4, too.
  return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
