import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import type { LedgerEvent } from '../../../shared/ledger/ledger-event.ts';
import { cacheCreationTokens } from '../../../shared/domain/token-usage.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import {
  agentRunsFolder,
  hasAgentRuns,
  hasRealLogs,
  readExpected,
  readExpectedAgents,
  realLogsFolder,
} from '../../support/real-logs.ts';
import { makeFolder, makeIngest } from './harness.ts';

type Sums = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How the independent reading of an agent's data sets differs from ours. */
interface Convention {
  /** Its output includes reasoning, as ours does. */
  readonly outputHasReasoning?: true;
  /** Its costs are those that the agent logged. */
  readonly hasLoggedCosts?: true;
  /** What it calls a model that the log does not name. */
  readonly unknownModel?: string;
}

/** The agents whose other data sets we read. */
const agents: Readonly<Record<string, Convention>> = {
  gemini: {},
  opencode: {},
  kilo: {},
  grok: {},
  kimi: { unknownModel: 'kimi (model not in log)' },
  pi: { outputHasReasoning: true, hasLoggedCosts: true },
  qwen: { outputHasReasoning: true },
};

/** What reading a copy of a home gives: the counted events, and the number of requests without a single token. */
interface HomeReading {
  readonly events: readonly LedgerEvent[];
  readonly emptyRequests: number;
}

async function readHome(folder: string, place = ''): Promise<HomeReading> {
  const home = makeFolder();
  cpSync(folder, join(home, place), { recursive: true });
  const store = createMemoryLedger();
  const host: HostEnvironment = { platform: 'linux', home, variables: {}, otherHomes: [] };
  const ingest = makeIngest(sources, store, { host });
  await ingest.scan();
  expect(ingest.unreadable()).toEqual([]);
  return {
    events: [...store.contents().entries].filter(({ isReplay }) => !isReplay).map(({ event }) => event),
    emptyRequests: [...store.cursors().values()].reduce((sum, { skips }) => sum + (skips['empty-usage'] ?? 0), 0),
  };
}

/** Sums by model (or session), with output as in the independent reading: without reasoning. */
function sumBy(events: readonly LedgerEvent[], keyOf: (event: LedgerEvent) => string): Sums {
  const sums: Record<string, Record<string, number>> = {};
  for (const event of events) {
    const { usage } = event;
    const sum = (sums[keyOf(event)] ??= {
      requests: 0,
      input: 0,
      cacheRead: 0,
      cacheWrite: 0,
      output: 0,
      reasoning: 0,
    });
    const add = (name: string, value: number): void => void (sum[name] = (sum[name] ?? 0) + value);
    add('requests', 1);
    add('input', usage.inputTokens);
    add('cacheRead', usage.cacheReadTokens);
    add('cacheWrite', cacheCreationTokens(usage));
    add('output', usage.outputTokens - usage.reasoningTokens);
    add('reasoning', usage.reasoningTokens);
  }
  return sums;
}

