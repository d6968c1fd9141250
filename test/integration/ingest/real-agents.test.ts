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

/** The agents whose other data sets we read. */
const agents = ['gemini', 'opencode', 'kilo'];

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

  it.each(expected.filter(([name]) => agents.includes(name.split('/')[0]!)))(
    'count to the token: %s',
    async (name, { perModel }) => {
      const { events, emptyRequests } = await readHome(join(realLogsFolder, name));
      // Requests without a single token (failed, aborted) are not usage.
      const used = Object.entries(perModel).filter(([, sum]) => sum.input + sum.cacheRead + sum.output > 0);
      expect(sumBy(events, ({ profile: { model } }) => model)).toMatchObject(
        Object.fromEntries(used.map(([model, { requests: _requests, cost: _cost, ...sum }]) => [model, sum])),
      );
      expect(new Set(events.map(({ profile: { model } }) => model))).toEqual(new Set(used.map(([model]) => model)));
      const requests = Object.values(perModel).reduce((sum, model) => sum + model.requests, 0);
      expect(events.length + emptyRequests).toBe(requests);
    },
  );

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

  it.each(agents)('%s is counted to the token, session by session', async (agent) => {
    const { events } = await readHome(join(agentRunsFolder, agent));
    const sums = Object.values(sumBy(events, ({ profile: { sessionId } }) => sessionId));
    expect(sums.sort((left, right) => left['input']! - right['input']!)).toEqual(sent);
    expect(new Set(events.map(({ profile: { project } }) => project))).toEqual(new Set(['/home/dev/proj']));
  });
});
