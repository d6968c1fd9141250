import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { claudeMonitorImporter } from '../../../../../shared/imports/claude-monitor/warehouse.ts';

const calendar = createCalendar('UTC');
const record = {
  ...{ timestamp: '2026-04-01T10:00:00Z', model: 'claude-opus-4-8', message_id: 'msg_1', request_id: 'req_1' },
  ...{ input_tokens: 1, output_tokens: 2, cache_creation_tokens: 3, cache_read_tokens: 4 },
};
const parse = (...records: readonly unknown[]) =>
  claudeMonitorImporter.parse(JSON.stringify({ schema_version: '1', records }), calendar);

describe("claude-monitor's warehouse", () => {
  it('holds a request under the name that its log has, in its classes', () => {
    expect(parse(record)?.uses).toEqual([
      {
        ...{ id: 'claude-code:msg_1:req_1', key: 'claude-code:msg_1:req_1', agent: 'claude-code', costUsd: null },
        ...{ atMs: Date.parse('2026-04-01T10:00:00Z'), model: 'claude-opus-4-8' },
        usage: {
          ...{ inputTokens: 1, outputTokens: 2, cacheCreation5mTokens: 3, cacheCreation1hTokens: 0 },
          ...{ cacheReadTokens: 4, reasoningTokens: 0 },
        },
      },
    ]);
  });

  it.each([
    ['no message', { message_id: null }, 'claude-code'],
    ['no request', { request_id: null }, 'claude-code'],
    ['ids of a gateway', { request_id: 'abc' }, 'claude-code'],
    ['a session in place of a request', { request_id: 'ses_1' }, 'opencode'],
  ])('sums by day what has %s', (_what, change, agent) => {
    const sums = parse({ ...record, ...change }, { ...record, ...change, timestamp: '2026-04-01T23:00:00Z' })!.uses;
    expect(sums).toMatchObject([{ id: `2026-04-01:${agent}:claude-opus-4-8`, key: null, usage: { inputTokens: 2 } }]);
  });

  it.each([
    ['no-timestamp', { timestamp: 'soon' }],
    ['no-model', { model: 'unknown' }],
    ['no-model', { model: null }],
    ['bad-usage', { input_tokens: -1 }],
    ['empty-usage', { input_tokens: 0, output_tokens: 0, cache_creation_tokens: 0, cache_read_tokens: 0 }],
  ])('counts what it leaves out: %s', (reason, change) => {
    expect(parse({ ...record, ...change })).toEqual({ uses: [], skips: { [reason]: 1 } });
  });

  it('is none without its version or its records', () => {
    expect(claudeMonitorImporter.parse(JSON.stringify({ records: [record] }), calendar)).toBeNull();
    expect(claudeMonitorImporter.parse(JSON.stringify({ schema_version: '1', records: {} }), calendar)).toBeNull();
    expect(parse()).toEqual({ uses: [], skips: {} });
  });
});
