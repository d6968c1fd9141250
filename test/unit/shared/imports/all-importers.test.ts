import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { findHistoryImporter, historyImporters } from '../../../../shared/imports/all-importers.ts';
import { splitDays } from '../../../../shared/imports/stats-cache/split-days.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { parseHistoryUse, toHistoryLine } from '../../../../shared/sources/lib/imported-uses/history-use.ts';
import { parseJsonRecord } from '../../../../shared/lib/json-record.ts';

const calendar = createCalendar('UTC');
const files: Readonly<Record<string, string>> = {
  'stats-cache': 'stats-cache.json',
  'claude-monitor': 'usage.json',
  codeburn: 'daily-cache.v27.json',
  tokentracker: 'queue.jsonl',
  agentsview: 'rows.jsonl',
  wheremytokens: 'rows.jsonl',
};
const read = (tool: string): string =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/imports', tool, files[tool]!), 'utf8');
const parse = (tool: string) => findHistoryImporter(tool)!.parse(read(tool), calendar)!;

describe("Claude Code's own statistics", () => {
  it('divide a day by the total of its model, and keep its sum', () => {
    const { uses } = parse('stats-cache');
    const days = uses.filter(({ model }) => model === 'claude-opus-4-5-20251101');
    expect(days.map(({ id, usage }) => [id.slice(0, 10), usage.inputTokens, usage.outputTokens])).toEqual([
      ['2026-04-01', 25, 75],
      ['2026-04-02', 75, 225],
      ['2026-05-04', 150, 450],
    ]);
    expect(days.every(({ usage }) => usage.cacheReadTokens === 0)).toBe(true);
  });

  it('hold all classes in newer files, and are left out where nobody can tell', () => {
    const { uses, skips } = parse('stats-cache');
    expect(uses.find(({ model }) => model === 'claude-new')?.usage).toEqual({
      ...emptyUsage,
      ...{ inputTokens: 5, outputTokens: 5, cacheReadTokens: 15, cacheCreation5mTokens: 5 },
    });
    expect(skips).toEqual({ 'sum-differs': 1 });
  });

  it('are divided into whole numbers with the same sums, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1e9 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (days, share) => {
          const sum = days.reduce((left, right) => left + right, 0);
          const inputTokens = Math.floor(sum * share);
          const parts = splitDays(days, { ...emptyUsage, inputTokens, outputTokens: sum - inputTokens });
          if (sum === 0) {
            expect(parts).toBeNull();
            return;
          }
          expect(parts!.map(totalTokens)).toEqual(days);
          expect(
            parts!.every((part) => Object.values(part).every((count) => Number.isInteger(count) && count >= 0)),
          ).toBe(true);
        },
      ),
      { examples: [[[0], 0]] },
    );
  });
});

describe("claude-monitor's warehouse", () => {
  it('names requests as our reader does, and sums those without the ids of the provider', () => {
    const { uses, skips } = parse('claude-monitor');
    expect(uses.map(({ key, agent, usage }) => [key, agent, totalTokens(usage)])).toEqual([
      ['claude-code:msg_01A:req_011CSHoEeqs5C35K2UUqR7Fy', 'claude-code', 100],
      ['claude-code:msg_01B:req_011CSHoEeqs5C35K2UUqR7Fz', 'claude-code', 3],
      [null, 'opencode', 20],
    ]);
    expect(skips).toEqual({ 'no-timestamp': 2, 'no-model': 1 });
  });
});

describe("codeburn's daily cache", () => {
  it('is read by agent and model', () => {
    const { uses, skips } = parse('codeburn');
    expect(uses.map(({ id, usage }) => [id, totalTokens(usage)])).toEqual([
      ['2026-04-01:claude-code:claude-sonnet-4-5', 110],
      ['2026-04-01:kiro:auto', 3],
    ]);
    expect(skips).toEqual({ 'no-model': 1, 'no-timestamp': 1 });
  });
});

