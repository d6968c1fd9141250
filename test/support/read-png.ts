import { inflateSync } from 'node:zlib';

/** Red, green, blue and alpha, from 0 to 255. */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** A picture, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly Pixel[];
}

/** Decodes a PNG with 8 bits per channel, with or without alpha, not interlaced; throws for any other. */
export function readPng(bytes: Buffer): Picture {
  let width = 0;
  let height = 0;
  let channels = 0;
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 8, at + 8 + length);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = ({ 2: 3, 6: 4 } as Readonly<Record<number, number>>)[body[9] ?? -1] ?? 0;
      if (body[8] !== 8 || channels === 0 || body[12] !== 0) throw new Error('a PNG of a form that is not read here');
    }
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const rows = unfilter(inflateSync(Buffer.concat(data)), width * channels, channels);
  const pixels = Array.from({ length: width * height }, (_, index): Pixel => {
    const at = index * channels;
    return [rows[at] ?? 0, rows[at + 1] ?? 0, rows[at + 2] ?? 0, channels === 4 ? (rows[at + 3] ?? 0) : 255];
  });
  return { width, height, pixels };
}

/** Undoes the filter of each row: https://www.w3.org/TR/png-3/#9Filters */
function unfilter(data: Buffer, rowBytes: number, step: number): Buffer {
  const height = data.length / (rowBytes + 1);
  const rows = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x++) {
      const to = y * rowBytes + x;
      const left = x < step ? 0 : (rows[to - step] ?? 0);
      const up = y === 0 ? 0 : (rows[to - rowBytes] ?? 0);
      const corner = x < step || y === 0 ? 0 : (rows[to - rowBytes - step] ?? 0);
      const guesses = [0, left, up, (left + up) >> 1, toPaeth(left, up, corner)];
      rows[to] = ((data[y * (rowBytes + 1) + 1 + x] ?? 0) + (guesses[filter] ?? 0)) & 255;
    }
  }
  return rows;
}

function toPaeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [fromLeft, fromUp, fromCorner] = [left, up, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (fromLeft <= fromUp && fromLeft <= fromCorner) return left;
  return fromUp <= fromCorner ? up : corner;
}
