import { describe, expect, it } from 'vitest';
import { parseLinuxTty, parsePsTty } from '../../../../../main/node/terminals/terminal-tools.ts';

describe('parseLinuxTty', () => {
  const read = (device: number) => parseLinuxTty(`812 (a (b) c) S 1 812 812 ${device} 812 4194304 1`);

  it('reads the device of a pseudo-terminal and of a console', () => {
    expect(read(34_816)).toBe('/dev/pts/0');
    expect(read(34_819)).toBe('/dev/pts/3');
    expect(read(137 * 256 + 4)).toBe('/dev/pts/260');
    expect(read(4 * 256 + 1)).toBe('/dev/tty1');
  });

  it('finds none where there is none', () => {
    expect(read(0)).toBeNull();
    expect(read(5 * 256)).toBeNull();
    expect(parseLinuxTty('')).toBeNull();
    expect(parseLinuxTty('812 (claude')).toBeNull();
  });
});

describe('parsePsTty', () => {
  it('reads a name, and nothing else', () => {
    expect(parsePsTty('ttys003 \n')).toBe('/dev/ttys003');
    for (const output of ['??\n', '?', '', '-', '../etc/passwd']) expect(parsePsTty(output)).toBeNull();
  });
});
