import type { CliStream } from '../cli-host.ts';

/** Characters per write: enough to be efficient, few enough to stream. */
const pieceLength = 16_384;

/**
 * Writes lines, each ended by a line feed. Takes the next lines only when the stream has room for them. Rejects with an
 * `OutputError`.
 */
export async function writeLines(stream: Pick<CliStream, 'write'>, lines: Iterable<string>): Promise<void> {
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < pieceLength) continue;
    await stream.write(piece);
    piece = '';
  }
  if (piece !== '') await stream.write(piece);
}
