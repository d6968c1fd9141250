import { Transform, type Readable, type TransformCallback } from 'node:stream';
// A namespace: a named import of what an older runtime lacks would fail before anyone could ask for it.
import * as zlib from 'node:zlib';

/** Decompresses a Zstandard stream; the iteration rejects when the data is damaged or cut short. */
export type ZstdDecoder = (compressed: Readable) => AsyncIterable<Buffer> | Promise<AsyncIterable<Buffer>>;

/** Takes the runtime's own decoder where there is one (Node 22.15 and later), else one in JavaScript. */
export const decodeZstd: ZstdDecoder = (compressed) =>
  'createZstdDecompress' in zlib ? decodeNatively(compressed) : decodeInJavaScript(compressed);

/** Decodes with `node:zlib`. */
export const decodeNatively: ZstdDecoder = (compressed) => connect(compressed, zlib.createZstdDecompress());

/** Decodes with `fzstd`, which is loaded only here. */
export const decodeInJavaScript: ZstdDecoder = async (compressed) => {
  const { Decompress } = await import('fzstd');
  const transform: Transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      attempt(() => void decompress.push(chunk), done);
    },
    flush(done) {
      attempt(() => void decompress.push(new Uint8Array(0), true), done);
    },
  });
  const decompress = new Decompress((data) => {
    if (data.length > 0) transform.push(Buffer.from(data));
  });
  return connect(compressed, transform);
};

function attempt(step: () => void, done: TransformCallback): void {
  try {
    step();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  done();
}

function connect(compressed: Readable, decoder: Transform | zlib.ZstdDecompress): AsyncIterable<Buffer> {
  compressed.on('error', (error) => decoder.destroy(error));
  decoder.on('close', () => compressed.destroy());
  return compressed.pipe(decoder);
}
