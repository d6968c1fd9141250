import { describe, expect, it } from 'vitest';
import { claudeCode } from '../../../../../shared/sources/claude-code/descriptor.ts';
import { countEvents, flattenEvent, eventsOf, readLines, skipsOf, sumUsage } from '../../../../support/count-events.ts';
import { readFixture, readFixtureFiles } from '../../../../support/log-fixtures.ts';
import { toTextLine } from '../../../../support/text-line.ts';

const responseUsage = {
  inputTokens: 3,
  cacheCreation5mTokens: 400,
  cacheCreation1hTokens: 0,
  cacheReadTokens: 1200,
  outputTokens: 812,
  reasoningTokens: 0,
};

describe('Claude Code responses', () => {
  it('counts the rows of one stream once, with the last output and the first time', () => {
    const counted = countEvents(readFixture(claudeCode, 'stream'));
    expect(counted).toHaveLength(1);
    expect(flattenEvent(counted[0]!)).toMatchObject({
      key: 'claude-code:msg_01A:req_01A',
      usage: responseUsage,
      atMs: Date.parse('2026-05-04T09:00:03.120Z'),
      isFinal: true,
      provider: 'anthropic',
      model: 'claude-opus-5',
      sessionId: '5b0c1f52-0a61-4c1e-9a55-1d2f6f0a7c01',
      project: '/home/ada/loom',
      branch: 'main',
      entrypoint: 'cli',
      agentVersion: '2.1.222',
    });
  });

  it('counts history that a resumed session copied once', () => {
    const counted = countEvents(readFixture(claudeCode, 'resume-copy'));
    expect(counted.map(({ usage }) => usage.outputTokens)).toEqual([812, 55]);
  });

  it('names the message for replays under another request id', () => {
    const records = readFixture(claudeCode, 'sidechain-replay');
    const replay = eventsOf(records).find(({ key }) => key === 'claude-code:msg_01A:req_side1');
    expect(flattenEvent(replay!)).toMatchObject({ isSidechain: true, replay: { kind: 'sidechain', group: 'msg_01A' } });
    expect(countEvents(records).map(({ usage }) => usage.outputTokens)).toEqual([812, 21]);
  });

  it('without request ids keeps sessions apart whose gateway reuses message ids, and merges copied rows', () => {
    const counted = countEvents(readFixture(claudeCode, 'gateway-ids'));
    expect(counted.map(({ usage }) => [usage.inputTokens, usage.outputTokens])).toEqual([
      [5000, 90],
      [7000, 70],
    ]);
    expect(counted.every(({ profile: { provider } }) => provider === 'unknown')).toBe(true);
  });

  it('counts an advisor as a separate call', () => {
    const counted = countEvents(readFixture(claudeCode, 'advisor'));
    expect(
      counted.map(({ key, profile: { model }, usage }) => [key, model, usage.inputTokens, usage.outputTokens]),
    ).toEqual([
      ['claude-code:msg_01C:req_01C', 'claude-opus-5', 3, 200],
      ['claude-code:msg_01C:req_01C:advisor:1', 'claude-fable-5', 9000, 350],
    ]);
  });

  it('uses the larger of the flat and the nested cache writes, and counts what is not 1h as 5m', () => {
    const counted = countEvents(readFixture(claudeCode, 'cache-split'));
    expect(counted.map(({ usage }) => [usage.cacheCreation5mTokens, usage.cacheCreation1hTokens])).toEqual([
      [0, 300],
      [700, 0],
      [400, 600],
    ]);
  });

  it('treats null fields as absent', () => {
    const [event, ...others] = countEvents(readFixture(claudeCode, 'null-fields'));
    expect(others).toEqual([]);
    expect(flattenEvent(event!)).toMatchObject({
      usage: { ...responseUsage, inputTokens: 12, outputTokens: 77, cacheReadTokens: 0, cacheCreation5mTokens: 0 },
      project: null,
      branch: null,
      agentVersion: null,
      entrypoint: null,
      isFinal: false,
      loggedCostMicroUsd: null,
      tier: 'standard',
      speed: 'standard',
    });
  });

  it('reads what prices depend on', () => {
    expect(eventsOf(readFixture(claudeCode, 'details')).map(flattenEvent)).toMatchObject([
      {
        usage: { outputTokens: 500, reasoningTokens: 120, cacheCreation5mTokens: 0, cacheCreation1hTokens: 400 },
        speed: 'fast',
        tier: 'priority',
        isRegional: true,
        webSearchRequests: 3,
        loggedCostMicroUsd: 123_457,
        isCopy: true,
        isFinal: true,
      },
    ]);
  });

  it('skips what is not a countable response, and gives the reason', () => {
    const files = readFixtureFiles(claudeCode, 'skips');
    expect(files).toHaveLength(1);
    expect(skipsOf(files[0]!.records)).toEqual([
      'synthetic',
      'progress-copy',
      'bad-usage',
      'bad-usage',
      'bad-usage',
      'no-timestamp',
      'no-model',
      'empty-usage',
      'not-json',
      'not-a-record',
    ]);
    expect(sumUsage(countEvents(files[0]!.records)).outputTokens).toBe(31);
  });

  it('reports calls without logged usage, and a repeated title once', () => {
    expect(readFixture(claudeCode, 'unlogged-calls')).toEqual(
      ['title', 'title', 'title', 'recap', 'compaction', 'web-search'].map((call) => ({ kind: 'unlogged', call })),
    );
  });

  it('continues from a stored state as if it had read the previous lines', () => {
    const title = toTextLine('{"type":"ai-title","aiTitle":"Weave a mat","sessionId":"s"}');
    const before = claudeCode.streams[0].createReader('/p/s.jsonl', null);
    expect(before.read(title)).toHaveLength(1);
    const stored = JSON.parse(JSON.stringify(before.state())) as ReturnType<typeof before.state>;
    expect(JSON.stringify(stored)).not.toContain('Weave');
    expect(claudeCode.streams[0].createReader('/p/s.jsonl', stored).read(title)).toEqual([]);
  });
});

