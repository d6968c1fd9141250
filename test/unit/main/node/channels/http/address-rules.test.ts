import { describe, expect, it } from 'vitest';
import { isLoopbackHost, isPrivateAddress } from '../../../../../../main/node/channels/http/address-rules.ts';

describe('isPrivateAddress', () => {
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.255.255', '192.168.1.1'],
    ...['198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1'],
    ...[
      '::7f00:1',
      '::ffff:10.0.0.1',
      '::ffff:127.0.0.1',
      '::ffff:169.254.169.254',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      'no address',
    ],
  ])('is true for %s', (address) => expect(isPrivateAddress(address)).toBe(true));

  it.each(['1.1.1.1', '8.8.8.8', '100.63.255.255', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'is false for %s',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );
});

describe('isLoopbackHost', () => {
  it('knows this machine by its names, and no other that resolves to it', () => {
    expect(['localhost', 'LOCALHOST', '127.0.0.1', '127.9.9.9', '::1'].map(isLoopbackHost)).not.toContain(false);
    expect(['localhost.example', '10.0.0.1', 'example.com', '0.0.0.0'].map(isLoopbackHost)).not.toContain(true);
  });
});
