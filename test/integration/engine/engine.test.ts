import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/domain/instant.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { Engine } from '../../../main/node/engine/engine-api.ts';
import { createEngine, type EngineOptions } from '../../../main/node/engine/engine.ts';
import { readHostEnvironment } from '../../../main/node/system/host-environment.ts';
import { systemClock } from '../../../main/node/system/system-clock.ts';
import { claudeFile, claudeLine, codexFile, codexRollout, writeLog } from '../../support/agent-logs.ts';
import { useEngines } from '../../support/engines.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const noProcesses: readonly ProcessSample[] = [];

async function open(home: string, changes: Partial<EngineOptions> = {}): Promise<Engine> {
  return engines.open(home, { host: readHostEnvironment(home), logger: silent, ...changes });
}

const tokensOf = (snapshot: AppSnapshot): number => totalTokens(snapshot.sections.usage.week.totals.usage);
const all = { since: null, until: null, timeZone: null, source: null } as const;

describe('the engine', () => {
  it('reports what an agent appends, and nothing twice', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const engine = await open(home);
    const published: number[] = [];
    engine.onSnapshot((snapshot) => published.push(snapshot.revision));
    await engine.start('watching');
    expect(tokensOf(engine.snapshot())).toBe(21_510);
    await appendFile(
      claudeFile(home),
      claudeLine({ id: 1, atMs: Date.now() }) + claudeLine({ id: 2, atMs: Date.now() }),
    );
    await waitUntil('the second response', () => tokensOf(engine.snapshot()) === 2 * 21_510);
    expect(published).toEqual([...new Set(published)].sort((a, b) => a - b));
    expect(engine.snapshot().sections.scan).toMatchObject({ phase: 'watching', percent: 100 });
  });

  it('counts the same whatever the clock showed in the meantime', async () => {
    const home = newFolder();
    const bornMs = Date.now();
    let offMs = 0;
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: bornMs }));
    const engine = await open(home, { clock: { nowMs: () => Date.now() + offMs } });
    await engine.start('watching');
    const write = async (id: number): Promise<void> => {
      await appendFile(claudeFile(home), claudeLine({ id, atMs: bornMs }));
      await waitUntil(`response ${id}`, () => totalTokens(engine.totals(all).usage) === id * 21_510);
    };
    for (const [index, days] of [400, -800, 0].entries()) {
      offMs = days * dayMs;
      await write(index + 2);
    }
    await waitUntil('the week', () => tokensOf(engine.snapshot()) === 4 * 21_510);
  });

  it('never shows an empty day between a first scan and its result', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const engine = await open(home);
    const contradictions: AppSnapshot[] = [];
    engine.onSnapshot((snapshot) => {
      if (snapshot.sections.scan.phase === 'watching' && tokensOf(snapshot) === 0) contradictions.push(snapshot);
    });
    await engine.start('watching');
    expect(contradictions).toEqual([]);
  });

  it('keeps what it has read when the log is deleted', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const first = await open(home);
    await first.start('once');
    await engines.stop(first);
    await rm(join(home, '.claude'), { recursive: true });
    const second = await open(home);
    await second.start('once');
    expect(second.totals(all).events).toBe(1);
    expect(second.doctor({ source: null }).sources.find(({ source }) => source === 'claude-code')?.goneFiles).toBe(1);
  });

  it('diagnoses more models and projects than the metrics of a server name', async () => {
    const home = newFolder();
    const lines = Array.from({ length: 101 }, (_, id) =>
      claudeLine({ id, atMs: Date.now(), model: `model-${id}`, project: `/home/ada/${id % 100}` }),
    );
    await writeLog(claudeFile(home), lines.join(''));
    const engine = await open(home);
    await engine.start('once');
    expect(engine.doctor({ source: 'codex' }).foldedLabels).toEqual([{ label: 'model', values: 101 }]);
  });

  it('lets a second engine answer from what the first has written, and follow it', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const writer = await open(home);
    await writer.start('watching');
    const reader = await open(home);
    await reader.start('watching');
    expect(reader.totals(all)).toEqual(writer.totals(all));
    expect(reader.snapshot().sections.sources[0]?.roots[0]).toMatchObject({ state: 'found', files: 1 });
    await appendFile(claudeFile(home), claudeLine({ id: 2, atMs: Date.now() }));
    await waitUntil('the reader to follow', () => tokensOf(reader.snapshot()) === 2 * 21_510);
  });

  it('reports that a running writer is still reading', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    // Owns the ledger, and never starts to read.
    await open(home);
    const reader = await open(home);
    await reader.start('once');
    expect(reader.snapshot().sections.health.problems.map(({ id }) => id)).toEqual(['still-reading']);
  });

  it('reads nothing while it is paused, and catches up afterwards', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const engine = await open(home);
    await engine.start('watching');
    engine.setPaused(true);
    await waitUntil('the pause', () => engine.snapshot().sections.scan.phase === 'paused');
    await appendFile(claudeFile(home), claudeLine({ id: 2, atMs: Date.now() }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(engine.totals(all).events).toBe(1);
    engine.setPaused(false);
    await waitUntil('the second response', () => engine.totals(all).events === 2);
  });

  it('searches a folder from the settings, and a root that appears later', async () => {
    const home = newFolder();
    const elsewhere = newFolder();
    await writeLog(join(elsewhere, 'projects', 'p', 's.jsonl'), claudeLine({ id: 7, atMs: Date.now() }));
    const engine = await open(home);
    await engine.start('watching');
    expect(engine.totals(all).events).toBe(0);
    engine.setSettings({
      ...defaultSettings,
      timeZone: 'UTC',
      extraLogFolders: [{ source: 'claude-code', path: elsewhere }],
    });
    await waitUntil('the extra folder', () => engine.totals(all).events === 1);
    const thread = '019b0000-0000-7000-8000-000000000001';
    const requests = [
      { atMs: Date.now(), input: 10, cached: 0, output: 5, usedPercent: 3, resetsAtMs: Date.now() + 3_600_000 },
    ];
    await writeLog(codexFile(home, thread), codexRollout(thread, requests));
    await engine.rescan();
    expect(engine.totals(all).events).toBe(2);
    expect(engine.limits({ source: null }).rows).toMatchObject([
      { source: 'codex', usedPercent: 3, provenance: 'official' },
    ]);
    expect(engine.blocks(all).active.find(({ source }) => source === 'codex')?.block.boundary).toBe('official');
  });

  it('reports why there can be no ledger', async () => {
    const home = newFolder();
    await mkdir(join(home, 'data'), { recursive: true });
    await writeLog(join(home, 'file'), '');
    const created = createEngine({
      host: readHostEnvironment(home),
      dataFolder: join(home, 'file', 'data'),
      settings: defaultSettings,
      systemTimeZone: 'UTC',
      clock: systemClock,
      logger: silent,
      probe: { sample: () => Promise.resolve(noProcesses), inspect: () => Promise.resolve([]) },
    });
    const failure = { kind: 'file-in-the-way' };
    expect(created).toMatchObject({ ok: false, error: { id: 'ledger-unusable', parameters: { failure } } });
  });
});
