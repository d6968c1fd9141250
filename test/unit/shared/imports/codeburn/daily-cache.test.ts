import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { codeburnImporter } from '../../../../../shared/imports/codeburn/daily-cache.ts';

const calendar = createCalendar('UTC');
const usage = { inputTokens: 1, outputTokens: 2, cacheReadTokens: 3, cacheWriteTokens: 4 };
const parse = (...days: readonly unknown[]) => codeburnImporter.parse(JSON.stringify({ version: 27, days }), calendar);
const day = (providers: object) => ({ date: '2026-04-01', providers });

describe('codeburnImporter', () => {
  it.each([
    ['claude', 'claude-code'],
    ['copilot', 'copilot-cli'],
    ['gemini', 'gemini-cli'],
    ['grok', 'grok-build'],
    ['kimi', 'kimi-cli'],
    ['qwen', 'qwen-code'],
    ['cursor-agent', 'cursor'],
    ['codex', 'codex'],
  ])('maps the agent %s to %s', (name, agent) => {
    expect(parse(day({ [name]: { models: { m: usage } } }))!.uses).toMatchObject([
      {
        ...{ id: `2026-04-01:${agent}:m`, agent, model: 'm', costUsd: null },
        usage: { inputTokens: 1, outputTokens: 2, cacheReadTokens: 3, cacheCreation5mTokens: 4 },
      },
    ]);
  });

  it.each([
    ['no-timestamp', [{ date: '2026-02-30', providers: {} }, null]],
    ['no-model', [day({ codex: {} }), day({ codex: { models: { ' ': usage } } })]],
    ['no-model', [day({ ' ': { models: { m: usage } } }), day({ codex: 7 })]],
    [
      'bad-usage',
      [day({ codex: { models: { m: { ...usage, inputTokens: -1 } } } }), day({ codex: { models: { m: 7 } } })],
    ],
    ['empty-usage', [day({ codex: { models: { m: {} } } }), day({ codex: { models: { m: { inputTokens: 0 } } } })]],
  ])('counts what it skips: %s', (reason, days) => {
    expect(parse(...days)).toEqual({ uses: [], skips: { [reason]: 2 } });
  });

  it('rejects a file without a version', () => {
    expect(codeburnImporter.parse('{"days":[]}', calendar)).toBeNull();
    expect(parse()).toEqual({ uses: [], skips: {} });
  });
});
