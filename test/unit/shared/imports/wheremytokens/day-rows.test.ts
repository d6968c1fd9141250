import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { toRowLines } from '../../../../../shared/imports/history-import.ts';
import { whereMyTokensImporter } from '../../../../../shared/imports/wheremytokens/day-rows.ts';

const startMs = Date.parse('2026-04-01T00:00:00Z');
const row = {
  ...{ day_starts_ms: startMs, provider: 'codex', model: 'GPT-5-Codex' },
  ...{ input_tokens: 1, output_tokens: 2, cache_creation_tokens: 3, cache_read_tokens: 4 },
};
const parse = (change: object, zone = 'UTC') => {
  const text = [...toRowLines('wheremytokens', [{ ...row, ...change }])].join('');
  return whereMyTokensImporter.parse(text, createCalendar(zone))!;
};

describe('whereMyTokensImporter', () => {
  it('reads days by token class, with model names as the agent writes them', () => {
    expect(parse({}).uses).toMatchObject([
      {
        ...{ id: '2026-04-01:codex:gpt-5-codex', agent: 'codex', costUsd: null },
        usage: { inputTokens: 1, outputTokens: 2, cacheCreation5mTokens: 3, cacheReadTokens: 4 },
      },
    ]);
    expect(parse({ provider: 'claude', model: 'My GPT-5' }).uses).toMatchObject([
      { agent: 'claude-code', model: 'My GPT-5' },
    ]);
  });

  it('keeps the day in time zones that are some hours away', () => {
    for (const zone of ['America/New_York', 'Asia/Tokyo']) expect(parse({}, zone).uses[0]?.id).toMatch(/^2026-04-01/);
  });

  it.each([
    ['no-timestamp', { day_starts_ms: Date.UTC(2020) - 1 }],
    ['no-timestamp', { day_starts_ms: Date.UTC(2100) }],
    ['no-timestamp', { day_starts_ms: '1' }],
    ['no-model', { model: '' }],
    ['no-model', { provider: null }],
    ['bad-usage', { input_tokens: -1 }],
    ['empty-usage', { input_tokens: 0, output_tokens: 0, cache_creation_tokens: 0, cache_read_tokens: 0 }],
  ])('counts what it skips: %s', (reason, change) => {
    expect(parse(change)).toEqual({ uses: [], skips: { [reason]: 1 } });
  });

  it('accepts days from 2020 on', () => {
    expect(parse({ day_starts_ms: Date.UTC(2020) }).uses[0]?.id).toMatch(/^2020-01-01/);
  });
});
