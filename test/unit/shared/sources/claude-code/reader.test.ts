import { describe, expect, it } from 'vitest';
import { parseJsonRecord } from '../../../../../shared/lib/json-record.ts';
import { createClaudeCodeReader } from '../../../../../shared/sources/claude-code/reader.ts';
import type { LogLine } from '../../../../../shared/sources/streams.ts';

const row = (second: number, requestId: string | null = 'req_0123456789abcdef') =>
  JSON.stringify({
    ...{ type: 'assistant', timestamp: `2026-05-04T09:00:0${second}Z`, requestId },
    message: { id: 'msg_1', model: 'claude-opus-5', usage: { input_tokens: 1, output_tokens: 2 } },
  });
/** A line that repeats the previous one except for its time, as ingest marks it. */
const repeat = (second: number, requestId?: string | null): LogLine => {
  const text = row(second, requestId);
  return { text: () => text, record: () => parseJsonRecord(text), repeat: () => `2026-05-04T09:00:0${second}Z` };
};
const first = (requestId?: string | null): LogLine => ({ ...repeat(5, requestId), repeat: () => null });
const kinds = (...lines: readonly LogLine[]) => {
  const reader = createClaudeCodeReader('/p/s.jsonl', null);
  return lines.flatMap((line) => reader.read(line)).map(({ kind }) => kind);
};

describe('rows of a response that differ only in time', () => {
  it('are not read again if their time is the same or later', () => {
    expect(kinds(first(), repeat(5), repeat(6), repeat(6))).toEqual(['event', 'repeat', 'repeat', 'repeat']);
  });

  it('are read if their time is earlier, because the earliest one counts', () => {
    expect(kinds(first(), repeat(4), repeat(4))).toEqual(['event', 'event', 'repeat']);
  });

  it('are read if nothing was read before or only the time identifies the response', () => {
    expect(kinds(repeat(5))).toEqual(['event']);
    expect(kinds(first(null), repeat(6, null))).toEqual(['event', 'event']);
  });

  it('are read again after any other line', () => {
    const title: LogLine = {
      text: () => '',
      record: () => parseJsonRecord('{"type":"ai-title","aiTitle":"Weave"}'),
      repeat: () => null,
    };
    expect(kinds(first(), title, repeat(6))).toEqual(['event', 'unlogged', 'event']);
  });

  it('are read if they have no valid time', () => {
    expect(kinds(first(), { ...repeat(6), repeat: () => 'soon' })).toEqual(['event', 'event']);
  });
});

describe('the state of a reader', () => {
  it('is null if it is damaged', () => {
    expect([7, 'hash', null].map((state) => createClaudeCodeReader('/p/s.jsonl', state).state())).toEqual([
      null,
      'hash',
      null,
    ]);
  });
});
