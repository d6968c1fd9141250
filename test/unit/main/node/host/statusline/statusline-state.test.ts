import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStatuslineStateWriter } from '../../../../../../main/node/host/statusline/statusline-state.ts';
import { readStatus } from '../../../../../../main/node/statusline/run-status.ts';
import { silentLogger } from '../../../../../../shared/ports/logger.ts';
import type { AppSnapshot } from '../../../../../../shared/snapshot/app-snapshot.ts';
import { parseStatuslineFacts } from '../../../../../../shared/statusline/facts.ts';
import { createScenario } from '../../../../../fakes/fake-scenarios.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const normal = createScenario('normal', Date.UTC(2026, 4, 14, 10)).snapshot;
let nowMs = 0;
let dataFolder = '';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  nowMs = normal.generatedAtMs;
  dataFolder = newFolder();
});
afterEach(() => void vi.useRealTimers());

const createWriter = () =>
  createStatuslineStateWriter({ dataFolder, thresholdsPercent: () => [80], nowMs: () => nowMs, logger: silentLogger });
const file = () => join(dataFolder, 'statusline', 'state.json');
const readFacts = () => parseStatuslineFacts(readFileSync(file(), 'utf8'));
const use = () => mkdirSync(join(dataFolder, 'statusline'));

/** The same snapshot with another number of agents. */
const withAgents = (snapshot: AppSnapshot, count: number): AppSnapshot => {
  const agents = Array.from({ length: count }, () => snapshot.sections.processes.agents[0]!);
  return { ...snapshot, sections: { ...snapshot.sections, processes: { ...snapshot.sections.processes, agents } } };
};

describe('the state of status lines', () => {
  it('is what the snapshot says', async () => {
    use();
    const writer = createWriter();
    writer.begin();
    writer.observe(normal);
    await writer.stop();
    const { usage, blocks, limits } = normal.sections;
    expect(readFacts()).toMatchObject({
      writtenAtMs: nowMs,
      thresholdsPercent: [80],
      today: { costMicroUsd: usage.today.totals.costMicroUsd },
      blocks: blocks.map(({ source, block }) => ({ source, endMs: block.endMs })),
      // The provider of the agent with the block reports no limit.
      windows: [
        ...limits.windows.map(({ source, usedPercent }) => ({ source, usedPercent, isEstimated: false })),
        ...blocks.map(({ source, limit }) => ({ source, usedPercent: limit?.usedPercent, isEstimated: true })),
      ],
    });
  });

  it('names the process that keeps it up to date, until that ends', async () => {
    use();
    const writer = createWriter();
    writer.begin();
    writer.observe(normal);
    await vi.advanceTimersByTimeAsync(60_000);
    await waitUntil('the facts', () => existsSync(file()));
    expect(readFacts()?.hostPid).toBe(process.pid);
    await writer.stop();
    expect(readFacts()?.hostPid).toBeNull();
  });

  it('says from the start that a host is running, before any facts are written', async () => {
    expect(readStatus(dataFolder)).toEqual({ facts: null, isKept: false, hasHost: false });
    const writer = createWriter();
    writer.begin();
    await waitUntil('the host', () => readStatus(dataFolder).hasHost);
    expect(readStatus(dataFolder)).toEqual({ facts: null, isKept: false, hasHost: true });
    await writer.stop();
    expect(readStatus(dataFolder).hasHost).toBe(false);
    expect(existsSync(join(dataFolder, 'host.pid'))).toBe(false);
  });

  it('keeps the pid file of another host that has replaced it', async () => {
    const writer = createWriter();
    writer.begin();
    // The file is there before its contents.
    await waitUntil('the host', () => readStatus(dataFolder).hasHost);
    writeFileSync(join(dataFolder, 'host.pid'), '1');
    await writer.stop();
    expect(readFileSync(join(dataFolder, 'host.pid'), 'utf8')).toBe('1');
    expect(readStatus(dataFolder).hasHost).toBe(false);
  });

  it('is written only where somebody uses a status line, and only by a host that watches', async () => {
    const absent = createWriter();
    absent.begin();
    absent.observe(normal);
    await absent.stop();
    expect(existsSync(join(dataFolder, 'statusline'))).toBe(false);
    use();
    const once = createWriter();
    once.observe(normal);
    await once.stop();
    expect(existsSync(file())).toBe(false);
  });

  it('is not that of half a scan', async () => {
    use();
    const writer = createWriter();
    writer.begin();
    const scan = { ...normal.sections.scan, phase: 'scanning' as const };
    writer.observe({ ...normal, sections: { ...normal.sections, scan } });
    await writer.stop();
    expect(existsSync(file())).toBe(false);
  });

  it('follows changes at most every five seconds, and ends with the last one', async () => {
    use();
    const writer = createWriter();
    writer.begin();
    writer.observe(withAgents(normal, 1));
    await vi.advanceTimersByTimeAsync(0);
    await waitUntil('the first', () => existsSync(file()));
    for (const count of [2, 3, 4]) writer.observe(withAgents(normal, count));
    await vi.advanceTimersByTimeAsync(4_999);
    expect(readFacts()?.agents).toBe(1);
    await writer.stop();
    expect(readFacts()?.agents).toBe(4);
  });

  it('is written again while a session runs, so that it is not taken for old', async () => {
    use();
    const sessions = normal.sections.sessions.map((session) => ({ ...session, isRunning: true }));
    expect(sessions.length).toBeGreaterThan(0);
    const writer = createWriter();
    writer.begin();
    writer.observe({ ...normal, sections: { ...normal.sections, sessions } });
    await vi.advanceTimersByTimeAsync(0);
    await waitUntil('the renewal to be waited for', () => vi.getTimerCount() === 1);
    expect(readFacts()?.writtenAtMs).toBe(normal.generatedAtMs);
    nowMs += 240_000;
    await vi.advanceTimersByTimeAsync(240_000);
    await waitUntil('the renewal', () => readFacts()?.writtenAtMs === nowMs);
    await writer.stop();
  });
});
