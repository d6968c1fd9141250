import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';

/** A value that becomes longer is not read: no agent writes one, and a small file may claim to be huge. */
const maxBytes = 64 * 1024 * 1024;

/** Decompresses Zstandard data; throws when it is damaged or longer than 64 MB. Truncated data may yield only its beginning. */
export type Decompressor = (data: Uint8Array) => Uint8Array;

/** Uses the runtime's own decoder where there is one (Node 22.15 and later), otherwise one in JavaScript. */
export const decompress: Decompressor = (data) =>
  'zstdDecompressSync' in zlib ? decompressNatively(data) : decompressInJavaScript(data);

/** Decompresses with `node:zlib`. */
export const decompressNatively: Decompressor = (data) => zlib.zstdDecompressSync(data, { maxOutputLength: maxBytes });

/** Decompresses with `fzstd`. */
export const decompressInJavaScript: Decompressor = (data) => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let isComplete = false;
  const stream = new Decompress((chunk, isLast) => {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Error('too long');
    chunks.push(chunk);
    isComplete ||= isLast === true;
  });
  stream.push(data, true);
  if (!isComplete) throw new Error('cut short');
  return Buffer.concat(chunks);
};

/** The text in a compressed value, given as hexadecimal digits; null when it is damaged, not UTF-8 or too long. */
export function decompressText(hex: unknown): string | null {
  if (typeof hex !== 'string') return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(decompress(Buffer.from(hex, 'hex')));
    return text === '' ? null : text;
  } catch {
    return null;
  }
}
