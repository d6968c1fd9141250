/** A square PNG image: the length of its edge in pixels, and its bytes. */
export interface SquarePng {
  readonly edge: number;
  readonly bytes: Uint8Array;
}

/**
 * Packs PNG images into a Windows `.ico`, which Windows supports since Vista. Edges go up to 256 pixels.
 * https://learn.microsoft.com/windows/win32/uxguide/vis-icons
 */
export function toIco(images: readonly SquarePng[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ edge, bytes }, index) => {
    const entry = 6 + 16 * index;
    // One byte each: 0 means 256.
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

/** Types of PNG entries in an `.icns`, by edge in pixels. Retina entries have the same sizes under other names. */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** Packs PNG images into a macOS `.icns`. Sizes for which the format has no PNG entry are skipped. */
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
