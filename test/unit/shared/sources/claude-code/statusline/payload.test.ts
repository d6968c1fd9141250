import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonRecord, type JsonRecord } from '../../../../../../shared/lib/json-record.ts';
import { claudeCodeStatusline as agent } from '../../../../../../shared/sources/claude-code/statusline/agent.ts';
import { makeStatus } from '../../../../../support/make-status.ts';

const folder = join(import.meta.dirname, '../../../../../fixtures/statusline/claude-code');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function readPayload(name: string): JsonRecord {
  const parsed = parseJsonRecord(readFileSync(join(folder, `${name}.json`), 'utf8'));
  return parsed.ok ? parsed.value : {};
}

const parse = (name: string) => agent.parseStatus(readPayload(name), {});

describe('the JSON of a status line', () => {
  it('of 1.0.71 has neither context nor limits', () => {
    expect(parse('1.0.71')).toEqual(
      makeStatus({
        sessionId: '11111111-1111-4111-8111-111111111111',
        folder: '/home/ada/shop/api',
        projectFolder: '/home/ada/shop',
        model: 'Opus 4.1',
        costUsd: 0.0123,
        durationMs: 45_000,
        apiDurationMs: 2_300,
        linesAdded: 156,
        linesRemoved: 23,
      }),
    );
  });

  it('of 2.1.80 has one window, and a context that was not measured yet', () => {
    expect(parse('2.1.80')).toMatchObject({
      title: 'checkout',
      worktree: 'checkout',
      context: { usedTokens: null, sizeTokens: 1_000_000, usedPercent: null, compactsAtTokens: 967_000 },
      limits: [{ name: 'five_hour', windowMinutes: 300, usedPercent: 23.5, resetsAtMs: 1_780_318_800_000 }],
    });
  });

  it('of 2.1.284 has everything, in one scale and one clock', () => {
    expect(parse('2.1.284')).toMatchObject({
      effort: 'high',
      isThinking: true,
      context: { usedTokens: 84_010, usedPercent: 42, compactsAtTokens: 167_000 },
      cache: { isWarm: true, expiresAtMs: 1_780_315_500_000, ttlMs: 300_000, hitPercent: 93 },
      pullRequest: { number: 42, kind: 'pr' },
      agentName: 'reviewer',
      worktree: 'refunds',
      lastOutputTokens: 500,
      limits: [
        { name: 'five_hour', usedPercent: 62.4 },
        { name: 'seven_day', usedPercent: 71, resetsAtMs: Date.UTC(2026, 5, 5, 12) },
        { name: 'spend_limit', windowMinutes: null, usedPercent: 104.5 },
      ],
    });
  });

  it('that is broken tells nothing', () => {
    const nothing = makeStatus({ sessionId: null });
    expect(['broken-cut', 'broken-list', 'broken-empty'].map(parse)).toEqual([nothing, nothing, nothing]);
    expect(parse('broken-types')).toEqual({
      ...nothing,
      context: { usedTokens: 0, sizeTokens: 0, usedPercent: null, compactsAtTokens: 0 },
    });
  });

  it('never throws, whatever is in place of its values', () => {
    const payload = readPayload('2.1.284');
    const members = fc.constantFrom(...Object.keys(payload));
    fc.assert(
      fc.property(members, fc.jsonValue(), (member, value) => {
        const odd = { ...payload, [member]: value } as JsonRecord;
        agent.parseStatus(odd, {});
        agent.parseTasks({ tasks: value });
        expect(JSON.stringify(agent.toCapture(odd)).length).toBeLessThan(30_000);
      }),
    );
  });
});

describe('the compaction', () => {
  const at = (variables: Record<string, string>) =>
    agent.parseStatus(readPayload('2.1.284'), variables).context?.compactsAtTokens;

  it('follows the variables of the agent', () => {
    expect(at({ CLAUDE_CODE_AUTO_COMPACT_WINDOW: '100000' })).toBe(67_000);
    expect(at({ CLAUDE_AUTOCOMPACT_PCT_OVERRIDE: '50' })).toBe(100_000);
    expect(at({ CLAUDE_AUTOCOMPACT_PCT_OVERRIDE: '0', CLAUDE_CODE_AUTO_COMPACT_WINDOW: 'x' })).toBe(167_000);
  });
});

