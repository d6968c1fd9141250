import { expect, it } from 'vitest';
import { createEventParser } from '../../../../renderer/bridge/event-stream.ts';

it('finds the events of a stream however it is cut, and hears no heartbeats', () => {
  const text =
    ':\n\nevent: snapshot\nid: run-1\ndata: {"a":"b: c"}\n\n:\n\nevent: change\nid: run-2\ndata: {}\n\nevent: x';
  for (const size of [1, 3, 7, text.length]) {
    const parse = createEventParser();
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, n) =>
      text.slice(n * size, (n + 1) * size),
    );
    expect(pieces.flatMap((piece) => parse(piece))).toEqual([
      { event: 'snapshot', id: 'run-1', data: '{"a":"b: c"}' },
      { event: 'change', id: 'run-2', data: '{}' },
    ]);
  }
});