describe("TokenTracker's queue", () => {
  it('takes the last line of each half hour, and decides by the total whether input includes the cache', () => {
    const { uses, skips } = parse('tokentracker');
    expect(uses.map(({ id, usage }) => [id, usage.inputTokens, usage.cacheReadTokens, totalTokens(usage)])).toEqual([
      ['2026-04-01:claude-code:claude-sonnet-4-5', 11, 20, 102],
      ['2026-04-01:codex:gpt-5', 40, 60, 110],
    ]);
    expect(skips).toEqual({ 'sum-differs': 1, 'not-json': 1 });
  });
});

describe("agentsview's archive", () => {
  it('names requests as our reader does, takes the largest of what it wrote twice, and sums the rest by day', () => {
    const { uses, skips } = parse('agentsview');
    expect(uses.map(({ key, id, agent, usage }) => [key ?? id, agent, totalTokens(usage)])).toEqual([
      ['claude-code:msg_01A:req_011CSHoEeqs5C35K2UUqR7Fy', 'claude-code', 100],
      ['2026-04-03:claude-code:glm-5', 'claude-code', 12],
      ['2026-04-03:codex:gpt-5', 'codex', 112],
      ['2026-04-03:hermes:gpt-5', 'hermes', 10],
    ]);
    expect(uses[0]?.usage).toMatchObject({ cacheCreation5mTokens: 20, cacheCreation1hTokens: 10, outputTokens: 20 });
    expect(skips).toEqual({ 'no-timestamp': 1, 'bad-usage': 1, 'empty-usage': 1, 'not-json': 1 });
  });

  it('counts cache writes once where only one of the rows says how long they last', () => {
    const row = {
      at: '2026-04-03T10:00:00Z',
      agent: 'claude',
      model: 'claude-opus-4-6',
      message: 'm',
      request: 'req_1',
    };
    const counts = { input: 1, output: 1, cache_write: 100, cache_read: 0 };
    const rows = [{ rowsOf: 'agentsview' }, { ...row, ...counts }, { ...row, ...counts, cache_write_1h: 100 }];
    const text = rows.map((each) => JSON.stringify(each)).join('\n');
    expect(findHistoryImporter('agentsview')!.parse(text, calendar)!.uses).toMatchObject([
      { usage: { cacheCreation5mTokens: 0, cacheCreation1hTokens: 100 } },
    ]);
  });
});

describe("WhereMyTokens' index", () => {
  it('is read by day, with the names of models as the agent writes them where that is known', () => {
    const { uses, skips } = parse('wheremytokens');
    expect(uses.map(({ id, usage }) => [id, totalTokens(usage)])).toEqual([
      ['2026-04-01:claude-code:Opus', 10],
      ['2026-04-02:codex:gpt-5-codex', 70],
    ]);
    expect(skips).toEqual({ 'no-timestamp': 1, 'no-model': 1, 'empty-usage': 1, 'bad-usage': 1 });
  });
});

describe('every importer of history', () => {
  it.each(historyImporters.map(({ tool }) => tool))('keeps numbers only: %s', (tool) => {
    const { uses } = parse(tool);
    expect(uses.length).toBeGreaterThan(0);
    const text = uses.map(toHistoryLine).join('\n');
    expect(text).not.toMatch(/secret|ada|prompt/);
    expect(
      text.split('\n').map((line) => parseHistoryUse((parseJsonRecord(line) as { value: object }).value as never)),
    ).toEqual(uses);
  });

  it.each(historyImporters)('takes nothing else for its own, and never throws: $tool', (importer) => {
    for (const text of ['', '[]', '{}', 'null', '\0\0', '{"a":', '7', '{"days":7,"records":7}']) {
      expect(importer.parse(text, calendar)).toBeNull();
    }
    const whole = read(importer.tool);
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.string({ maxLength: 5 }), (cut, noise) => {
        importer.parse(whole.slice(0, cut) + noise + whole.slice(cut + noise.length), calendar);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const text = JSON.stringify({
          version: 1,
          schema_version: '1',
          days: [value],
          records: [value],
          dailyModelTokens: [value],
          modelUsage: {},
        });
        const parsed = importer.parse(text, calendar);
        expect(parsed?.uses ?? []).toEqual([]);
      }),
    );
  });
});