describe('a capture', () => {
  it('keeps limits and context as they were sent, and no words', () => {
    expect(agent.toCapture(readPayload('2.1.284'))).toMatchObject({
      sessionId: '33333333-3333-4333-8333-333333333333',
      model: 'claude-opus-5-5',
      rateLimits: { spend_limit: { used_usd: 52.25 } },
      contextWindow: { context_window_size: 200_000 },
      costUsd: 1.25,
    });
    for (const name of files) {
      expect(JSON.stringify(agent.toCapture(readPayload(name.replace('.json', ''))))).not.toMatch(
        /refunds"|checkout|jsonl/,
      );
    }
  });

  it('leaves out a part that is larger than any version sends', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`window_${index}`, 1.5]));
    expect(agent.toCapture({ rate_limits: many })['rateLimits']).toBeNull();
  });

  it('keeps no words among the limits, whoever they may be of', () => {
    const five = { used_percentage: 62, resets_at: '2026-05-01T12:00:00.000Z', note: 'of Ada Lovelace' };
    const limits = { five_hour: five, account: { email: 'ada@example.com' }, 'ada@example.com': 1, limits: ['ada'] };
    const capture = agent.toCapture({ rate_limits: limits, cost: { total_cost_usd: 'ada' } });
    expect(capture['rateLimits']).toEqual({
      five_hour: { used_percentage: 62, resets_at: '2026-05-01T12:00:00.000Z' },
      account: {},
    });
    expect(JSON.stringify(capture)).not.toMatch(/ada/i);
  });

  it('survives nesting that is deeper than any version sends', () => {
    const deep = JSON.parse(`{"x":${'{"x":'.repeat(9_000)}1${'}'.repeat(9_000)}}`) as JsonRecord;
    const capture = agent.toCapture({ rate_limits: deep, context_window: { used_percentage: 4, deep } });
    expect(JSON.stringify(capture).length).toBeLessThan(300);
    expect(capture['contextWindow']).toMatchObject({ used_percentage: 4 });
  });
});

describe('the content of a capture', () => {
  it('includes the folder and the model in either form, and the version', () => {
    const capture = (payload: JsonRecord) => agent.toCapture(payload);
    expect(capture({ workspace: { current_dir: '/a' }, cwd: '/b', version: '2.1.284', model: 'opus' })).toMatchObject({
      ...{ cwd: '/a', version: '2.1.284', model: 'opus' },
    });
    expect(capture({ cwd: '/b', model: { id: 'claude-opus-5' } })).toMatchObject({ cwd: '/b', model: 'claude-opus-5' });
  });

  it('includes at most 4,000 characters of limits and keeps null values', () => {
    const limitsOf = (digits: number) => agent.toCapture({ rate_limits: { a: { b: null }, ...toFigures(digits) } });
    const toFigures = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`w${at + 100}`, 1]));
    // `{"a":{"b":null}` and `}` take sixteen characters and each number nine, so 442 numbers take 3,994.
    expect(limitsOf(442)['rateLimits']).toMatchObject({ a: { b: null } });
    expect(limitsOf(443)['rateLimits']).toBeNull();
  });
});

describe('the preview', () => {
  it('shows a session that is well under way', () => {
    const nowMs = Date.parse('2026-05-04T09:00:00Z');
    expect(agent.parseStatus(agent.toSample(nowMs, '/home/ada/loom'), {})).toEqual(
      makeStatus({
        ...{ sessionId: 'preview', title: 'Fix the build', folder: '/home/ada/loom', projectFolder: '/home/ada/loom' },
        ...{ model: 'Opus 5.5', effort: 'high', costUsd: 1.84, durationMs: 4_200_000, apiDurationMs: 540_000 },
        ...{ linesAdded: 120, linesRemoved: 34, lastOutputTokens: 500, pullRequest: { number: 42, kind: null } },
        context: { usedTokens: 84_010, sizeTokens: 200_000, usedPercent: 42, compactsAtTokens: 167_000 },
        cache: { isWarm: true, expiresAtMs: nowMs + 200_000, ttlMs: 300_000, hitPercent: 93 },
        limits: [
          { name: 'five_hour', windowMinutes: 300, usedPercent: 62, resetsAtMs: nowMs + 2.5 * 3_600_000 },
          { name: 'seven_day', windowMinutes: 10_080, usedPercent: 71, resetsAtMs: nowMs + 56 * 3_600_000 },
        ],
      }),
    );
  });
});

