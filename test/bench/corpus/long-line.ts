import { createFileMaker } from './file-writer.ts';
import type { LogsFigures } from './claude-logs.ts';
import { createProse } from './prose.ts';
import { createRandom } from './random.ts';

/** Writes a transcript with a single line of this many bytes: a response, as a search for usage would find it. */
export function writeLongLine(path: string, bytes: number): LogsFigures {
  const random = createRandom('long line');
  const maker = createFileMaker();
  const writer = maker.create(path);
  writer.text(
    '{"type":"assistant","uuid":"1","timestamp":"2026-08-30T10:00:00.000Z","sessionId":"long","message":{"id":"msg_long",',
  );
  writer.text(
    '"model":"claude-opus-4-8","role":"assistant","usage":{"input_tokens":1,"output_tokens":1},"content":[{"type":"text","text":"',
  );
  createProse(random).write(writer, bytes);
  writer.text('"}]},"requestId":"req_long"}');
  writer.endLine();
  writer.close();
  // No tool has to count it.
  return { ...maker.figures(), rows: 0, responses: 0, tokens: { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 } };
}
