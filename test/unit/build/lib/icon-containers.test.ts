import { describe, expect, it } from 'vitest';
import { toIcns, toIco } from '../../../../build/lib/icon-containers.ts';

const image = (edge: number) => ({ edge, bytes: new TextEncoder().encode(`png of ${edge}`) });

describe('toIco', () => {
  it('records the position and size of each image', () => {
    const ico = toIco([image(16), image(256)]);
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2]);
    const read = (entry: number): [number, string] => {
      const at = 6 + 16 * entry;
      const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
      return [ico.readUInt8(at), ico.toString('utf8', offset, offset + length)];
    };
    expect([read(0), read(1)]).toEqual([
      [16, 'png of 16'],
      [0, 'png of 256'],
    ]);
  });
});

describe('toIcns', () => {
  it('contains each image under every type of its size, and no other image', () => {
    const icns = toIcns([image(16), image(128), image(512)]);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const chunks: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      chunks.push(icns.toString('latin1', at, at + 4) + icns.toString('utf8', at + 8, at + icns.readUInt32BE(at + 4)));
    }
    expect(chunks).toEqual(['ic07png of 128', 'ic09png of 512', 'ic14png of 512']);
  });
});
