import { Transform, type Readable, type TransformCallback } from 'node:stream';
// A namespace import: a named import of something that an older runtime lacks would fail before its presence could be
// checked.
import * as zlib from 'node:zlib';

/** Compressed data of a known length, readable from any offset. */
export interface CompressedData {
  readonly size: number;
  openAt(offset: number): Readable;
}

/**
 * Decompresses Zstandard data of one or several frames. The iteration rejects when the data is damaged; data that is
 * cut short may also just end early.
 */
export type ZstdDecoder = (data: CompressedData) => AsyncGenerator<Buffer>;

/** Uses the runtime's own decoder where there is one (Node 22.15 and later), otherwise one in JavaScript. */
export const decodeZstd: ZstdDecoder = (data) =>
  'createZstdDecompress' in zlib ? decodeNatively(data) : decodeInJavaScript(data);

/** Decodes with `node:zlib`, which ends silently after a frame: check how far it got, and restart it there. */
export const decodeNatively: ZstdDecoder = async function* (data) {
  for (let offset = 0; offset < data.size;) {
    const decoder = zlib.createZstdDecompress();
    yield* connect(data.openAt(offset), decoder);
    if (decoder.bytesWritten === 0) throw new Error('the decoder stands still');
    offset += decoder.bytesWritten;
  }
};

/** Decodes with `fzstd`, which is loaded only here. */
export const decodeInJavaScript: ZstdDecoder = async function* (data) {
  const { Decompress } = await import('fzstd');
  const transform: Transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      attempt(() => void decompress.push(chunk), done);
    },
    flush(done) {
      attempt(() => void decompress.push(new Uint8Array(0), true), done);
    },
  });
  const decompress = new Decompress((chunk) => {
    if (chunk.length > 0) transform.push(Buffer.from(chunk));
  });
  yield* connect(data.openAt(0), transform);
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
