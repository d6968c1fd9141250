/** A square PNG image: its edge in pixels and its bytes. */
export interface SquarePng {
  readonly edge: number;
  readonly bytes: Uint8Array;
}

/**
 * A Windows `.ico` that holds PNG images, which Windows reads since Vista. Edges go up to 256.
 * https://learn.microsoft.com/windows/win32/uxguide/vis-icons
 */
export function toIco(images: readonly SquarePng[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ edge, bytes }, index) => {
    const entry = 6 + 16 * index;
    // One byte each: 0 stands for 256.
    header.writeUInt8(edge % 256, entry);
    header.writeUInt8(edge % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(bytes.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += bytes.length;
  });
  return Buffer.concat([header, ...images.map(({ bytes }) => bytes)]);
}

/** Types of PNG entries in an `.icns`, by edge in pixels; the Retina ones are the same sizes under other names. */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** A macOS `.icns` that holds PNG images. Edges that the format has no PNG entry for are left out. */
export function toIcns(images: readonly SquarePng[]): Buffer {
  const entries = images.flatMap(({ edge, bytes }) =>
    (icnsTypes[edge] ?? []).map((type) => Buffer.concat([toChunkHeader(type, bytes.length), bytes])),
  );
  const length = entries.reduce((sum, entry) => sum + entry.length, 0);
  return Buffer.concat([toChunkHeader('icns', length), ...entries]);
}

function toChunkHeader(type: string, length: number): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(length + 8, 4);
  return header;
}
