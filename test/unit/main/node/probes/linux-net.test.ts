import { describe, expect, it } from 'vitest';
import { parseLinuxTcp, parsePssBytes, toSocketInode } from '../../../../../main/node/probes/linux-net.ts';

const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const line = (local: string, state: string, inode: string): string =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000  1000        0 ${inode} 1 0000 100 0 0 10 0`;

describe('parseLinuxTcp', () => {
  it('lists listening sockets by inode, with their addresses', () => {
    const text = [
      head,
      line('0100007F:0BB8', '0A', '41'),
      line('00000000:1F90', '0A', '42'),
      line('0100007F:1F91', '01', '43'),
      line('00000000000000000000000000000000:1F92', '0A', '44'),
      line('00000000000000000000000001000000:1F93', '0A', '45'),
      line('0000000000000000FFFF00000100007F:1F94', '0A', '46'),
      line('B80D01200000000000000000010000FE:1F95', '0A', '47'),
      '',
    ].join('\n');
    expect([...parseLinuxTcp(text)]).toEqual([
      ['41', { port: 3000, address: '127.0.0.1' }],
      ['42', { port: 8080, address: '*' }],
      ['44', { port: 8082, address: '*' }],
      ['45', { port: 8083, address: '::1' }],
      ['46', { port: 8084, address: '127.0.0.1' }],
      ['47', { port: 8085, address: '2001:db8::fe00:1' }],
    ]);
  });

  it.each([
    '',
    'x',
    head,
    line('zz:0BB8', '0A', '1'),
    line('0100007F:XX', '0A', '1'),
    line('0100007F:0BB8', '0A', 'x'),
  ])('skips what it cannot read: %s', (text) => expect([...parseLinuxTcp(text)]).toEqual([]));
});

describe('toSocketInode', () => {
  it('reads the inode of a socket only', () => {
    expect(toSocketInode('socket:[123]')).toBe('123');
    for (const other of ['pipe:[123]', '/tmp/socket:[123]', 'socket:[]', '']) expect(toSocketInode(other)).toBeNull();
  });
});

describe('parsePssBytes', () => {
  it('reads the line of the proportional size, not those beside it', () => {
    const text = 'Rss:                3508 kB\nPss:                 437 kB\nPss_Dirty:            96 kB\n';
    expect(parsePssBytes(text)).toBe(437 * 1_024);
    expect(parsePssBytes('Rss: 1 kB\n')).toBeNull();
  });
});
