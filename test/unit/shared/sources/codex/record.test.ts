import { describe, expect, it } from 'vitest';
import { parseCodexCounts, parseCounter, payloadOf } from '../../../../../shared/sources/codex/record.ts';

const total = {
  input_tokens: 10,
  cached_input_tokens: 4,
  output_tokens: 5,
  reasoning_output_tokens: 2,
  total_tokens: 16,
};
const counter = { input: 10, cached: 4, cacheWrite: 0, output: 5, reasoning: 2, total: 16 };

describe('the counters in a token_count', () => {
  it('are the thread’s and, if present, the last request’s', () => {
    expect(parseCodexCounts({ total_token_usage: total, last_token_usage: { input_tokens: 1 } })).toEqual({
      total: counter,
      last: { input: 1, cached: 0, cacheWrite: 0, output: 0, reasoning: 0, total: 1 },
    });
    for (const last of [undefined, null]) {
      expect(parseCodexCounts({ total_token_usage: total, last_token_usage: last })).toEqual({
        total: counter,
        last: null,
      });
    }
  });

  it('are unreadable if either is damaged or the thread’s is missing', () => {
    expect(parseCodexCounts({ last_token_usage: total })).toBeNull();
    expect(parseCodexCounts({ total_token_usage: { ...total, input_tokens: -1 } })).toBeNull();
    expect(parseCodexCounts({ total_token_usage: total, last_token_usage: 7 })).toBeNull();
  });

  it('use their stated total, or input plus output if it is zero', () => {
    expect(parseCounter(total)?.total).toBe(16);
    expect(parseCounter({ ...total, total_tokens: 0 })?.total).toBe(15);
  });
});

describe('a record', () => {
  it('has a payload only for its own type', () => {
    const record = { type: 'event_msg', payload: { a: 1 } };
    expect([payloadOf(record, 'event_msg'), payloadOf(record, 'session_meta')]).toEqual([{ a: 1 }, null]);
    expect(payloadOf({ type: 'event_msg', payload: 7 }, 'event_msg')).toBeNull();
  });
});
