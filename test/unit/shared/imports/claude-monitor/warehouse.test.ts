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

describe('claudeMonitorImporter', () => {
  it('gives a request the same id as its log does, with tokens by class', () => {
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
    ['no message id', { message_id: null }, 'claude-code'],
    ['no request id', { request_id: null }, 'claude-code'],
    ['ids from a gateway', { request_id: 'abc' }, 'claude-code'],
    ['a session id instead of a request id', { request_id: 'ses_1' }, 'opencode'],
  ])('sums records with %s by day', (_what, change, agent) => {
    const sums = parse({ ...record, ...change }, { ...record, ...change, timestamp: '2026-04-01T23:00:00Z' })!.uses;
    expect(sums).toMatchObject([{ id: `2026-04-01:${agent}:claude-opus-4-8`, key: null, usage: { inputTokens: 2 } }]);
  });

  it.each([
    ['no-timestamp', { timestamp: 'soon' }],
    ['no-model', { model: 'unknown' }],
    ['no-model', { model: null }],
    ['bad-usage', { input_tokens: -1 }],
    ['empty-usage', { input_tokens: 0, output_tokens: 0, cache_creation_tokens: 0, cache_read_tokens: 0 }],
  ])('counts what it skips: %s', (reason, change) => {
    expect(parse({ ...record, ...change })).toEqual({ uses: [], skips: { [reason]: 1 } });
  });

  it('rejects a file without a version or records', () => {
    expect(claudeMonitorImporter.parse(JSON.stringify({ records: [record] }), calendar)).toBeNull();
    expect(claudeMonitorImporter.parse(JSON.stringify({ schema_version: '1', records: {} }), calendar)).toBeNull();
    expect(parse()).toEqual({ uses: [], skips: {} });
  });
});
