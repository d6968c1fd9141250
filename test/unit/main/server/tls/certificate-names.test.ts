import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { listAltNames } from '../../../../../main/server/tls/certificate-names.ts';

const toInterface = (address: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address, internal, netmask: '', mac: '', cidr: null },
  ...(address.includes(':') ? { family: 'IPv6', scopeid: 2 } : { family: 'IPv4' }),
});
const interfaces = {
  lo: [toInterface('127.0.0.1', true)],
  eth0: [toInterface('192.0.2.7'), toInterface('fe80::1')],
};
const list = (host: string): string[] =>
  listAltNames({ host, allowedHosts: [] }, interfaces).map((each) => ('ip' in each ? each.ip : each.value));

describe('the names of a certificate', () => {
  it('has this machine’s addresses where the server listens at all of them', () => {
    expect(list('0.0.0.0')).toEqual(['localhost', '127.0.0.1', '::1', '192.0.2.7']);
    expect(list('::')).toEqual(list('0.0.0.0'));
    expect(list('198.51.100.4')).toEqual(['localhost', '127.0.0.1', '::1', '198.51.100.4']);
  });
});
