import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import type { LedgerEvent } from '../../../shared/ledger/ledger-event.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { hasRealLogs, readExpectedAgents, realLogsFolder } from '../../support/real-logs.ts';
import { makeFolder, makeIngest } from './harness.ts';

/** What a ledger counts in a copy of a real home. */
async function readHome(name: string, place = ''): Promise<readonly LedgerEvent[]> {
  const home = makeFolder();
  cpSync(join(realLogsFolder, name), join(home, place), { recursive: true });
  const store = createMemoryLedger();
  const host: HostEnvironment = { platform: 'linux', home, variables: {}, otherHomes: [] };
  const ingest = makeIngest(sources, store, { host });
  await ingest.scan();
  expect(ingest.unreadable()).toEqual([]);
  return [...store.contents().entries].filter(({ isReplay }) => !isReplay).map(({ event }) => event);
}

/** Sums as the independent reading gives them for these agents: reasoning is a part of output. */
function sumByModel(events: readonly LedgerEvent[]): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const sums: Record<string, Record<string, number>> = {};
  for (const { profile, usage } of events) {
    const sum = (sums[profile.model] ??= { requests: 0, input: 0, cacheRead: 0, output: 0, reasoning: 0 });
    const add = (name: string, value: number): void => void (sum[name] = (sum[name] ?? 0) + value);
    add('requests', 1);
    add('input', usage.inputTokens);
    add('cacheRead', usage.cacheReadTokens);
    add('output', usage.outputTokens);
    add('reasoning', usage.reasoningTokens);
  }
  return sums;
}

describe.runIf(hasRealLogs)('conversations of real agents', () => {
  it('of Antigravity count to the token', async () => {
    const name = 'antigravity/shibinsp45__Vibe-Coding';
    const expected = readExpectedAgents()[name]!.perModel;
    const events = await readHome(name);
    // The independent reading takes the internal name; prices are known only by the name that people see.
    const { cost: _cost, cacheWrite: _none, ...named } = expected['gemini-3-flash-a']!;
    const { cost: _noCost, cacheWrite: _noWrite, ...nameless } = expected['model enum 1050']!;
    expect(sumByModel(events)).toEqual({ 'gemini-3.5-flash': named, 'model-1050': nameless });
    expect(new Set(events.map(({ profile }) => profile.sessionId)).size).toBe(7);
  });

  it('of Crush cost what the agent summed, to a millionth of a dollar for each session', async () => {
    const name = 'crush/soh963__windows-claudia';
    const expected = readExpectedAgents()[name]!.perModel;
    const events = await readHome(name);
    expect(events.filter(({ usage }) => totalTokens(usage) > 0)).toEqual([]);
    for (const [model, { cost }] of Object.entries(expected)) {
      const ofModel = events.filter(({ profile }) => profile.model === model);
      const sum = ofModel.reduce((microUsd, { loggedCostMicroUsd }) => microUsd + (loggedCostMicroUsd ?? 0), 0);
      expect(Math.abs(sum - (cost ?? 0) * 1e6)).toBeLessThanOrEqual(ofModel.length / 2);
    }
    // Sessions without a cost are not shown as $0.
    expect(events).toHaveLength(5);
    expect(await readHome('crush/chad-russell__chex-mix-timer')).toEqual([]);
  });

  it('of Zed count the last request of each turn, to the token', async () => {
    const name = 'zed/atlasatakahraman__AtlasAta-DotFiles';
    const { cost: _cost, cacheWrite: _none, ...expected } = readExpectedAgents()[name]!.perModel['Gemini 2.5 Flash']!;
    // The thread names the model as people see it; prices are known by its id.
    expect(sumByModel(await readHome(name))).toEqual({ 'gemini-2.5-flash': expected });
  });

  it('of Goose, which nobody had used, are none', async () => {
    expect(await readHome('goose/jwp23__dotfiles')).toEqual([]);
  });
});
