import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { describe, expect, it } from 'vitest';
import { createNameHider, showName, type HideName } from '../../../../../main/server/mcp/hidden-names.ts';
import { createMcpServer } from '../../../../../main/server/mcp/mcp-server.ts';
import { createLocalClient } from '../../../../../main/node/host/clients/local-client.ts';
import { silentLogger } from '../../../../../shared/ports/logger.ts';
import {
  createFakeEngine,
  createFakeHost,
  makeLimit,
  makeRow,
  makeSession,
  makeTotals,
  nowMs,
} from '../../../../fakes/cli-host.ts';

const hidden = createNameHider(Buffer.alloc(32, 7));

async function connect(engine = createFakeEngine(), hideName: HideName = hidden) {
  const host = createFakeHost(engine);
  const client = createLocalClient({ host, logger: silentLogger, checksAnswers: true });
  const server = createMcpServer({ client, hideName, nowMs: () => nowMs });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const agent = new Client({ name: 'test', version: '1.0.0' });
  await Promise.all([server.connect(ours), agent.connect(theirs)]);
  const call = async (name: string, args?: Record<string, unknown>) => {
    const { content, isError = false } = await agent.callTool({ name, ...(args && { arguments: args }) });
    const [{ text }] = content as [{ text: string }];
    return { isError, text, answer: isError ? null : (JSON.parse(text) as Record<string, unknown>) };
  };
  return { agent, call };
}

describe('the tools for agents', () => {
  it('say what they take, and that they change nothing', async () => {
    const { tools } = await (await connect()).agent.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['get_usage', 'get_limits', 'get_forecast', 'get_sessions']);
    for (const { description, inputSchema, annotations } of tools) {
      expect(description).toMatch(/\.$/);
      expect(inputSchema.properties).toHaveProperty('source.enum', expect.arrayContaining(['claude-code', 'codex']));
      expect(annotations?.readOnlyHint).toBe(true);
    }
  });

  it('tell usage with its cost', async () => {
    const engine = createFakeEngine({ rows: [makeRow()], totals: makeTotals() });
    const { call } = await connect(engine);
    const { answer } = await call('get_usage', { by: 'day', since: '2026-04-01' });
    expect(answer).toMatchObject({
      generatedAt: '2026-05-01T14:03:00.000Z',
      totals: { responses: 12, apiEquivalentCostUsd: 1.234567, tokens: { outputTokens: 560 } },
      rows: [{ key: '2026-05-01', source: 'claude-code' }],
    });
    expect(engine.calls.at(-1)).toContain('"since":"2026-04-01"');
  });

  it('refuse a span that ends before it begins', async () => {
    const { call } = await connect();
    const { isError, text } = await call('get_usage', { since: '2026-05-02', until: '2026-05-01' });
    expect([isError, text]).toEqual([true, 'The argument of "report" is not valid: its last day is before its first.']);
  });

  it('tell how much is left, and of what kind the figure is', async () => {
    const limits = [makeLimit({ usedPercent: 68 }), makeLimit({ account: 'ada@example.com', provenance: 'stale' })];
    const { text, answer } = await (await connect(createFakeEngine({ limits }))).call('get_limits');
    expect(answer!['limits']).toMatchObject([
      { kind: 'official', usedPercent: 68, leftPercent: 32, window: '5h', account: null },
      { kind: 'stale', account: hidden('account', 'ada@example.com') },
    ]);
    expect(text).not.toContain('ada');
  });

  it('tell how it will end, as an estimate, without the names of accounts', async () => {
    const engine = createFakeEngine();
    const quantiles = { p10: 1, p25: 2, p50: 3, p75: 4, p90: 5 };
    const base = { asOfMs: nowMs, endMs: nowMs + 3_600_000, observedAtMs: nowMs - 1_000, interval: { from: 1, to: 5 } };
    const runOut = { probability: 0.4, earlyMs: nowMs, medianMs: nowMs, lateMs: null };
    const id = { provider: 'openai', account: 'ada@example.com', name: 'codex', scope: '5h' };
    const limit = { id, source: 'codex', ...base, usedPercent: 60, percent: quantiles, runOut };
    const forecast = () => ({
      generatedAtMs: nowMs,
      timeZone: 'UTC',
      totals: [],
      limits: [limit],
      anomalies: [],
    });
    const { call } = await connect({ ...engine, forecast });
    const { text, answer } = await call('get_forecast');
    expect(answer).toMatchObject({
      kind: 'estimated',
      limits: [
        {
          observedAt: new Date(nowMs - 1_000).toISOString(),
          usedPercent: 60,
          percent: quantiles,
          runOut: { probability: 0.4, late: null },
        },
      ],
    });
    expect(text).not.toContain('ada@');
  });

  it('hide names of projects and branches unless they may be shown', async () => {
    const sessions = Array.from({ length: 12 }, (_, index) => makeSession({ branch: `b${index}` }));
    const rows = [makeRow({ key: '/home/ada/site' })];
    const { call } = await connect(createFakeEngine({ sessions, rows }));
    const { text, answer } = await call('get_sessions', {});
    expect(text).not.toContain('/home/ada');
    expect(answer).toMatchObject({ total: 12 });
    const shown = answer!['sessions'] as { project: string; branch: string }[];
    expect(shown).toHaveLength(10);
    expect(shown[0]!.project).toMatch(/^project-[0-9a-f]{12}$/);
    expect(new Set(shown.map(({ project }) => project)).size).toBe(1);
    expect(new Set(shown.map(({ branch }) => branch)).size).toBe(10);
    expect((await call('get_usage', { by: 'project' })).text).not.toContain('/home/ada');
    const open = await connect(createFakeEngine({ sessions, rows }), showName);
    expect((await open.call('get_sessions')).text).toContain('/home/ada/site');
    expect((await open.call('get_usage', { by: 'project' })).text).toContain('/home/ada/site');
  });

  it.each([
    ['get_usage', { by: 'account' }, 'by is not valid (expected ("day" | "week" | "month" | "model" | "project")).'],
    ['get_usage', { since: 'today' }, 'since is not valid'],
    ['get_usage', { since: '2026-02-30' }, 'since is not valid'],
    ['get_usage', { source: 'claude' }, 'source is not valid (expected ("claude-code" | "codex"'],
    ['get_limits', { source: 'claude' }, 'source is not valid'],
    ['get_sessions', { last: 0 }, 'last is not valid (expected >=1).'],
    ['get_limits', { x: 1 }, 'x is not valid'],
    ['set_limits', {}, 'There is no tool set_limits.'],
  ])('say why %s %j is not answered', async (name, args, sentence) => {
    const { isError, text } = await (await connect()).call(name, args);
    expect(isError).toBe(true);
    expect(text).toContain(sentence);
  });

  it('hides a name behind a key: another key hides it differently', () => {
    const other = createNameHider(Buffer.alloc(32, 8));
    expect(hidden('project', 'a')).toBe(hidden('project', 'a'));
    expect(hidden('project', 'a')).not.toBe(other('project', 'a'));
    expect(hidden('project', null)).toBeNull();
  });
});
