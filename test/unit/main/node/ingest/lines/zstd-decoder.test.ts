import { Readable } from 'node:stream';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  decodeInJavaScript,
  decodeNatively,
  decodeZstd,
  type ZstdDecoder,
} from '../../../../../../main/node/ingest/lines/zstd-decoder.ts';

const plain = Buffer.from(Array.from({ length: 20_000 }, (_, index) => `line ${index} größer\n`).join(''));
const compressed = zstdCompressSync(plain);

/** Decodes data that arrives in pieces of this many bytes. */
async function decode(decoder: ZstdDecoder, data: Buffer, pieceBytes: number): Promise<Buffer> {
  const openAt = (offset: number): Readable => {
    const rest = data.subarray(offset);
    return Readable.from(
      Array.from({ length: Math.ceil(rest.length / pieceBytes) }, (_, index) =>
        rest.subarray(index * pieceBytes, (index + 1) * pieceBytes),
      ),
    );
  };
  const parts: Buffer[] = [];
  for await (const part of decoder({ size: data.length, openAt })) parts.push(part);
  return Buffer.concat(parts);
}

describe.each([
  ['the runtime’s own', decodeNatively],
  ['fzstd', decodeInJavaScript],
  ['the one that fits', decodeZstd],
])('%s decoder', (_name, decoder) => {
  it.each([100, 65_536])('decodes data in pieces of %i bytes', async (pieceBytes) => {
    expect((await decode(decoder, compressed, pieceBytes)).equals(plain)).toBe(true);
  });

  it('decodes several frames', async () => {
    const twice = await decode(decoder, Buffer.concat([compressed, compressed]), 4096);
    expect(twice.equals(Buffer.concat([plain, plain]))).toBe(true);
  });

  it('rejects data after a frame that is not a frame', async () => {
    await expect(decode(decoder, Buffer.concat([compressed, Buffer.alloc(50, 7)]), 4096)).rejects.toThrow();
  });

  it('rejects data that is not Zstandard', async () => {
    await expect(decode(decoder, Buffer.from('not compressed at all, but long enough'), 10)).rejects.toThrow();
  });
});
