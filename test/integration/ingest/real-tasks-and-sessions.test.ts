import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheCreationTokens } from '../../../shared/domain/token-usage.ts';
import { sources } from '../../../shared/sources/registry.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import {
  agentRunsFolder,
  hasAgentRuns,
  hasRealLogs,
  readExpected,
  readExpectedAgents,
  realLogsFolder,
  type ExpectedModel,
} from '../../support/real-logs.ts';
import { makeFolder, makeIngest } from './harness.ts';

/** Reads a copy of a folder, at a place in a home; the counted events, and the number of requests without usage. */
async function readHome(folder: string, place = '') {
  const home = makeFolder();
  cpSync(folder, join(home, place), { recursive: true });
  const store = createMemoryLedger();
  const ingest = makeIngest(sources, store, { host: { platform: 'linux', home, variables: {}, otherHomes: [] } });
  await ingest.scan();
  expect(ingest.unreadable()).toEqual([]);
  return {
    events: [...store.contents().entries].filter(({ isReplay }) => !isReplay).map(({ event }) => event),
    emptyRequests: [...store.cursors().values()].reduce((sum, { skips }) => sum + (skips['empty-usage'] ?? 0), 0),
  };
}

type Events = Awaited<ReturnType<typeof readHome>>['events'];

function sum(events: Events) {
  const total = (numberOf: (event: Events[number]) => number) =>
    events.reduce((result, event) => result + numberOf(event), 0);
  return {
    input: total(({ usage }) => usage.inputTokens),
    cacheRead: total(({ usage }) => usage.cacheReadTokens),
    cacheWrite: total(({ usage }) => cacheCreationTokens(usage)),
    output: total(({ usage }) => usage.outputTokens),
    reasoning: total(({ usage }) => usage.reasoningTokens),
    cost: total(({ loggedCostMicroUsd }) => loggedCostMicroUsd ?? 0) / 1e6,
  };
}

describe.runIf(hasRealLogs)('real tasks of editors', () => {
  it('count to the token, with their stated cost: Cline before version 4', async () => {
    const name = 'cline/haram-333__fineye';
    const { events, emptyRequests } = await readHome(join(realLogsFolder, name));
    const { perModel } = readExpectedAgents()[name]!;
    for (const [model, { input, cacheRead, cacheWrite, output, reasoning, cost }] of Object.entries(perModel)) {
      const { cost: found, ...tokens } = sum(events.filter(({ profile }) => profile.model === model));
      expect(tokens).toEqual({ input, cacheRead, cacheWrite, output, reasoning });
      expect(found).toBeCloseTo(cost ?? 0, 5);
    }
    // Two sums of rolled-back turns are zero.
    expect(events.length + emptyRequests).toBe(31 + 2);
    expect(new Set(events.map(({ profile }) => profile.sessionId))).toEqual(new Set(['1767644912000']));
  });

  it('count to the token, with their stated cost: Cline with a provider that caches', async () => {
    const name = 'cline/CoreGems__Cline-Xray';
    const place = '.config/Code/User/globalStorage/saoudrizwan.claude-dev';
    const { events } = await readHome(join(realLogsFolder, name), place);
    const { requests, tokensIn, tokensOut, cacheReads, cacheWrites, cost } = readExpected()[name] as Readonly<
      Record<string, number>
    >;
    const { cost: found, ...tokens } = sum(events);
    expect(tokens).toEqual({
      input: tokensIn,
      cacheRead: cacheReads,
      cacheWrite: cacheWrites,
      output: tokensOut,
      reasoning: 0,
    });
    // Each request is rounded to a micro-dollar.
    expect(Math.abs(found - cost!)).toBeLessThan(requests! * 0.5e-6);
    expect(events).toHaveLength(requests!);
    expect(new Set(events.map(({ profile }) => profile.model))).toEqual(new Set(['claude-opus-4-6']));
  });
});

describe.runIf(hasRealLogs)('real sessions of Copilot CLI', () => {
  it('count to the token, request by request, with their stated cost', async () => {
    const name = 'copilot/XEFF09__dotfiles';
    const { events } = await readHome(join(realLogsFolder, name));
    const [[model, { requests, cost, ...tokens }]] = Object.entries(readExpectedAgents()[name]!.perModel) as [
      [string, ExpectedModel],
    ];
    const { cost: found, ...sums } = sum(events);
    expect(sums).toEqual(tokens);
    // Each session is rounded to a micro-dollar.
    expect(Math.abs(found - cost!)).toBeLessThan(4 * 0.5e-6);
    expect(events).toHaveLength(requests);
    expect(new Set(events.map(({ profile }) => profile.model))).toEqual(new Set([model]));
    expect(events.every(({ isFinal }) => isFinal)).toBe(true);
  });
});

describe.runIf(hasAgentRuns)('real agents with a known usage', () => {
  it.each([
    // Cline does not keep reasoning.
    ['cline', ['1795698257709_quu24', '1795698278472_540lj'], [0, 0]],
    ['continue', ['ad5a9bd6-30df-4f3a-9596-843499c18075', 'f3925856-cdae-4f6e-bef4-89832ff7bcb7'], [31, 78]],
  ])('%s is counted to the token, session by session', async (agent, ids, [first, second]) => {
    const { events } = await readHome(join(agentRunsFolder, agent));
    const sessions = ids.map((id) => sum(events.filter(({ profile }) => profile.sessionId === id)));
    expect(sessions).toEqual([
      { input: 2800, cacheRead: 900, cacheWrite: 0, output: 92, reasoning: first, cost: 0 },
      { input: 5600, cacheRead: 2400, cacheWrite: 0, output: 168, reasoning: second, cost: 0 },
    ]);
    expect(events).toHaveLength(4);
    expect(new Set(events.map(({ profile }) => profile.project))).toEqual(new Set(['/home/dev/proj']));
    expect(new Set(events.map(({ profile }) => profile.model))).toEqual(new Set(['fake-model']));
  });
});
