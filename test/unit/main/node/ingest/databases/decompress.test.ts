import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  decompress,
  decompressInJavaScript,
  decompressNatively,
  decompressText,
} from '../../../../../../main/node/ingest/databases/decompress.ts';

const text = `{"thread":"${'Webstuhl ä😀 '.repeat(20_000)}"}`;
const data = zstdCompressSync(text);

describe.each([
  ['node:zlib', decompressNatively],
  ['fzstd', decompressInJavaScript],
  ['the one that fits', decompress],
])('decompressing with %s', (_name, decompressor) => {
  it('gives the data back', () => {
    expect(Buffer.from(decompressor(data)).toString()).toBe(text);
    expect(decompressor(zstdCompressSync('')).length).toBe(0);
  });

  it('fails when data is damaged or too long', () => {
    expect(() => decompressor(Buffer.from('no frame at all'))).toThrow();
    // 3 KB that claim to be 65 MB.
    expect(() => decompressor(zstdCompressSync(Buffer.alloc(65 * 1024 * 1024)))).toThrow();
  });
});

describe('the text in a compressed value', () => {
  it('is read from hexadecimal digits', () => {
    expect(decompressText(data.toString('hex').toUpperCase())).toBe(text);
  });

  it.each([[null], [12], ['zz'], [''], ['28b52ffd'], [zstdCompressSync(Buffer.from([0xff, 0xfe])).toString('hex')]])(
    'is none in %j',
    (value) => {
      expect(decompressText(value)).toBeNull();
    },
  );
});