describe.runIf(hasRealLogs)('homes of other agents', () => {
  const expected = hasRealLogs ? Object.entries(readExpectedAgents()) : [];

  it.each(expected.filter(([name]) => name.split('/')[0]! in agents))(
    'count to the token: %s',
    async (name, { perModel }) => {
      const { outputHasReasoning, hasLoggedCosts, unknownModel } = agents[name.split('/')[0]!]!;
      const { events, emptyRequests } = await readHome(join(realLogsFolder, name));
      // Requests without a single token (failed, aborted) are not usage.
      const used = Object.entries(perModel)
        .filter(([, sum]) => sum.input + sum.cacheRead + sum.output > 0)
        .map(([model, sum]) => [model === unknownModel ? 'unknown' : model, sum] as const);
      expect(sumBy(events, ({ profile: { model } }) => model)).toMatchObject(
        Object.fromEntries(
          used.map(([model, { requests: _requests, cost: _cost, ...sum }]) => [
            model,
            outputHasReasoning ? { ...sum, output: sum.output - sum.reasoning } : sum,
          ]),
        ),
      );
      expect(new Set(events.map(({ profile: { model } }) => model))).toEqual(new Set(used.map(([model]) => model)));
      const requests = Object.values(perModel).reduce((sum, model) => sum + model.requests, 0);
      expect(events.length + emptyRequests).toBe(requests);
      if (hasLoggedCosts !== true) return;
      const cost = Object.values(perModel).reduce((sum, model) => sum + (model.cost ?? 0), 0);
      const microUsd = events.reduce((sum, { loggedCostMicroUsd }) => sum + (loggedCostMicroUsd ?? 0), 0);
      // Ours are rounded to micro-dollars, response by response.
      expect(Math.abs(microUsd - cost * 1e6)).toBeLessThan(events.length / 2);
    },
  );

  it('count to the token: sessions from before entries had ids', async () => {
    const name = 'pi/badlogic__pi-mono';
    const { events } = await readHome(join(realLogsFolder, name, 'agent'), '.pi/agent');
    const expectedFiles = Object.values(readExpected()[name]! as Readonly<Record<string, Sums>>);
    const used = expectedFiles.flatMap((models) => Object.entries(models)).filter(([, { input = 0 }]) => input > 0);
    const sums = sumBy(events, ({ profile: { provider, model } }) => `${provider}/${model}`);
    expect(sums).toMatchObject(
      Object.fromEntries(
        used.map(([model, { cacheWrite, cost: _cost, messages: _messages, ...sum }]) => [
          model,
          { ...sum, cacheWrite },
        ]),
      ),
    );
    expect(Object.keys(sums)).toHaveLength(used.length);
  });

  it('count to the token: current Gemini chats', async () => {
    const name = 'gemini/wingorithm__Vibe-Coding-Comparison-Project';
    const expectedModels = readExpected()[name]!['per_model'] as Sums;
    const { events } = await readHome(join(realLogsFolder, name), '.gemini');
    const sums = Object.entries(sumBy(events, ({ profile: { model } }) => model)).map(([model, sum]) => [
      model,
      {
        messages: sum['requests']!,
        input: sum['input']! + sum['cacheRead']!,
        cached: sum['cacheRead']!,
        output: sum['output']!,
        thoughts: sum['reasoning']!,
      },
    ]);
    expect(Object.fromEntries(sums)).toEqual(
      Object.fromEntries(
        Object.entries(expectedModels).map(([model, { total: _total, tool: _tool, ...sum }]) => [model, sum]),
      ),
    );
  });
});

describe.runIf(hasAgentRuns)('real agents with a known usage', () => {
  /** Two requests of a resumed session, and two of another one with a tool call; see its README. */
  const sent = [
    { requests: 2, input: 2800, cacheRead: 900, cacheWrite: 0, output: 61, reasoning: 31 },
    { requests: 2, input: 5600, cacheRead: 2400, cacheWrite: 0, output: 90, reasoning: 78 },
  ];

  /** What each agent wrote of it. */
  const sentBy = {
    gemini: sent,
    opencode: sent,
    kilo: sent,
    omp: sent,
    // With a request after each plain run that reads the memory, which only the telemetry has.
    qwen: [{ ...sent[0]!, requests: 4, input: 2980, output: 75 }, sent[1]!],
    // Reasoning is not logged, and the second session's API also counted cache writes.
    pi: [
      { ...sent[0]!, output: 92, reasoning: 0 },
      { ...sent[1]!, input: 5400, cacheWrite: 200, output: 168, reasoning: 0 },
    ],
  };

  it('letta is counted to the token, session by session', async () => {
    const { events } = await readHome(join(agentRunsFolder, 'letta'));
    const sums = Object.values(sumBy(events, ({ profile: { sessionId } }) => sessionId));
    // Reasoning is not logged, nor is the folder.
    expect(sums.sort((left, right) => left['input']! - right['input']!)).toEqual([
      { ...sent[0]!, output: 92, reasoning: 0 },
      { ...sent[1]!, output: 168, reasoning: 0 },
    ]);
  });

  it.each(Object.entries(sentBy))('%s is counted to the token, session by session', async (agent, expected) => {
    const { events } = await readHome(join(agentRunsFolder, agent));
    const sums = Object.values(sumBy(events, ({ profile: { sessionId } }) => sessionId));
    expect(sums.sort((left, right) => left['input']! - right['input']!)).toEqual(expected);
    expect(new Set(events.map(({ profile: { project } }) => project))).toEqual(new Set(['/home/dev/proj']));
  });
});
