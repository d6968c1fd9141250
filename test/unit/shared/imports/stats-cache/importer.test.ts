import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { statsCacheImporter } from '../../../../../shared/imports/stats-cache/importer.ts';

const calendar = createCalendar('UTC');
const total = { inputTokens: 10, outputTokens: 20, cacheReadInputTokens: 30, cacheCreationInputTokens: 40 };
const parse = (dailyModelTokens: unknown, modelUsage: unknown = { m: total }) =>
  statsCacheImporter.parse(JSON.stringify({ dailyModelTokens, modelUsage }), calendar);
const day = (date: unknown, tokensByModel: unknown) => ({ date, tokensByModel });

describe('statsCacheImporter', () => {
  it('splits the tokens of a day in the same ratio as the total of the model', () => {
    expect(parse([day('2026-04-01', { m: 15 }), day('2026-04-02', { m: 15 })])!.uses).toMatchObject([
      { id: '2026-04-01:claude-code:m', usage: { inputTokens: 5, outputTokens: 10, cacheReadTokens: 0 } },
      { id: '2026-04-02:claude-code:m', usage: { inputTokens: 5, outputTokens: 10 } },
    ]);
    expect(parse([day('2026-04-01', { m: 100 })])!.uses).toMatchObject([
      { usage: { inputTokens: 10, outputTokens: 20, cacheReadTokens: 30, cacheCreation5mTokens: 40 } },
    ]);
  });

  it('adds the rounding remainder to the largest class', () => {
    expect(parse([day('2026-04-01', { m: 1 }), day('2026-04-02', { m: 29 })])!.uses).toMatchObject([
      { usage: { inputTokens: 0, outputTokens: 1 } },
      { usage: { inputTokens: 9, outputTokens: 20 } },
    ]);
  });

  it('counts what it skips', () => {
    expect(parse([day('2026-02-30', { m: 30 }), day('2026-04-01', null), null])).toEqual({
      ...{ uses: [], skips: { 'no-timestamp': 3 } },
    });
    expect(parse([day('2026-04-01', { ' ': 30, m: -1 })])?.skips).toEqual({ 'bad-usage': 2 });
    expect(parse([day('2026-04-01', { m: 31 })])?.skips).toEqual({ 'sum-differs': 1 });
    expect(parse([day('2026-04-01', { other: 30 })])?.skips).toEqual({ 'sum-differs': 1 });
    expect(parse([day('2026-04-01', { m: 0 })])).toEqual({ uses: [], skips: {} });
  });

  it('rejects a file without days or totals', () => {
    expect([parse({}), parse([], null), statsCacheImporter.parse('x', calendar)]).toEqual([null, null, null]);
  });
});
