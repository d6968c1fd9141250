import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { tokenTrackerImporter } from '../../../../../shared/imports/tokentracker/queue.ts';

const calendar = createCalendar('UTC');
const row = {
  ...{ hour_start: '2026-04-01T10:00:00Z', source: 'codex', model: 'gpt-5', total_tokens: 110 },
  ...{ input_tokens: 100, cached_input_tokens: 60, output_tokens: 10, reasoning_output_tokens: 30 },
};
const parse = (...rows: readonly unknown[]) =>
  tokenTrackerImporter.parse(rows.map((each) => `${JSON.stringify(each)}\n`).join(''), calendar);
const usageOf = (change: object) => {
  const parsed = parse({ ...row, ...change })!;
  return parsed.uses[0]?.usage ?? parsed.skips;
};

describe('tokenTrackerImporter', () => {
  it('uses the total to decide whether input includes cached tokens', () => {
    expect(usageOf({})).toMatchObject({ inputTokens: 40, cacheReadTokens: 60, outputTokens: 10, reasoningTokens: 10 });
    expect(usageOf({ total_tokens: 170 })).toMatchObject({ inputTokens: 100, cacheReadTokens: 60 });
    expect(usageOf({ total_tokens: 0 })).toMatchObject({ inputTokens: 100, cacheReadTokens: 60 });
    expect(usageOf({ total_tokens: 111 })).toEqual({ 'sum-differs': 1 });
    expect(usageOf({ input_tokens: 60, total_tokens: 70 })).toMatchObject({ inputTokens: 0, cacheReadTokens: 60 });
    // Input smaller than the cached tokens cannot include them.
    expect(usageOf({ input_tokens: 50, total_tokens: 60 })).toEqual({ 'sum-differs': 1 });
  });

  it.each([
    ['no-timestamp', { hour_start: 'soon' }],
    ['no-model', { model: null }],
    ['no-model', { source: '' }],
    ['bad-usage', { input_tokens: -1 }],
    ['empty-usage', { input_tokens: 0, cached_input_tokens: 0, output_tokens: 0, total_tokens: 0 }],
    ['sum-differs', { input_tokens: 0, cached_input_tokens: 0, output_tokens: 0, total_tokens: 5 }],
  ])('counts what it skips: %s', (reason, change) => {
    expect(parse({ ...row, ...change })).toEqual({ uses: [], skips: { [reason]: 1 } });
  });

  it('uses the last line of each half hour, and adds up the half hours of a day', () => {
    const later = { ...row, hour_start: '2026-04-01T10:30:00Z' };
    const parsed = parse(row, { ...row, output_tokens: 20, total_tokens: 120 }, later, { ...later, model: 'o3' })!;
    expect(parsed.uses.map(({ id, usage }) => [id, usage.outputTokens])).toEqual([
      ['2026-04-01:codex:gpt-5', 30],
      ['2026-04-01:codex:o3', 10],
    ]);
  });

  it.each([
    ['Claude', 'claude-code'],
    ['copilot', 'copilot-cli'],
    ['gemini', 'gemini-cli'],
    ['grok', 'grok-build'],
    ['kimi', 'kimi-cli'],
    ['qwen', 'qwen-code'],
  ])('maps the agent %s to %s', (source, agent) => {
    expect(parse({ ...row, source })!.uses).toMatchObject([{ agent }]);
  });

  it('rejects a file without a line of the queue, and skips other lines', () => {
    expect(parse({ other: 1 })).toBeNull();
    expect(tokenTrackerImporter.parse(`\n \nx\n${JSON.stringify(row)}`, calendar)?.skips).toEqual({ 'not-json': 1 });
  });
});
