import { crc32, deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { toApng, toPng, type Frame } from '../../../../build/lib/apng.ts';
import { readPng } from '../../../support/read-png.ts';

const [width, height] = [5, 4];

/** A picture of one gray, with some pixels of another. */
function makeFrame(gray: number, pixels: readonly (readonly [x: number, y: number])[] = []): Frame {
  const rgb = Buffer.alloc(width * height * 3, gray);
  for (const [x, y] of pixels) rgb.set([250, 1, 99], (y * width + x) * 3);
  return { width, height, rgb, delayMs: 700 };
}

function readChunks(bytes: Buffer) {
  const chunks: { readonly type: string; readonly body: Buffer }[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.push({ type: named.toString('latin1', 0, 4), body: named.subarray(4) });
    at += length + 12;
  }
  return chunks;
}

it('is a PNG of its first frame', () => {
  const { pixels } = readPng(toApng([makeFrame(10, [[1, 2]]), makeFrame(20)]));
  expect(pixels[2 * width + 1]).toEqual([250, 1, 99, 255]);
  expect(pixels[0]).toEqual([10, 10, 10, 255]);
});

it('has only what differs of every later frame, in order, with how long it is shown', () => {
  const chunks = readChunks(toApng([makeFrame(10), makeFrame(10, [[1, 2], [3, 3]]), makeFrame(10, [[1, 2], [3, 3]])])); // prettier-ignore
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'fcTL', 'fdAT', 'IEND']); // prettier-ignore
  expect(chunks[1]?.body.readUInt32BE(0)).toBe(3);
  const controls = chunks.filter(({ type }) => type === 'fcTL').map(({ body }) => [0, 4, 8, 12, 16].map((at) => body.readUInt32BE(at))); // prettier-ignore
  // Number, width, height, left, top; the numbers count the data as well.
  expect(controls).toEqual([
    [0, 5, 4, 0, 0],
    [1, 3, 2, 1, 2],
    [3, 1, 1, 0, 0],
  ]);
  expect(chunks[4]?.body.readUInt16BE(20)).toBe(700);
  expect(chunks[5]?.body.readUInt32BE(0)).toBe(2);
});

it('holds the pixels of the part that differs', () => {
  const chunks = readChunks(toApng([makeFrame(10), makeFrame(10, [[1, 2], [3, 3]])])); // prettier-ignore
  const header = Buffer.from(chunks[0]!.body);
  header.writeUInt32BE(3, 0);
  header.writeUInt32BE(2, 4);
  const part = [
    { type: 'IHDR', body: header },
    { type: 'IDAT', body: chunks[5]!.body.subarray(4) },
  ];
  const bytes = part.map(({ type, body }) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)]);
  });
  const { pixels } = readPng(Buffer.concat([Buffer.alloc(8), ...bytes]));
  expect(pixels.map(([red]) => red)).toEqual([250, 10, 10, 10, 10, 250]);
});

it('is small where little changes', () => {
  const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * at * 31) % 251));
  const frame = { width: 300, height: 300, rgb: noise, delayMs: 100 };
  const changed = Buffer.from(noise);
  changed[3_000] = 255 - changed[3_000]!;
  const one = toApng([frame]).length;
  expect(one).toBeGreaterThan(deflateSync(noise).length / 4);
  expect(toApng([frame, { ...frame, rgb: changed }]).length - one).toBeLessThan(200);
});

it('refuses frames of different sizes, and none', () => {
  expect(() => toApng([makeFrame(1), { ...makeFrame(1), width: 4 }])).toThrow('one size');
  expect(() => toApng([])).toThrow('needs a frame');
});

it('keeps every pixel of a still picture', () => {
  const { pixels, ...size } = readPng(toPng(makeFrame(10, [[1, 2], [4, 3]]))); // prettier-ignore
  expect(size).toEqual({ width, height });
  const others = pixels.filter(([red]) => red !== 10);
  expect([pixels[2 * width + 1], pixels[3 * width + 4]]).toEqual(others);
  expect(others).toEqual([[250, 1, 99, 255], [250, 1, 99, 255]]); // prettier-ignore
});
