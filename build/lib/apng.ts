import { crc32, deflateSync } from 'node:zlib';

/** A picture: opaque colors, three bytes a pixel, row by row. */
export interface Still {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

/** A moment of a recording. All frames have the same size. */
export interface Frame extends Still {
  /** How long it is shown, in milliseconds; at most 65,535. */
  readonly delayMs: number;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * An animated PNG that loops forever: https://www.w3.org/TR/png-3/#apng-frame-based-animation. Every frame after the first
 * holds only the rectangle in which it differs from the one before. Programs without animation support show the first.
 */
export function toApng(frames: readonly Frame[]): Buffer {
  const [first] = frames;
  if (first === undefined) throw new Error('a recording needs a frame');
  const count = Buffer.alloc(8);
  count.writeUInt32BE(frames.length, 0);
  const chunks = [toHeader(first), toChunk('acTL', count)];
  let sequence = 0;
  frames.forEach((frame, index) => {
    const before = frames[index - 1];
    const area = before === undefined ? { x: 0, y: 0, ...toSize(frame) } : findChange(before, frame);
    chunks.push(toChunk('fcTL', toControl((sequence += 1) - 1, area, frame.delayMs)));
    const data = deflateSync(filterRows(frame, area), { level: 9 });
    if (index === 0) return void chunks.push(toChunk('IDAT', data));
    const number = Buffer.alloc(4);
    number.writeUInt32BE((sequence += 1) - 1);
    chunks.push(toChunk('fdAT', Buffer.concat([number, data])));
  });
  return toFile(chunks);
}

/** A PNG, as small as lossless gets for flat pictures such as screenshots: no filters, zlib's highest level. */
export function toPng(still: Still): Buffer {
  const rowBytes = still.width * 3;
  const rows = Buffer.alloc((rowBytes + 1) * still.height);
  for (let y = 0; y < still.height; y += 1) {
    still.rgb.copy(rows, y * (rowBytes + 1) + 1, y * rowBytes, (y + 1) * rowBytes);
  }
  return toFile([toHeader(still), toChunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 }))]);
}

function toFile(chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks, toChunk('IEND', Buffer.alloc(0))]);
}

function toHeader({ width, height }: Still): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return toChunk('IHDR', header);
}

function toSize({ width, height }: Frame): { readonly width: number; readonly height: number } {
  return { width, height };
}

function toChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** What is shown stays until the next frame is drawn over it. */
function toControl(sequence: number, { x, y, width, height }: Area, delayMs: number): Buffer {
  const body = Buffer.alloc(26);
  [sequence, width, height, x, y].forEach((value, index) => body.writeUInt32BE(value, index * 4));
  body.writeUInt16BE(delayMs, 20);
  body.writeUInt16BE(1000, 22);
  return body;
}

/** The smallest rectangle outside which two frames are alike; one pixel where nothing differs. */
function findChange(before: Frame, frame: Frame): Area {
  if (before.width !== frame.width || before.height !== frame.height) throw new Error('all frames have one size');
  const [rowBytes, { height }] = [frame.width * 3, frame];
  const isSame = (y: number): boolean =>
    before.rgb.compare(frame.rgb, y * rowBytes, (y + 1) * rowBytes, y * rowBytes, (y + 1) * rowBytes) === 0;
  let [top, bottom] = [0, height - 1];
  while (top < bottom && isSame(top)) top += 1;
  while (bottom > top && isSame(bottom)) bottom -= 1;
  let [left, right] = [rowBytes, -1];
  for (let y = top; y <= bottom; y += 1) {
    for (let x = 0; x < rowBytes; x += 1) {
      if (before.rgb[y * rowBytes + x] === frame.rgb[y * rowBytes + x]) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 };
  const x = Math.floor(left / 3);
  return { x, y: top, width: Math.floor(right / 3) - x + 1, height: bottom - top + 1 };
}

/** The rows of an area, each with the filter that leaves the smallest numbers: https://www.w3.org/TR/png-3/#12Filter-selection */
function filterRows({ width, rgb }: Frame, area: Area): Buffer {
  const rowBytes = area.width * 3;
  const rows = Array.from({ length: area.height }, (_, index) => {
    const from = ((area.y + index) * width + area.x) * 3;
    return rgb.subarray(from, from + rowBytes);
  });
  const none = Buffer.alloc(rowBytes);
  return Buffer.concat(rows.flatMap((row, index) => toSmallest(row, rows[index - 1] ?? none)));
}

function toSmallest(row: Buffer, above: Buffer): readonly Buffer[] {
  const guesses: readonly ((x: number) => number)[] = [() => 0, (x) => row[x - 3] ?? 0, (x) => above[x] ?? 0];
  const tried = guesses.map((guess, filter) => {
    const data = Buffer.alloc(row.length);
    let weight = 0;
    for (let x = 0; x < row.length; x += 1) {
      const value = ((row[x] ?? 0) - guess(x)) & 255;
      data[x] = value;
      weight += value < 128 ? value : 256 - value;
    }
    return { filter, data, weight };
  });
  const best = tried.reduce((least, each) => (each.weight < least.weight ? each : least));
  return [Buffer.from([best.filter]), best.data];
}