describe('identity without ids', () => {
  const usage = { input_tokens: 1, output_tokens: 2 };
  const row = (fields: object, message: object = {}) =>
    JSON.stringify({
      type: 'assistant',
      timestamp: '2026-05-04T09:00:00Z',
      ...fields,
      message: { model: 'us.anthropic.claude-opus-4-8-v1:0', usage, ...message },
    });
  const eventOf = (line: string, path = '/p/session-a.jsonl') => eventsOf(readLines(claudeCode, [line], path))[0]!;

  it('falls back to the row, then to its text', () => {
    expect(eventOf(row({ uuid: 'u-1' }))).toMatchObject({ key: 'claude-code:uuid:u-1', aliases: [], replay: null });
    const key = eventOf(row({})).key;
    expect(key).toMatch(/^claude-code:line:[0-9a-f]{16}$/);
    expect(eventOf(row({})).key).toBe(key);
    expect(eventOf(row({ cwd: '/x' })).key).not.toBe(key);
  });

  it('reads the session from the row, otherwise from the file', () => {
    expect(eventOf(row({ session_id: 's-2' })).profile.sessionId).toBe('s-2');
    expect(eventOf(row({}), 'C:\\logs\\session-b.jsonl').profile.sessionId).toBe('session-b');
  });

  it('marks everything below subagents as sidechain, on every platform', () => {
    expect(eventOf(row({}), 'C:\\logs\\s\\subagents\\agent-1.jsonl').profile.isSidechain).toBe(true);
    expect(eventOf(row({}), '/logs/s/subagents/agent-1.jsonl').profile.isSidechain).toBe(true);
    expect(eventOf(row({}), '/logs/s/agent-1.jsonl').profile.isSidechain).toBe(false);
  });

  it('counts a row without a type, as in old test data', () => {
    expect(eventOf(row({ type: undefined })).profile.provider).toBe('anthropic');
  });

  it('keeps control characters and broken text out of names', () => {
    expect(eventOf(row({ cwd: '/a\u0007\ud800b' }, { model: 'claude\u0000-x' })).profile).toMatchObject({
      project: '/ab',
      model: 'claude-x',
    });
  });

  it('never trusts a logged cost of zero', () => {
    expect(eventOf(row({ costUSD: 0 })).loggedCostMicroUsd).toBeNull();
  });

  it('does not read lines without a needle, valid or not', () => {
    expect(readLines(claudeCode, ['', '{"type":"user"', '{"type":"user"}'], '/p/s.jsonl')).toEqual([]);
  });

  it('ignores rows of another type and rows whose usage is null', () => {
    const recordsOf = (line: string) => readLines(claudeCode, [line], '/p/s.jsonl');
    expect(recordsOf(row({ type: 'user' }))).toEqual([]);
    expect(recordsOf(row({}, { usage: null }))).toEqual([]);
    expect(skipsOf(recordsOf(row({}, { usage: 7 })))).toEqual(['bad-usage']);
    expect(recordsOf('{"type":"progress","usage":1}')).toEqual([]);
  });

  it('marks the rows of a background session as copies', () => {
    expect([eventOf(row({ sessionKind: 'bg' })), eventOf(row({}))].map(({ profile }) => profile.isCopy)).toEqual([
      true,
      false,
    ]);
  });

  it.each(['priority', 'flex', 'batch', 'standard', 'gold'])('reads the service tier %s', (service_tier) => {
    const { tier } = eventOf(row({}, { usage: { ...usage, service_tier } })).profile;
    expect(tier).toBe(service_tier === 'gold' ? 'standard' : service_tier);
  });

  it('counts a response with only web searches', () => {
    const searched = { server_tool_use: { web_search_requests: 2 } };
    expect(eventOf(row({}, { usage: searched }))).toMatchObject({ webSearchRequests: 2, usage: { outputTokens: 0 } });
  });

  it('counts each advisor call separately, and gives a reason for each one it skips', () => {
    const advisor = { type: 'advisor_message', model: 'claude-fable-5', input_tokens: 9, output_tokens: 1 };
    const iterations = [
      { type: 'message' },
      advisor,
      { ...advisor, model: null },
      { ...advisor, output_tokens: -1 },
      { ...advisor, input_tokens: 0, output_tokens: 0 },
    ];
    const line = row({ requestId: 'req_1', costUSD: 1 }, { id: 'msg_1', usage: { ...usage, iterations } });
    const records = readLines(claudeCode, [line], '/p/s.jsonl');
    expect(skipsOf(records)).toEqual(['no-model', 'bad-usage', 'empty-usage']);
    expect(eventsOf(records)[1]).toMatchObject({
      ...{ key: 'claude-code:msg_1:req_1:advisor:1', loggedCostMicroUsd: null },
      replay: { kind: 'sidechain', group: 'msg_1:advisor:1' },
      profile: { model: 'claude-fable-5', provider: 'anthropic' },
    });
  });
});