describe('the limits of a status line', () => {
  const limits = (name: string, used_percentage: unknown) =>
    agent
      .parseStatus({ rate_limits: { [name]: { used_percentage } } }, {})
      .limits.map(({ usedPercent }) => usedPercent);

  it('are percentages up to 100, or up to 1,000 for a spend limit', () => {
    expect([0, 100, 100.1, -1, null].map((used) => limits('five_hour', used))).toEqual([[0], [100], [], [], []]);
    expect([130, 1_000, 1_000.1].map((used) => limits('spend_limit', used))).toEqual([[130], [1_000], []]);
  });
});

describe('the cache of a status line', () => {
  const cache = (rest: object) => agent.parseStatus({ prompt_cache: { warm: true, ...rest } }, {}).cache;

  it.each([
    ['5m', 300_000],
    ['1h', 3_600_000],
    ['30s', 30_000],
    ['2d', 172_800_000],
    [90, 90_000],
    ['5', null],
    ['x5m', null],
    ['5mo', null],
    ['12345m', null],
    [null, null],
  ])('reads the TTL %j as %j ms', (ttl, ttlMs) => {
    expect(cache({ ttl })?.ttlMs).toBe(ttlMs);
  });

  it('accepts a hit ratio from 0 to 1', () => {
    expect([0, 1, -0.1, 1.1, 'x'].map((hit_ratio) => cache({ hit_ratio })?.hitPercent)).toEqual([
      0,
      100,
      null,
      null,
      null,
    ]);
    expect(cache({ warm: 'yes' })).toBeNull();
  });
});

describe('tasks', () => {
  it('are read where a payload has them, and each is answered by its id', () => {
    expect(agent.parseTasks({ columns: 80 })).toBeNull();
    const tasks = [
      { id: 'a', type: 'explore', status: 'running', tokenCount: 5, startTime: 1_780_315_500 },
      { name: 'x' },
      7,
    ];
    expect(agent.parseTasks({ tasks })).toMatchObject([
      { id: 'a', name: 'explore', tokens: 5, startedAtMs: 1_780_315_500_000, model: null },
    ]);
    expect(agent.formatTasks([{ id: 'a', content: 'b"' }])).toBe('{"id":"a","content":"b\\""}\n');
  });
});

describe('its settings', () => {
  const host = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] } as const;

  it('are where the agent looks', () => {
    expect(agent.settingsFile(host)).toBe('/home/ada/.claude/settings.json');
    expect(agent.settingsFile({ ...host, variables: { CLAUDE_CONFIG_DIR: '/x/c,/y' } })).toBe('/x/c/settings.json');
    expect(agent.settingsFile({ ...host, platform: 'win32', home: 'C:\\Users\\ada' })).toBe(
      'C:\\Users\\ada\\.claude\\settings.json',
    );
    expect(agent.strongerFiles('/p', 'linux')).toEqual(['/p/.claude/settings.local.json', '/p/.claude/settings.json']);
  });

  it('keep what stands beside the command, and are left alone where they are not understood', () => {
    expect(agent.toSetting('new', { type: 'command', command: 'old', padding: 0 })).toEqual({
      type: 'command',
      command: 'new',
      padding: 0,
    });
    expect(agent.toSetting('new', undefined)).toEqual({ type: 'command', command: 'new' });
    expect([agent.toSetting('new', { type: 'http' }), agent.toSetting('new', 'text')]).toEqual([null, null]);
    expect([agent.findCommand({ command: ' ' }), agent.findCommand({ command: 'a b' })]).toEqual([null, 'a b']);
  });

  it('name the tool servers of a project', () => {
    expect(agent.countServers('{"mcpServers":{"a":{},"b":{}}}')).toBe(2);
    expect([agent.countServers('{}'), agent.countServers('nonsense')]).toEqual([null, null]);
  });
});
