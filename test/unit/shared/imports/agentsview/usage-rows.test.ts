import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../../shared/domain/calendar-day.ts';
import { toRowLines } from '../../../../../shared/imports/history-import.ts';
import { agentsviewImporter } from '../../../../../shared/imports/agentsview/usage-rows.ts';

const row = {
  ...{ at: '2026-04-01T10:00:00Z', agent: 'claude', model: 'claude-opus-4-8', message: 'msg_1', request: 'req_1' },
  ...{ input: 1, output: 2, cache_write: 10, cache_read: 4, cache_write_1h: 4 },
};
const parse = (...changes: readonly object[]) => {
  const text = [
    ...toRowLines(
      'agentsview',
      changes.map((change) => ({ ...row, ...change })),
    ),
  ].join('');
  return agentsviewImporter.parse(text, createCalendar('UTC'))!;
};
const short = (...changes: readonly object[]) =>
  parse(...changes).uses.map(({ id, usage }) => [id, usage.outputTokens]);

describe('agentsviewImporter', () => {
  it('splits cache writes by lifetime, with at most all of them lasting an hour', () => {
    expect(parse({}).uses[0]?.usage).toMatchObject({
      ...{ inputTokens: 1, outputTokens: 2, cacheReadTokens: 4, cacheCreation5mTokens: 6, cacheCreation1hTokens: 4 },
    });
    expect(parse({ cache_write_1h: 99 }).uses[0]?.usage).toMatchObject({
      ...{ cacheCreation5mTokens: 0, cacheCreation1hTokens: 10 },
    });
    expect(parse({ cache_write_1h: -1 }).uses[0]?.usage.cacheCreation1hTokens).toBe(0);
  });

  it('counts a request once, with its largest usage', () => {
    expect(short({}, { output: 5 }, { output: 3 })).toEqual([['claude-code:msg_1:req_1', 5]]);
  });

  it.each([
    ['a gateway’s ids', { request: 'abc' }],
    ['a row id', { message: null, uuid: 'u-1' }],
    ['the ids of another agent', { agent: 'codex' }],
  ])('counts a row with %s once, in the sum of its day', (_what, change) => {
    const agent = 'agent' in change ? 'codex' : 'claude-code';
    expect(short(change, { ...change, output: 5 })).toEqual([[`2026-04-01:${agent}:claude-opus-4-8`, 5]]);
  });

  it('adds up rows without ids by day', () => {
    const nameless = { message: null, request: null };
    expect(short(nameless, nameless, { ...nameless, at: '2026-04-02T10:00:00Z' })).toEqual([
      ['2026-04-01:claude-code:claude-opus-4-8', 4],
      ['2026-04-02:claude-code:claude-opus-4-8', 2],
    ]);
  });

  it.each([
    ['copilot', 'copilot-cli'],
    ['gemini', 'gemini-cli'],
    ['grok', 'grok-build'],
    ['kilo', 'kilo-cli'],
    ['kilo-legacy', 'kilo-code'],
    ['kimi', 'kimi-cli'],
    ['qwen', 'qwen-code'],
    ['roocode', 'roo-code'],
    ['antigravity-cli', 'antigravity'],
    ['codex', 'codex'],
  ])('maps the agent %s to %s', (agent, expected) => {
    expect(parse({ agent }).uses[0]?.agent).toBe(expected);
  });

  it.each([
    ['no-timestamp', { at: null }],
    ['no-model', { model: '' }],
    ['no-model', { agent: '' }],
    ['bad-usage', { input: -1 }],
    ['empty-usage', { input: 0, output: 0, cache_write: 0, cache_read: 0 }],
  ])('counts what it skips: %s', (reason, change) => {
    expect(parse(change)).toEqual({ uses: [], skips: { [reason]: 1 } });
  });
});
